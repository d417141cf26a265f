// The check of a record against the checkpoints: which of them covers it, and that the chain was not cut behind one.
import { canonicalBytes } from '#functions/shared/canonical.ts'
import type { DayCheckpoint } from './checkpoint.schema.ts'
import { hashOfEntry } from './entity.ts'
import type { Evidence } from './load-evidence.ts'
import { expect, expectSigned, fail, found, type Look, linkOf } from './look.ts'

const expectWhole = (evidence: Evidence, { day, ...checkpoint }: DayCheckpoint) => {
  const { kid, statement } = checkpoint
  expect(kid === statement.kid, 'checkpoint-key', { day })
  expectSigned(evidence, checkpoint, canonicalBytes(statement), 'checkpoint-signature', { day })
  const object = evidence.checkpointObject
  expect(object !== undefined, 'checkpoint-missing', { day })
  expect(canonicalBytes(checkpoint).equals(object ?? Buffer.alloc(0)), 'checkpoint-differs', { day })
}

/** From the record's entry to the one the checkpoint names, each hangs on the one before. */
const expectPath = (evidence: Evidence, { day, statement }: DayCheckpoint) => {
  let { entry, hash } = linkOf(evidence)
  for (const link of evidence.path) {
    expect(link.entry.n === entry.n + 1 && link.entry.prev === hash, 'checkpoint-path', {
      n: String(entry.n),
    })
    entry = link.entry
    hash = hashOfEntry(entry)
  }
  expect(entry.n === statement.n && hash === statement.digest, 'checkpoint-end', { day })
}

export const checkpoint: Look = (evidence) => {
  const { checkpoint: over, lastCheckpoint: last, end } = evidence
  if (last && last.statement.n > end.version)
    fail('checkpoint-cut', { day: last.day, n: String(last.statement.n), end: String(end.version) })
  if (!over) return found('checkpoint-none')
  expectWhole(evidence, over)
  expectPath(evidence, over)
  return found('checkpoint-covers', { day: over.day, n: String(over.statement.n) })
}
