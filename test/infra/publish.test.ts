// Publishing the web into a bucket: every file the page names, with its type and how long it is kept; a repeat puts nothing.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildWeb, builtWeb } from '#infra/build-web.ts'
import { type Objects, startObjects } from '#infra/local/objects.ts'
import { publishWeb } from '#infra/publish.ts'
import { typeOf, unhashed } from '#infra/web.data.ts'

const bucket = 'web'
const dir = mkdtempSync(join(tmpdir(), 'diemcau-publish-'))
let objects: Objects
let s3: S3Client

beforeAll(async () => {
  objects = await startObjects({ dir: join(dir, 'objects'), port: 0, buckets: [{ name: bucket }] })
  s3 = new S3Client({
    endpoint: objects.endpoint,
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  await buildWeb()
}, 120_000)

afterAll(async () => {
  await objects?.stop()
  rmSync(dir, { recursive: true, force: true })
})

const factsOf = async (path: string) => {
  const { ContentType, CacheControl } = await s3.send(
    new HeadObjectCommand({ Bucket: bucket, Key: path.slice(1) }),
  )
  return [ContentType, CacheControl]
}

it('puts all that the page names, typed, hashed files for a year; a repeat puts nothing', async () => {
  const put = await publishWeb({ s3, bucket })
  expect(put).not.toContain('index.html')
  const page = readFileSync(join(builtWeb, 'index.html'), 'utf8')
  const named = page.match(/\/assets\/[^"]+/g) ?? []
  expect(named.length).toBeGreaterThan(2)
  for (const path of named)
    expect(await factsOf(path)).toEqual([typeOf(path), 'public, max-age=31536000, immutable'])
  for (const path of unhashed) expect(await factsOf(path)).toEqual([typeOf(path), 'public, max-age=86400'])
  expect(put.filter((key) => !key.startsWith('assets/')).map((key) => `/${key}`)).toEqual(unhashed)
  expect(await publishWeb({ s3, bucket })).toEqual([])
}, 60_000)

it('a release puts what changed and leaves the files of pages that are open', async () => {
  const folder = join(dir, 'release')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '')
  writeFileSync(join(folder, 'assets/page-old.js'), 'old')
  writeFileSync(join(folder, 'emblem.svg'), '<svg/>')
  await publishWeb({ s3, bucket }, folder)
  rmSync(join(folder, 'assets/page-old.js'))
  writeFileSync(join(folder, 'assets/page-new.js'), 'new')
  writeFileSync(join(folder, 'emblem.svg'), '<svg></svg>')
  expect(await publishWeb({ s3, bucket }, folder)).toEqual(['assets/page-new.js', 'emblem.svg'])
  const old = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'assets/page-old.js' }))
  expect(await old.Body?.transformToString()).toBe('old')
})

it('refuses a file of a kind nobody has thought about', async () => {
  const folder = mkdtempSync(join(dir, 'odd-'))
  writeFileSync(join(folder, 'odd.exe'), '')
  await expect(publishWeb({ s3, bucket }, folder)).rejects.toThrow('What is odd.exe?')
})
