// Objects put in parts, with the real SDK: seen whole or not at all, given up without a trace.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Objects, startObjects } from '#infra/local/objects.ts'

const Bucket = 'diemcau-files'
const dir = mkdtempSync(join(tmpdir(), 'diemcau-parts-'))
const mib = 1024 * 1024
let objects: Objects
let s3: S3Client

const start = async () => {
  objects = await startObjects({ dir, port: 0, buckets: [{ name: Bucket }] })
  s3 = new S3Client({
    endpoint: objects.endpoint,
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  })
}
beforeAll(start)
afterAll(async () => {
  await objects.stop()
  rmSync(dir, { recursive: true, force: true })
})

const begin = async (Key: string) => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const part = async (PartNumber: number, bytes: number) => {
    const command = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: Buffer.alloc(bytes) })
    return { PartNumber, ETag: (await s3.send(command)).ETag }
  }
  return { Bucket, Key, UploadId, part }
}

const isThere = (Key: string) =>
  s3.send(new HeadObjectCommand({ Bucket, Key })).then(
    () => true,
    () => false,
  )

it('takes a stream in parts and gives the same bytes back', async () => {
  const bytes = randomBytes(11 * mib)
  const Body = Readable.from([bytes.subarray(0, 3), bytes.subarray(3)])
  const upload = new Upload({
    client: s3,
    params: { Bucket, Key: 'packages/a', Body, ContentType: 'application/zip' },
  })
  await upload.done()
  const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'packages/a' }))
  const hash = createHash('sha256')
  for await (const chunk of found.Body as Readable) hash.update(chunk)
  expect(found.ContentType).toBe('application/zip')
  expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
})

it('shows nothing before the last request, and refuses small parts but the last', async () => {
  const { part, ...upload } = await begin('packages/b')
  const parts = [await part(1, 1_000), await part(2, 1_000)]
  expect(await isThere('packages/b')).toBe(false)
  const complete = s3.send(
    new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }),
  )
  await expect(complete).rejects.toMatchObject({ name: 'EntityTooSmall' })
  const whole = [await part(1, 5 * mib), parts[1]].filter((one) => one !== undefined)
  await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: whole } }))
  expect(await isThere('packages/b')).toBe(true)
})

it('forgets what was given up, and what a fall left behind', async () => {
  const { part, ...upload } = await begin('packages/c')
  await part(1, 1_000)
  await s3.send(new AbortMultipartUploadCommand(upload))
  await expect(part(2, 1_000)).rejects.toMatchObject({ name: 'NoSuchUpload' })
  await (await begin('packages/d')).part(1, 1_000)
  await objects.stop()
  await start()
  expect(readdirSync(join(dir, Bucket)).filter((name) => name.includes('uploads'))).toEqual([])
  expect(await isThere('packages/c')).toBe(false)
})

it('refuses an upload there is not, however it is named', async () => {
  for (const UploadId of ['f'.repeat(32), '../../../x'])
    await expect(
      s3.send(new UploadPartCommand({ Bucket, Key: 'x', UploadId, PartNumber: 1, Body: Buffer.alloc(1) })),
    ).rejects.toMatchObject({ name: 'NoSuchUpload' })
})
