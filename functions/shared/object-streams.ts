// Objects as streams: read piece by piece, and put in parts, so that none need be in memory whole.
import type { Readable } from 'node:stream'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { store } from './objects.ts'

/** 10,000 of them make 50 GB: no package is near that. */
const partBytes = 5 * 1024 * 1024

/**
 * The bytes of an object as they come.
 * @param part only so many from there
 * @throws S3ServiceException when it is not there
 */
export const openObject = async (
  bucket: string,
  key: string,
  part?: { from: number; bytes: number },
): Promise<Readable> => {
  const Range = part && `bytes=${part.from}-${part.from + part.bytes - 1}`
  const { Body } = await store().send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }))
  if (!Body) throw new Error(`${bucket}/${key} has no bytes`)
  return Body as Readable
}

/** Puts what a stream gives. The object is there when this has resolved and never before; when the stream fails, nothing is. */
export const putStream = async (bucket: string, key: string, body: Readable, type: string): Promise<void> => {
  const params = { Bucket: bucket, Key: key, Body: body, ContentType: type }
  await new Upload({ client: store(), params, partSize: partBytes, queueSize: 2 }).done()
}
