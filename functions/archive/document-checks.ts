// The check of the files that were rendered from what was signed: each lies under its digest, as long as the record says.
import { countWords } from '#functions/minutes/words.rules.ts'
import { expect, type Look, recordOf } from './look.ts'
import type { MinutesText } from './schema.ts'

/** Entered from documents and attested before such records carried files: a later text, as signed, asks for them. */
const isUnprinted = ({ kind, printed }: MinutesText): boolean => kind === 'historical' && !printed

export const documents: Look = (evidence) => {
  const { format, minutes, documents: told = [] } = recordOf(evidence)
  if (format === 'diemcau-record/1') return 'Hồ sơ theo mẫu trước, không kèm bản in.'
  if (told.length === 0 && isUnprinted(minutes))
    return 'Hồ sơ nhập từ tài liệu theo mẫu trước, không kèm bản in.'
  expect(told.length > 0, 'Hồ sơ thiếu danh mục bản in.')
  for (const { path, title, sha256, bytes } of told) {
    const found = evidence.files.get(sha256)
    expect(found !== undefined, `Trong kho không có bản in “${title}” (${path}).`)
    expect(found?.digest === sha256 && found.bytes === bytes, `Bản in “${title}” (${path}) đã bị thay đổi.`)
  }
  return `${countWords(told.length)} bản in còn nguyên, mỗi tệp đúng mã băm ghi trong hồ sơ.`
}
