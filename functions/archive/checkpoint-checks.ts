// The check of a record against the checkpoints: which of them covers it, and that the chain was not cut behind one.
import { dayWords } from '#functions/minutes/words.rules.ts'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import type { DayCheckpoint } from './checkpoint.schema.ts'
import { hashOfEntry } from './entity.ts'
import type { Evidence } from './load-evidence.ts'
import { expect, expectSigned, type Look, linkOf } from './look.ts'

const expectWhole = (evidence: Evidence, { day, ...checkpoint }: DayCheckpoint) => {
  const { kid, statement } = checkpoint
  const what = `Điểm kiểm tra ${dayWords(day)}`
  expect(kid === statement.kid, `${what} ghi một khóa khác khóa đã ký.`)
  expectSigned(evidence, checkpoint, canonicalBytes(statement), `Chữ ký của điểm kiểm tra ${dayWords(day)}`)
  const object = evidence.checkpointObject
  expect(object !== undefined, `Trong kho không có điểm kiểm tra ${dayWords(day)}.`)
  expect(
    canonicalBytes(checkpoint).equals(object ?? Buffer.alloc(0)),
    `${what} trong kho khác bản trong bảng.`,
  )
}

/** From the record's entry to the one the checkpoint names, each hangs on the one before. */
const expectPath = (evidence: Evidence, { day, statement }: DayCheckpoint) => {
  let { entry, hash } = linkOf(evidence)
  for (const link of evidence.path) {
    expect(link.entry.n === entry.n + 1 && link.entry.prev === hash, `Chuỗi đứt sau mắt xích số ${entry.n}.`)
    entry = link.entry
    hash = hashOfEntry(entry)
  }
  expect(
    entry.n === statement.n && hash === statement.digest,
    `Chuỗi không đúng như điểm kiểm tra ${dayWords(day)} đã ghi nhận.`,
  )
}

export const checkpoint: Look = (evidence) => {
  const { checkpoint: over, lastCheckpoint: last, end } = evidence
  if (last)
    expect(
      last.statement.n <= end.version,
      `Chuỗi bị cắt: điểm kiểm tra ${dayWords(last.day)} ghi nhận đến mắt xích số ${last.statement.n}, nay chỉ còn đến số ${end.version}.`,
    )
  if (!over) return 'Chưa có điểm kiểm tra nào kể từ khi niêm phong.'
  expectWhole(evidence, over)
  expectPath(evidence, over)
  return `Điểm kiểm tra ${dayWords(over.day)}, đến mắt xích số ${over.statement.n}, xác nhận hồ sơ này.`
}
