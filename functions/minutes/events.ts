// What minutes announce. Every wording is kept: an edit's event carries the words.
import type { Attestation, Block, Minutes, Seal } from './schema.ts'

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
