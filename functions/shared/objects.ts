// Objects in S3: put once and never again, copied, and read.
import { createHash } from 'node:crypto'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { setting } from './config.ts'

let client: { endpoint: string | undefined; s3: S3Client } | undefined

const newClient = (endpoint: string | undefined) =>
  new S3Client({
    region: setting('AWS_REGION') ?? 'ap-southeast-1',
    maxAttempts: 5,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint
      ? { endpoint, forcePathStyle: true, credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } }
      : {}),
  })

/** The client of this process, made on first use; locally the store has credentials of its own. */
export const store = (): S3Client => {
  const endpoint = setting('S3_ENDPOINT')
  if (client?.endpoint !== endpoint || !client) client = { endpoint, s3: newClient(endpoint) }
  return client.s3
}

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status

/** Whether there is an object under the key. */
export const hasObject = async (bucket: string, key: string): Promise<boolean> => {
  try {
    await store().send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return true
  } catch (error) {
    if (isStatus(error, 404)) return false
    throw error
  }
}

/**
 * Copies an object within a bucket, unless one stands there: for keys that are digests of what they hold.
 * @param etag of the source as it was read: one replaced since is not copied
 */
export const copyOnce = async (
  bucket: string,
  { from, to, etag, contentType }: { from: string; to: string; etag: string; contentType: string },
): Promise<void> => {
  if (await hasObject(bucket, to)) return
  await store().send(
    new CopyObjectCommand({
      Bucket: bucket,
      Key: to,
      CopySource: `${bucket}/${from}`,
      CopySourceIfMatch: etag,
      ContentType: contentType,
      MetadataDirective: 'REPLACE',
      ChecksumAlgorithm: 'SHA256',
    }),
  )
}

/** The bytes of an object with its ETag; undefined where there is none. */
export const readVersion = async (bucket: string, key: string) => {
  try {
    const { Body, ETag } = await store().send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return Body && ETag ? { bytes: Buffer.from(await Body.transformToByteArray()), etag: ETag } : undefined
  } catch (error) {
    if (error instanceof NoSuchKey || isStatus(error, 404)) return undefined
    throw error
  }
}

/** The bytes of an object; undefined where there is none. */
export const readObject = async (bucket: string, key: string): Promise<Buffer | undefined> =>
  (await readVersion(bucket, key))?.bytes

/** The first thousand objects below a prefix. */
export const listObjects = async (
  bucket: string,
  prefix: string,
): Promise<{ key: string; bytes: number }[]> => {
  const { Contents = [] } = await store().send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))
  return Contents.flatMap(({ Key, Size = 0 }) => (Key ? [{ key: Key, bytes: Size }] : []))
}

/**
 * Every key below a prefix in ascending order, page after page. By the first listing of S3, which goes on after a key:
 * the second's tokens are enciphered by the local store with a cipher that Node no longer has.
 * @param most keys a page
 */
export async function* objectKeys(bucket: string, prefix: string, most = 1000): AsyncGenerator<string> {
  let last: string | undefined
  for (;;) {
    const after = last === undefined ? {} : { Marker: last }
    const query = { Bucket: bucket, Prefix: prefix, MaxKeys: most, ...after }
    const { Contents = [], IsTruncated } = await store().send(new ListObjectsCommand(query))
    const keys = Contents.flatMap(({ Key }) => (Key ? [Key] : []))
    yield* keys
    last = keys.at(-1)
    if (!IsTruncated || last === undefined) return
  }
}

/** The checksum goes with the bytes: the store refuses what was damaged on the way, and Object Lock demands one. */
const putIfAbsent = (bucket: string, key: string, bytes: Buffer, contentType: string) =>
  store().send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: contentType,
      ContentLength: bytes.length,
      ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
      IfNoneMatch: '*',
    }),
  )

/**
 * Puts an object that is never replaced. A repeat finds the same bytes there and is content.
 * @throws Error when other bytes stand under that key
 */
export const putOnce = async (
  bucket: string,
  key: string,
  bytes: Buffer,
  contentType = 'application/json',
): Promise<void> => {
  const there = await readObject(bucket, key)
  if (there?.equals(bytes)) return
  if (there) throw new Error(`${bucket}/${key} holds other bytes`)
  try {
    await putIfAbsent(bucket, key, bytes, contentType)
  } catch (error) {
    // 412: a twin was faster; 409: a twin is at it. Either way its bytes are looked at next.
    if (!isStatus(error, 412) && !isStatus(error, 409)) throw error
    const twins = await readObject(bucket, key)
    if (!twins?.equals(bytes)) throw error
  }
}

/** Puts an object over whatever stands there. @param kept Cache-Control, for whoever reads it over the web */
export const replaceObject = async (
  bucket: string,
  key: string,
  bytes: Buffer,
  { type, kept }: { type: string; kept: string },
): Promise<void> => {
  await store().send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: type,
      CacheControl: kept,
      ContentLength: bytes.length,
      ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
    }),
  )
}

/** Takes an object away; one that is not there is away. */
export const removeObject = async (bucket: string, key: string): Promise<void> => {
  await store().send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
}
