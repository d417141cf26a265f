// Office files with the times of what they tell instead of the time they were made: the same content, the same bytes.
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import type { PrintModel } from './print.schema.ts'

const partsOf = async (bytes: Buffer): Promise<{ name: string; bytes: Buffer }[]> => {
  const zip = await fromBufferPromise(bytes)
  const parts = []
  for await (const entry of zip.eachEntry())
    parts.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) })
  return parts
}

const coreProperties = 'docProps/core.xml'

/** @param date UTC */
export const fixedZip = async (
  bytes: Uint8Array,
  { year, month, day, hour, minute, second }: PrintModel['meta']['date'],
): Promise<Buffer> => {
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString()
  const zip = new ZipFile()
  const mtime = new Date(1980, 0, 1)
  for (const { name, bytes: part } of await partsOf(Buffer.from(bytes))) {
    const timed = part.toString('utf8').replace(/(W3CDTF">)[^<]*/g, `$1${instant}`)
    zip.addBuffer(name === coreProperties ? Buffer.from(timed) : part, name, {
      mtime,
      forceDosTimestamp: true,
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}
