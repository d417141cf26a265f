// What a receipt proves: anybody can repeat its hashes with `sha256sum`, over the text and over the whole submission.
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import type { Submission } from './rules.ts'
import type { Authors, Contribution, Receipt, TextVersion } from './schema.ts'

type Head = Pick<Contribution, 'id' | 'conferenceId' | 'kind' | 'unitId'>

const named = ({ author, coAuthors, presenter }: Authors) => ({
  author: author.display,
  coAuthors: coAuthors.map(({ display }) => display),
  presenter: presenter?.display,
})

/**
 * The canonical bytes (NFC, RFC 8785) of one version as it was handed in. Final: receipts rest on it for ever.
 * @param at the version's number and when it came
 */
export const submissionBytes = (
  { id, conferenceId, kind, unitId }: Head,
  submission: Submission,
  { number, receivedAt }: Pick<Receipt, 'number' | 'receivedAt'>,
): Buffer =>
  canonicalBytes({
    format: 'diemcau-contribution/1',
    conferenceId,
    id,
    number,
    kind,
    unitId,
    title: submission.title,
    text: submission.text,
    ...named(submission),
    files: submission.files.map(({ name, type, bytes, digest }) => ({ name, type, bytes, sha256: digest })),
    receivedAt,
  })

/** The receipt of a version. `text` as kept: NFC, UTF-8 */
export const receiptOf = (
  head: Head,
  submission: Submission,
  at: Pick<Receipt, 'number' | 'receivedAt'>,
): Receipt => ({
  ...at,
  sha256: sha256(submission.text),
  digest: sha256(submissionBytes(head, submission, at)),
})

/** A kept version as it was handed in; those from before authors could change have the head's. */
export const submissionOf = (head: Contribution, version: TextVersion): Submission => ({
  title: version.title,
  text: version.text,
  files: version.files,
  author: version.author ?? head.author,
  coAuthors: version.coAuthors,
  presenter: version.presenter,
})
