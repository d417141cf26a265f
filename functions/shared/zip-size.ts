// What a ZIP says it unpacks to, read from its directory alone: asked before anything is unpacked.
import { type Entry, fromBufferPromise } from 'yauzl'

const describedLater = 0x8

/** The reader unpacks an entry up to the size told here: one that tells none, or tells it elsewhere, has no bound. */
const isBounded = ({ compressedSize, uncompressedSize, generalPurposeBitFlag }: Entry): boolean =>
  uncompressedSize > 0 || (compressedSize <= 2 && !(generalPurposeBitFlag & describedLater))

/**
 * The sum of the sizes told by a ZIP's directory, in bytes.
 * @throws Error when it is no ZIP, or an entry has no bound
 */
export const unpackedSize = async (bytes: Uint8Array): Promise<number> => {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  let sum = 0
  for await (const entry of zip.eachEntry()) {
    if (!isBounded(entry)) throw new Error(`${entry.fileName}: no size told`)
    sum += entry.uncompressedSize
  }
  return sum
}
