// The object store with the real SDK: what S3 enforces on signed requests must be enforced here too.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passing } from '#infra/files.data.ts'
import { type Objects, startObjects } from '#infra/local/objects.ts'

const Bucket = 'diemcau-files'
const Archive = 'diemcau-archive'
const home = 'http://127.0.0.1:4000'
const dir = mkdtempSync(join(tmpdir(), 'diemcau-objects-'))
const clock = { at: new Date('2022-11-23T07:00:00Z') }
let objects: Objects
let s3: S3Client

const start = () =>
  startObjects({
    dir,
    port: 0,
    buckets: [
      { name: Bucket, passing },
      { name: Archive, locked: true },
    ],
    origins: [home],
    now: () => clock.at,
  })
const client = (secretAccessKey = 'S3RVER') =>
  new S3Client({
    endpoint: objects.endpoint,
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  })

beforeAll(async () => {
  objects = await start()
  s3 = client()
})
afterAll(async () => {
  await objects.stop()
  rmSync(dir, { recursive: true, force: true })
})

const pages = () => new Hono().route('/local/objects', objects.pages)
const sha256 = (body: string | Uint8Array) => createHash('sha256').update(body).digest('base64')
const read = async (Key: string, from = Bucket) =>
  (await s3.send(new GetObjectCommand({ Bucket: from, Key }))).Body?.transformToString()

const ticket = (Key: string, body: string) => {
  const put = new PutObjectCommand({
    Bucket,
    Key,
    ContentLength: Buffer.byteLength(body),
    ChecksumSHA256: sha256(body),
    IfNoneMatch: '*',
  })
  return getSignedUrl(s3, put, {
    expiresIn: 600,
    signingDate: clock.at,
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    signableHeaders: new Set(['host', 'content-length', 'if-none-match']),
  })
}
const upload = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'PUT',
    body,
    headers: { 'if-none-match': '*', 'x-amz-checksum-sha256': sha256(body), ...headers },
  })
const code = async (answer: Response) => [answer.status, /<Code>(\w+)/.exec(await answer.text())?.[1]]

test('puts, reads, lists, copies and deletes with the real SDK', async () => {
  const Key = 'quarantine/Báo cáo 01.pdf'
  const meta = { ContentType: 'application/pdf', Metadata: { unit: 'ninh-binh' } }
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'nội dung', ...meta }))
  const CopySource = `${Bucket}/${encodeURIComponent(Key)}`
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'files/copy', CopySource }))
  const found = await s3.send(new HeadObjectCommand({ Bucket, Key: 'files/copy' }))
  expect(found).toMatchObject(meta)
  expect(await read('files/copy')).toBe('nội dung')
  const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'quarantine/' }))
  expect(listed.Contents?.map((one) => one.Key)).toEqual([Key])
  await s3.send(new DeleteObjectCommand({ Bucket, Key }))
  await expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('a large object reads back whole the moment the put is answered', async () => {
  const Body = Buffer.alloc(20_000_000, 'điểm cầu ')
  await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body }))
  const { Body: back } = await s3.send(new GetObjectCommand({ Bucket, Key: 'large' }))
  expect(sha256((await back?.transformToByteArray()) ?? '')).toBe(sha256(Body))
})

test('a signed upload takes the very bytes it was signed for, once', async () => {
  const url = await ticket('quarantine/one', 'tham luận')
  expect((await upload(url, 'tham luận')).status).toBe(200)
  expect(await code(await upload(url, 'tham luận'))).toEqual([412, 'PreconditionFailed'])
  expect(await read('quarantine/one')).toBe('tham luận')
})

test('an upload is refused when length, bytes, digest or condition are not those signed', async () => {
  const url = await ticket('quarantine/two', 'abcd')
  const honest = { 'x-amz-checksum-sha256': sha256('abcd') }
  expect(await code(await upload(url, 'abcde', honest))).toEqual([403, 'SignatureDoesNotMatch'])
  expect(await code(await upload(url, 'abce', honest))).toEqual([400, 'BadDigest'])
  expect(await code(await upload(url, 'abce'))).toEqual([403, 'SignatureDoesNotMatch'])
  expect(await code(await upload(url, 'abcd', { 'if-none-match': '' }))).toEqual([
    403,
    'SignatureDoesNotMatch',
  ])
  expect(await code(await upload(url, 'abcd', { 'x-amz-meta-x': 'y' }))).toEqual([403, 'AccessDenied'])
  expect(await code(await upload(url.replace('/two', '/three'), 'abcd'))).toEqual([
    403,
    'SignatureDoesNotMatch',
  ])
  await expect(read('quarantine/two')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('a checksum signed into the address itself binds the bytes as well', async () => {
  const put = new PutObjectCommand({ Bucket, Key: 'quarantine/hoisted', ChecksumSHA256: sha256('abcd') })
  const url = await getSignedUrl(s3, put, { signingDate: clock.at })
  expect(url).toContain('x-amz-checksum-sha256=')
  expect(await code(await fetch(url, { method: 'PUT', body: 'abce' }))).toEqual([400, 'BadDigest'])
  expect((await fetch(url, { method: 'PUT', body: 'abcd' })).status).toBe(200)
})

test('what is signed into the address counts as a header: metadata is kept, a copy copies', async () => {
  const when = { signingDate: clock.at }
  const put = new PutObjectCommand({ Bucket, Key: 'signed/a', Metadata: { unit: 'ninh-binh' } })
  expect((await fetch(await getSignedUrl(s3, put, when), { method: 'PUT', body: 'abcd' })).status).toBe(200)
  const copy = new CopyObjectCommand({ Bucket, Key: 'signed/b', CopySource: `${Bucket}/signed/a` })
  expect((await fetch(await getSignedUrl(s3, copy, when), { method: 'PUT' })).status).toBe(200)
  expect(await read('signed/b')).toBe('abcd')
  const found = await s3.send(new HeadObjectCommand({ Bucket, Key: 'signed/b' }))
  expect(found.Metadata).toEqual({ unit: 'ninh-binh' })
})

test('signed addresses begin and end by the house clock', async () => {
  const signed = clock.at
  const url = await ticket('quarantine/late', 'abcd')
  clock.at = new Date(signed.getTime() + 600_000)
  expect(await code(await upload(url, 'abcd'))).toEqual([403, 'AccessDenied'])
  clock.at = new Date(signed.getTime() - 16 * 60_000)
  expect(await code(await upload(url, 'abcd'))).toEqual([403, 'AccessDenied'])
  clock.at = new Date(signed.getTime() + 599_000)
  expect((await upload(url, 'abcd')).status).toBe(200)
})

test('a download address names the file and works for that object only', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'files/d', Body: 'xin chào' }))
  const get = new GetObjectCommand({ Bucket, Key: 'files/d', ResponseContentDisposition: 'attachment' })
  const url = await getSignedUrl(s3, get, { expiresIn: 60, signingDate: clock.at })
  const answer = await fetch(url)
  expect([await answer.text(), answer.headers.get('content-disposition')]).toEqual(['xin chào', 'attachment'])
  expect((await fetch(url.replace('attachment', 'inline'))).status).toBe(403)
  expect((await fetch(url.replace('files/d', 'large'))).status).toBe(403)
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(403)
})

test('requests unsigned, or signed with another secret, are refused', async () => {
  expect((await fetch(`${objects.endpoint}/${Bucket}/large`)).status).toBe(403)
  const forged = client('another').send(new GetObjectCommand({ Bucket, Key: 'large' }))
  await expect(forged).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
})

test('of twenty conditional puts on one key exactly one wins', async () => {
  const puts = Array.from({ length: 20 }, (_, at) =>
    s3.send(new PutObjectCommand({ Bucket, Key: 'race', Body: `${at}`, IfNoneMatch: '*' })),
  )
  const results = await Promise.allSettled(puts)
  const lost = results.filter((one) => one.status === 'rejected')
  expect(lost).toHaveLength(19)
  for (const one of lost) expect(one.reason).toMatchObject({ name: 'PreconditionFailed' })
  expect(await read('race')).toBe(String(results.findIndex((one) => one.status === 'fulfilled')))
})

test('If-Match replaces only the version it names', async () => {
  const put = (Body: string, IfMatch?: string) =>
    s3.send(new PutObjectCommand({ Bucket, Key: 'index', Body, ...(IfMatch ? { IfMatch } : {}) }))
  const first = await put('1')
  await put('2', first.ETag)
  await expect(put('3', first.ETag)).rejects.toMatchObject({ name: 'PreconditionFailed' })
  expect(await read('index')).toBe('2')
})

test('the archive keeps what it has', async () => {
  const at = { Bucket: Archive, Key: 'sha256/ab' }
  await s3.send(new PutObjectCommand({ ...at, Body: 'sealed', IfNoneMatch: '*' }))
  const denied = { name: 'AccessDenied' }
  await expect(s3.send(new PutObjectCommand({ ...at, Body: 'other' }))).rejects.toMatchObject(denied)
  await expect(s3.send(new DeleteObjectCommand(at))).rejects.toMatchObject(denied)
  const over = new CopyObjectCommand({ ...at, CopySource: `${Bucket}/large` })
  await expect(s3.send(over)).rejects.toMatchObject(denied)
  expect(await read(at.Key, Archive)).toBe('sealed')
})

test('what is not served is refused, not half served', async () => {
  const multipart = s3.send(new CreateMultipartUploadCommand({ Bucket: Archive, Key: 'm' }))
  await expect(multipart).rejects.toMatchObject({ name: 'NotImplemented' })
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'x' }), { signingDate: clock.at })
  for (const key of ['%2e%2e/%2e%2e/x', 'a/%2e%2e%2f%2e%2e%2fx', 'x._S3rver_metadata.json'])
    expect(await code(await fetch(url.replace('/x?', `/${key}?`)))).toEqual(
      key.startsWith('%2e') ? [403, 'SignatureDoesNotMatch'] : [400, 'InvalidURI'],
    )
})

test('pages of the home may use signed addresses; other pages, headers, methods and host names may not', async () => {
  const ask = (origin: string, method = 'PUT', named = 'if-none-match,x-amz-checksum-sha256') =>
    fetch(`${objects.endpoint}/${Bucket}/x`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': named,
      },
    })
  const allowed = await ask(home)
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, home])
  expect(allowed.headers.get('access-control-allow-headers')).toContain('x-amz-checksum-sha256')
  expect((await ask('https://evil.example')).status).toBe(403)
  expect((await ask(home, 'GET')).status, 'printed pages are read by the page').toBe(200)
  expect((await ask(home, 'DELETE')).status).toBe(403)
  expect((await ask(home, 'PUT', 'x-amz-meta-unit')).status).toBe(403)
  const status = await new Promise((resolve) => {
    const asked = rawRequest(objects.endpoint, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.end()
  })
  expect(status).toBe(403)
})

test('the page lists what is stored and opens it without running it', async () => {
  const Body = '<script>alert(1)</script>'
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a/<b>.html', Body, ContentType: 'text/html' }))
  const list = await (await pages().request('/local/objects')).text()
  expect(list).toContain('a/&lt;b&gt;.html')
  expect(list).toContain('Kho tệp')
  const opened = await pages().request(`/local/objects/${Bucket}/a/%3Cb%3E.html`)
  expect(await opened.text()).toBe(Body)
  expect(opened.headers.get('content-type')).toBe('application/octet-stream')
  expect(opened.headers.get('content-disposition')).toMatch(/^attachment/)
  for (const path of ['other/x', `${Bucket}/%2e%2e%2f${Archive}%2fsha256%2fab`, `${Bucket}/none`])
    expect((await pages().request(`/local/objects/${path}`)).status).toBe(404)
})

test('what was stored is there after a restart', async () => {
  await objects.stop()
  objects = await start()
  s3 = client()
  expect(await read('sha256/ab', Archive)).toBe('sealed')
})

test('what is passing goes after its days, at the next start, and nothing else does', async () => {
  for (const Key of ['quarantine/old', 'quarantine/new', 'exports/job/old', 'files/old'])
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
  const before = new Date(Date.now() - 2 * 24 * 3_600_000)
  for (const key of ['quarantine/old', 'exports/job/old', 'files/old'])
    utimesSync(join(dir, Bucket, `${key}._S3rver_object`), before, before)
  await objects.stop()
  objects = await start()
  s3 = client()
  await expect(read('quarantine/old')).rejects.toMatchObject({ name: 'NoSuchKey' })
  for (const key of ['quarantine/new', 'exports/job/old', 'files/old']) expect(await read(key)).toBe('x')
})
