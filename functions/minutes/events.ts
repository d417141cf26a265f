// What minutes announce. Every wording is kept: an edit's event carries the words.
import type { Attestation, Block, Minutes, Seal } from './schema.ts'
import type { Comment } from './workflow.schema.ts'

const announce = <N extends `minutes.${string}`>(
  name: N,
  minutes: Minutes,
  data: Record<string, unknown>,
) => ({
  name,
  scope: minutes.conferenceId,
  subject: minutes.id,
  data,
})

export const minutesDrafted = (minutes: Minutes, blocks: number) =>
  announce('minutes.drafted', minutes, { compiled: minutes.compiled, blocks })

export const blockAdded = (minutes: Minutes, { id, kind, text, events }: Block) =>
  announce('minutes.block-added', minutes, { block: id, kind, text, events })

export const blockEdited = (minutes: Minutes, { id, kind, text, version }: Block) =>
  announce('minutes.block-edited', minutes, { block: id, kind, text, version })

/** Taken back to the words of the record. */
export const blockRestored = (minutes: Minutes, { id, kind, text, version }: Block) =>
  announce('minutes.block-restored', minutes, { block: id, kind, text, version })

export const commentMade = (minutes: Minutes, { id, block, text }: Comment) =>
  announce('minutes.commented', minutes, { comment: id, block, text })

export const commentResolved = (minutes: Minutes, { id, block }: Comment) =>
  announce('minutes.comment-resolved', minutes, { comment: id, block })

export const addendumOpened = (addendum: Minutes) =>
  announce('minutes.addendum-opened', addendum, { compiled: addendum.compiled, ...addendum.supersedes })

export const addendumWithdrawn = (addendum: Minutes) =>
  announce('minutes.addendum-withdrawn', addendum, { ...addendum.supersedes })

export const minutesSubmitted = (minutes: Minutes) =>
  announce('minutes.submitted', minutes, {
    number: minutes.number?.text,
    digest: minutes.digest,
    horizon: minutes.horizon,
  })

/** @param before as they stood when they were refused */
export const minutesRefused = (before: Minutes, note: string) =>
  announce('minutes.refused', before, { note, digest: before.digest })

export const minutesSigned = (minutes: Minutes, { kid, signature, statement }: Attestation) =>
  announce('minutes.signed', minutes, { kid, signature, statement })

export const minutesSealed = (minutes: Minutes, seal: Seal) =>
  announce('minutes.sealed', minutes, { ...seal })
