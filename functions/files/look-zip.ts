// A ZIP read as a hostile one: whole, from its first byte to its last, within bounds, each part once.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Problem } from '#functions/shared/problem.ts'

const mostParts = 5_000
/** A document of 20 MB does not unfold to more. */
const mostUnfolded = 200 * 1024 * 1024
/** Text packs 20 to 1; from 10 MB on a file that packs 100 to 1 is made to fill memories. */
const mostRatio = 100
const ratioFrom = 10 * 1024 * 1024
/** What is kept of a part that is read for its words. */
const mostWords = 4 * 1024 * 1024

const endSignature = Buffer.from('PK\x05\x06', 'latin1')
const endBytes = 22

/** Whether the bytes are a ZIP to whoever reads from the end, whatever they begin with. */
export const endsAsZip = (bytes: Buffer): boolean => {
  for (let at = bytes.lastIndexOf(endSignature); at >= 0; at = bytes.lastIndexOf(endSignature, at - 1)) {
    if (at + endBytes <= bytes.length && at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length)
      return true
    if (at === 0 || bytes.length - at > 0xffff + endBytes) return false
  }
  return false
}

const unsafe = (detail: string) => new Problem('file-unsafe', { detail })

/** Sums over all parts: what they say they unfold to, and where they lie. */
const boundsOf = (entries: Entry[], size: number): void => {
  if (entries.length > mostParts) throw unsafe('parts')
  const unfolded = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (unfolded > mostUnfolded) throw unsafe('unfolds')
  if (unfolded > ratioFrom && unfolded > mostRatio * size) throw unsafe('unfolds')
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  if (packed > size) throw unsafe('overlap')
  if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size < entries.length)
    throw unsafe('same name twice')
}

/** Reads a part to its end, so that what it says of its size and sum is found true; keeps it if it is to be read. */
const unfold = async (zip: ZipFile, entry: Entry, keep: boolean): Promise<string> => {
  const header = await zip.readLocalFileHeaderPromise(entry)
  if (!header.fileName.equals(entry.fileNameRaw)) throw unsafe('two names')
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (keep && size <= mostWords) kept.push(chunk)
  }
  if (keep && size > mostWords) throw unsafe('unfolds')
  return Buffer.concat(kept).toString('utf8')
}

const read = async (bytes: Buffer, wanted: (name: string) => boolean) => {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: true })
  if (zip.comment !== '') throw unsafe('comment')
  if (zip.entryCount > mostParts) throw unsafe('parts')
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  if (entries.some((entry) => entry.isEncrypted())) throw new Problem('file-encrypted')
  boundsOf(entries, bytes.length)
  const words = new Map<string, string>()
  for (const entry of entries) {
    const keep = wanted(entry.fileName)
    const text = await unfold(zip, entry, keep)
    if (keep) words.set(entry.fileName, text)
  }
  return { names: entries.map(({ fileName }) => fileName), words }
}

/**
 * The names of all parts and the words of those wanted. Everything is unfolded once, so nothing lies about its size.
 * @throws Problem `file-damaged`, `file-encrypted`, `file-unsafe`
 */
export const readZip = async (bytes: Buffer, wanted: (name: string) => boolean) => {
  try {
    return await read(bytes, wanted)
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('file-damaged', { detail: (error as Error).message })
  }
}
