// The annexes of a signed text as rows to be shown, found by words, page by page. Pure.
import * as z from 'zod'
import { listedAnnexes } from '#functions/minutes/annex-words.rules.ts'
import type { TextAnnex } from '#functions/minutes/parts.schema.ts'
import { MinutesText2 } from '#functions/minutes/text.schema.ts'
import { fold } from '#functions/shared/text.ts'
import type { AnnexName, AnnexQuery, AnnexRow } from './sheet.schema.ts'

const { attendance, contributions, turns, outcomes, disagreements } = MinutesText2.shape
const { directives, commendations, figures, citations } = outcomes.shape

/** Texts of before have fewer annexes: what is not there has no rows. */
const Annexes = z.object({
  attendance: attendance.catch([]),
  contributions: contributions.catch([]),
  turns: turns.catch([]),
  outcomes: z
    .object({
      directives: directives.catch([]),
      commendations: commendations.catch([]),
      figures: figures.catch([]),
      citations: citations.catch([]),
    })
    .catch({ directives: [], commendations: [], figures: [], citations: [] }),
  disagreements: disagreements.catch([]),
  units: z.array(z.object({ id: z.string(), name: z.string() })).catch([]),
})

const Listing = z.object({
  format: z.string(),
  kind: z.string().optional(),
  annexes: MinutesText2.shape.annexes.catch(undefined),
})

/** The annexes with the numbers that the text gives them; before `diemcau-minutes/2` and of past conferences none are printed. */
export const numberedIn = (minutes: unknown): TextAnnex[] => {
  const { format, kind, annexes } = Listing.parse(minutes)
  return format === 'diemcau-minutes/1' || kind === 'historical' ? [] : listedAnnexes({ annexes })
}

export type AnnexRows = Record<AnnexName, AnnexRow[]>

/** @param minutes what was signed, as stored */
export const annexesIn = (minutes: unknown): AnnexRows => {
  const text = Annexes.parse(minutes)
  const names = new Map(text.units.map(({ id, name }) => [id, name]))
  const named = (id: string) => ({ unit: names.get(id) ?? id })
  return {
    attendance: text.attendance.map((point) => ({ ...named(point.unitId), point })),
    contributions: text.contributions.map((paper) => ({ ...named(paper.unitId), paper })),
    turns: text.turns.map((turn) => ({ ...named(turn.unitId), turn })),
    directives: text.outcomes.directives.map((outcome) => ({
      outcome: { ...outcome, owners: outcome.owners.map((id) => names.get(id) ?? id) },
    })),
    commendations: text.outcomes.commendations.map((outcome) => ({ outcome })),
    figures: text.outcomes.figures.map((outcome) => ({ outcome })),
    citations: text.outcomes.citations.map((outcome) => ({ outcome })),
    disagreements: text.disagreements.map((disagreement) => ({ disagreement })),
  }
}

export const lengthsOf = (rows: AnnexRows): Record<AnnexName, number> => ({
  attendance: rows.attendance.length,
  contributions: rows.contributions.length,
  turns: rows.turns.length,
  directives: rows.directives.length,
  commendations: rows.commendations.length,
  figures: rows.figures.length,
  citations: rows.citations.length,
  disagreements: rows.disagreements.length,
})

const wordsOf = ({ unit, point, paper, turn, outcome, disagreement }: AnnexRow): string[] => [
  unit ?? '',
  ...(point?.delegates.map(({ name }) => name) ?? []),
  ...(paper ? [paper.title, paper.author] : []),
  ...(turn ? [turn.speaker] : []),
  ...(outcome ? [outcome.text, ...(outcome.owners ?? [])] : []),
  ...(disagreement ? [disagreement.differs ?? '', disagreement.agreed ?? ''] : []),
  ...(disagreement?.statements ?? []).map(({ text }) => text ?? ''),
]

/** A nation's names take a third of a second to fold: rows that are read page after page are folded once. */
const folded = new WeakMap<AnnexRow, string>()

const foldedOf = (row: AnnexRow): string => {
  const known = folded.get(row)
  if (known !== undefined) return known
  const words = fold(wordsOf(row).join(' '))
  folded.set(row, words)
  return words
}

const unitIdOf = ({ point, paper, turn }: AnnexRow): string | undefined => (point ?? paper ?? turn)?.unitId

/** The rows that have all the words somewhere, in their order. */
export const rowsFound = (rows: readonly AnnexRow[], { q, unit }: Pick<AnnexQuery, 'q' | 'unit'>) => {
  const wanted = q ? fold(q).split(' ') : []
  return rows.filter((row) => {
    if (unit !== undefined && unitIdOf(row) !== unit) return false
    if (wanted.length === 0) return true
    const words = foldedOf(row)
    return wanted.every((word) => words.includes(word))
  })
}
