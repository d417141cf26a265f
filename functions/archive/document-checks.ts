// The check of the files that were rendered from what was signed: each lies under its digest, as long as the record says.
import { expect, found, type Look, recordOf } from './look.ts'
import type { MinutesText } from './schema.ts'

/** Entered from documents and attested before such records carried files: a later text, as signed, asks for them. */
const isUnprinted = ({ kind, printed }: MinutesText): boolean => kind === 'historical' && !printed

export const documents: Look = (evidence) => {
  const { format, minutes, documents: told = [] } = recordOf(evidence)
  if (format === 'diemcau-record/1') return found('documents-none')
  if (told.length === 0 && isUnprinted(minutes)) return found('documents-imported')
  expect(told.length > 0, 'documents-unlisted')
  for (const { path, title, sha256, bytes } of told) {
    const file = evidence.files.get(sha256)
    expect(file !== undefined, 'document-missing', { title, path })
    expect(file?.digest === sha256 && file.bytes === bytes, 'document-changed', { title, path })
  }
  return found('documents-whole', { shown: told.length })
}
