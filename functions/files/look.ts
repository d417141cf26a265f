// What a file is by its content, never by its name: told and found must agree, and some things are not let in.
import { isUtf8 } from 'node:buffer'
import { fileTypeFromBuffer } from 'file-type'
import { Problem } from '#functions/shared/problem.ts'
import { lookIntoDocument } from './look-document.ts'
import { lookIntoPdf } from './look-pdf.ts'
import { isPicture, lookIntoPicture } from './look-picture.ts'
import type { FileType } from './schema.ts'

/** Control characters but tabs and line breaks: no table of text has them, every binary does. */
const isBinary = (bytes: Buffer): boolean =>
  bytes.some((byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f)

const lookIntoText = (bytes: Buffer): void => {
  if (isBinary(bytes)) throw new Problem('file-type-refused', { detail: 'binary' })
  if (!isUtf8(bytes)) throw new Problem('file-damaged', { detail: 'utf-8' })
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))

/**
 * @param told what the sender said it is
 * @throws Problem `file-type-refused` naming what it is instead, `file-damaged`, `file-encrypted`, `file-active`, `file-unsafe`, `picture-too-large`
 */
export const lookInto = async (bytes: Buffer, told: FileType): Promise<void> => {
  if (isZip(bytes)) return lookIntoDocument(bytes, told)
  const found = await fileTypeFromBuffer(bytes)
  if (told === 'text/csv' && !found) return lookIntoText(bytes)
  if (found?.mime !== told) throw new Problem('file-type-refused', { detail: found?.mime ?? 'unknown' })
  if (isPicture(told)) lookIntoPicture(bytes, told)
  else lookIntoPdf(bytes)
}
