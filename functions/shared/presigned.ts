// Addresses that let a browser put or get one object of ours without a role: signed here, checked by the store.
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { create } from 'content-disposition'
import { now } from './clock.ts'
import { store } from './objects.ts'

const uploadSeconds = 600
const downloadSeconds = 60

/**
 * An address for one PUT of exactly these bytes: length, digest and "only if nothing is there" are signed.
 * @param sha256 hexadecimal
 * @returns the address, the headers to send with it, and when it ends: 10 minutes from now
 */
export const presignUpload = async (
  Bucket: string,
  Key: string,
  { bytes, sha256 }: { bytes: number; sha256: string },
) => {
  const signingDate = now()
  const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64')
  const put = new PutObjectCommand({ Bucket, Key, ContentLength: bytes, ChecksumSHA256, IfNoneMatch: '*' })
  const url = await getSignedUrl(store(), put, {
    expiresIn: uploadSeconds,
    signingDate,
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    signableHeaders: new Set(['host', 'content-length', 'if-none-match']),
  })
  return {
    url,
    headers: { 'x-amz-checksum-sha256': ChecksumSHA256, 'if-none-match': '*' },
    expiresAt: new Date(signingDate.getTime() + uploadSeconds * 1000).toISOString(),
  }
}

/** For readers that know no RFC 8187: letters without their marks, anything else as an underscore. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["\\/%]/g, '_')

/** `attachment` with the name twice, as RFC 6266 has it: in ASCII, and whole in UTF-8. */
export const attachment = (name: string): string => create(name, { fallback: plainName(name) })

/** An address to save one object from, under the name given; it ends after a minute unless told. Never shown inline. */
export const presignDownload = (
  Bucket: string,
  Key: string,
  { name, type }: { name: string; type: string },
  expiresIn = downloadSeconds,
): Promise<string> =>
  getSignedUrl(
    store(),
    new GetObjectCommand({
      Bucket,
      Key,
      ResponseContentDisposition: attachment(name),
      ResponseContentType: type,
      ResponseCacheControl: 'private, no-store',
    }),
    { expiresIn, signingDate: now() },
  )
