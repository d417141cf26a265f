// The hash on a receipt: anybody can repeat it with `sha256sum` over the text as kept.
import { createHash } from 'node:crypto'
import type { Receipt } from './schema.ts'

/** @param text as kept: NFC, UTF-8 */
export const receiptOf = (number: number, text: string, receivedAt: string): Receipt => ({
  number,
  sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  receivedAt,
})
