// Units with their letter and their answer as one list: joined, filtered, and written as a table for a spreadsheet. Pure.
import type { AnswerLine } from '#functions/bridge-points/answers.schema.ts'
import type { InvitationList } from '#functions/notices/schema.ts'
import { fold } from '#functions/shared/text.ts'

type Letter = InvitationList['items'][number]
/** Without a letter where none is needed: the host invites itself. */
export type UnitLine = AnswerLine & { letter: Letter | undefined }

export const joined = (answers: readonly AnswerLine[], letters: readonly Letter[]): UnitLine[] => {
  const byPoint = new Map(letters.map((letter) => [letter.pointId, letter]))
  return answers.map((line) => ({ ...line, letter: byPoint.get(line.pointId) }))
}

export const filters = ['owing', 'complete', 'failed', 'all'] as const
export type Filter = (typeof filters)[number]

export const passes = (line: UnitLine, filter: Filter): boolean => {
  if (filter === 'owing') return line.standing !== 'complete'
  if (filter === 'complete') return line.standing === 'complete'
  return filter === 'all' || line.letter?.state === 'failed'
}

/** Those of the filter whose name has the words, with or without diacritics. */
export const chosenLines = (lines: readonly UnitLine[], filter: Filter, sought: string): UnitLine[] =>
  lines.filter((line) => passes(line, filter) && fold(line.name).includes(fold(sought)))

/** A cell that a spreadsheet would take for a formula is told as text. */
const cell = (value: string | number): string => {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const asCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
