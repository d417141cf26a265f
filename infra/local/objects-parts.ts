// Objects put in parts, as S3 takes them: made visible whole by the last request, given up by another.
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Asked, Refusal } from '#infra/local/objects-request.ts'
import type { WholeStore } from '#infra/local/objects-store.ts'

/** Every part but the last has at least this many bytes. */
const smallestPart = 5 * 1024 * 1024

const mostParts = 10_000

const noUpload = () => new Refusal(404, 'NoSuchUpload', 'The specified upload does not exist.')

const uploads = (store: WholeStore, bucket: string) => store.getResourcePath(bucket, '', 'uploads')

/** An upload's id is a folder here: nothing else may be named by it. */
const folderOf = ({ bucket, query: { uploadId = '' } }: Asked, store: WholeStore): string => {
  if (!/^[0-9a-f]{32}$/.test(uploadId)) throw noUpload()
  return join(uploads(store, bucket), uploadId)
}

const sizeOf = async (file: string): Promise<number> =>
  (await stat(file).catch(() => Promise.reject(noUpload()))).size

/** Begins, adds to, completes or gives up an object in parts. */
export const isInParts = ({ method, query }: Asked): boolean =>
  (method === 'POST' && ('uploads' in query || 'uploadId' in query)) ||
  (['PUT', 'DELETE'].includes(method) && 'uploadId' in query)

export const completes = ({ method, query }: Asked): boolean => method === 'POST' && 'uploadId' in query

/** @throws Refusal for an upload there is not, an odd part, or parts too small to be completed */
export const checkParts = async (asked: Asked, store: WholeStore): Promise<void> => {
  if ('uploads' in asked.query) return
  const folder = folderOf(asked, store)
  await sizeOf(join(folder, 'key'))
  if (asked.method === 'PUT') {
    const part = Number(asked.query.partNumber)
    if (!(Number.isInteger(part) && part >= 1 && part <= mostParts))
      throw new Refusal(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000.')
  }
  if (!completes(asked)) return
  const parts = [...asked.body.toString('utf8').matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(
    ([, n]) => n,
  )
  const sizes = await Promise.all(parts.map((n) => sizeOf(join(folder, n ?? ''))))
  if (sizes.slice(0, -1).some((size) => size < smallestPart))
    throw new Refusal(400, 'EntityTooSmall', 'A part but the last is smaller than the minimum allowed size.')
}

/** The inner store knows no giving up. @returns whether the request was one, and is done */
export const gaveUp = async (asked: Asked, store: WholeStore): Promise<boolean> => {
  if (asked.method !== 'DELETE' || !('uploadId' in asked.query)) return false
  await rm(folderOf(asked, store), { recursive: true, force: true })
  return true
}

/** What a home that fell left half done: nobody goes on with it. */
export const dropParts = (store: WholeStore, bucket: string): Promise<void> =>
  rm(uploads(store, bucket), { recursive: true, force: true })
