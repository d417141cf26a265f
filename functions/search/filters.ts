// What of the index counts for one search, in one file: who asks, and what was narrowed down, as one expression of FTS5.

import * as z from 'zod'
import type { Unit } from '#functions/directory/stored.schema.ts'
import {
  chairWord,
  classificationWord,
  conferenceWord,
  everyWord,
  kindWord,
  unitWord,
} from './index-words.ts'
import type { SearchQuery } from './schema.ts'
import type { Standing } from './standing.ts'
import { withRelatives } from './units.rules.ts'
import type { YearFile } from './year-file.ts'

const anyOf = (words: readonly string[]): string => `(${words.map((word) => `"${word}"`).join(' OR ')})`

const Part = z.object({ conference: z.string() })

/** The conferences of that year these units took part in: contributions are found by them. */
const conferencesOf = ({ statement }: YearFile, units: readonly string[]): string[] => {
  if (units.length === 0) return []
  const select = statement(
    'SELECT DISTINCT conference FROM parts WHERE unit IN (SELECT value FROM json_each(?))',
  )
  return select.all(JSON.stringify(units)).map((row) => conferenceWord(Part.parse(row).conference))
}

const permission = (file: YearFile, standing: Standing): string[] => {
  if (standing.all) return []
  // Nobody's word stands in no document: where nothing is allowed nothing is found.
  return [anyOf([...standing.words, ...standing.units, ...conferencesOf(file, standing.units)])]
}

const unitFilter = ({ unit, related }: SearchQuery, units: readonly Unit[]): string[] => {
  if (!unit) return []
  const { relatives } = withRelatives(units, unit)
  return [anyOf([unit, ...(related ? relatives.map(({ id }) => id) : [])].map(unitWord))]
}

/** The same for every file. */
export const narrowed = (query: SearchQuery, units: readonly Unit[]): string[] => [
  ...unitFilter(query, units),
  ...(query.chair ? [anyOf([chairWord(query.chair)])] : []),
  ...(query.classification ? [anyOf([classificationWord(query.classification)])] : []),
]

export const ofKind = ({ kind }: SearchQuery): string[] => (kind ? [anyOf([kindWord(kind)])] : [])

export const every = anyOf([everyWord])

/** All that must hold together, in one file. */
export const matchIn = (
  file: YearFile,
  standing: Standing,
  expressions: readonly (string | undefined)[],
): string =>
  [...expressions.flatMap((each) => each ?? []), ...permission(file, standing)]
    .map((each) => `(${each})`)
    .join(' AND ')
