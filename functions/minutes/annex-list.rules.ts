// Which annexes the text of a conference has: decided when it is compiled, and part of what is signed. Pure.
import { numbered } from './annex-words.rules.ts'
import { type AnnexKey, annexKeys } from './annexes.data.ts'
import type { Facts } from './facts.rules.ts'
import { papersIn } from './papers.rules.ts'
import type { TextAnnex } from './parts.schema.ts'
import { settledMost } from './settled.rules.ts'
import { turnsIn } from './turns.rules.ts'

const isThere: Record<AnnexKey, (facts: Facts) => boolean> = {
  attendance: ({ attendance }) => attendance.length > 0,
  turns: ({ events, conference }) => turnsIn(events, conference.closedAt).length > 0,
  technical: ({ attendance }) =>
    attendance.some(({ link, faults }) => (link?.stays.length ?? 0) + faults.length > 0),
  contributions: ({ events }) => papersIn(events).length > 0,
  directives: ({ outcomes }) => outcomes.some(({ kind }) => kind === 'directive'),
  commendations: ({ outcomes }) => outcomes.some(({ kind }) => kind === 'commendation'),
  figures: ({ outcomes }) => outcomes.some(({ kind }) => kind === 'figure'),
  citations: ({ outcomes }) => outcomes.some(({ kind }) => kind === 'citation'),
  disagreements: ({ settled }) => settled.length > settledMost,
}

/** The annexes of a text compiled from these facts, in their order. */
export const annexesOf = (facts: Facts): TextAnnex[] =>
  numbered(annexKeys.filter((key) => isThere[key](facts)))
