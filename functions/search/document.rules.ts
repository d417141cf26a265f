// What is indexed: a sealed record, or a contribution, as words by field and what lists show of it. Pure.
import * as z from 'zod'
import { concernedUnits } from '#functions/archive/concerned.rules.ts'
import type { MinutesText, RecordHead } from '#functions/archive/schema.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import { kinds } from './kinds.data.ts'
import type { Head } from './schema.ts'
import { tidy } from './words.rules.ts'

/** Whom and what a document concerns: who may find it, and what it is filtered by. */
export type Concern = { host: string; conference: string; units: string[]; chairs: string[] }

export type IndexedDocument = {
  head: Head
  title: string
  people: string
  units: string
  body: string
  concern: Concern
}

/** The year of a file whose conferences no document dates. */
export const unknownYear = 'unknown'

/** The civil year of a conference, by which the index is divided. */
export const yearOf = ({ startsAt, datePrecision }: Pick<Head, 'startsAt' | 'datePrecision'>): string =>
  datePrecision === 'unknown' ? unknownYear : civilDay(startsAt).slice(0, 4)

export const kindAt = (kind: Head['kind']): number => kinds.indexOf(kind)

const texts = z.array(z.string()).catch([])
const spoken = z.array(z.object({ text: z.string() })).catch([])

/** As much of either format as is searched; what is missing in one is empty. */
const Searched = z.object({
  conference: z.object({ venue: z.string().catch('') }),
  chairs: texts,
  secretaries: texts,
  persons: z.array(z.object({ id: z.string(), name: z.string() })).catch([]),
  contributions: z.array(z.object({ title: z.string(), author: z.string() })).catch([]),
  turns: z.array(z.object({ speaker: z.string() })).catch([]),
  outcomes: z
    .object({ directives: spoken, commendations: spoken, figures: spoken, citations: spoken })
    .catch({ directives: [], commendations: [], figures: [], citations: [] }),
  disagreements: z
    .array(
      z.object({
        subject: z.string().catch(''),
        statements: z.array(z.object({ text: z.string().catch('') })).catch([]),
      }),
    )
    .catch([]),
  sources: z.array(z.object({ title: z.string() })).catch([]),
})

const joined = (parts: readonly string[], by = '\n'): string =>
  tidy([...new Set(parts.filter(Boolean))].join(by))

const saysWhoPresided = ({ kind }: { kind: string }) => kind === 'chair' || kind === 'secretary'

type Sealed = { head: RecordHead; text: MinutesText; hostName: string; supersededBy?: string | undefined }

/** Persons of the directory whose name stands in a line that names a chair. */
const chairsIn = (searched: z.infer<typeof Searched>): string[] =>
  searched.persons
    .filter(({ name }) =>
      searched.chairs.some((line) => line.normalize('NFC').includes(name.normalize('NFC'))),
    )
    .map(({ id }) => id)

const shownOf = ({ head, hostName, supersededBy }: Sealed): Head => ({
  id: head.id,
  kind: head.kind,
  conferenceId: head.conferenceId,
  recordId: head.id,
  number: head.number,
  conferenceTitle: head.title,
  hostUnitId: head.hostUnitId,
  hostName,
  classification: head.classification,
  startsAt: head.startsAt,
  datePrecision: head.datePrecision,
  sealedAt: head.sealedAt,
  ...(supersededBy ? { supersededBy } : {}),
})

/** @param chairs ids of those who presided, where the text does not give them */
export const documentOfRecord = (sealed: Sealed, chairs: readonly string[]): IndexedDocument => {
  const { head, text } = sealed
  const searched = Searched.parse(text)
  const { outcomes, disagreements, contributions, turns, sources } = searched
  // Documents of a past conference may name no chair, and their paragraph says just that.
  const isSaid = searched.chairs.length === 0 && text.kind !== 'historical'
  const named = isSaid ? text.blocks.filter(saysWhoPresided).map(({ text }) => text) : []
  const people = [...searched.chairs, ...searched.secretaries, ...searched.persons.map(({ name }) => name)]
  return {
    head: shownOf(sealed),
    title: joined([...head.title, head.number], '; '),
    people: joined([...named, ...people, ...turns.map(({ speaker }) => speaker)], '; '),
    units: joined([searched.conference.venue, ...text.units.map(({ name }) => name)], '; '),
    body: joined([
      ...text.blocks.map(({ text }) => text),
      ...Object.values(outcomes).flatMap((list) => list.map(({ text }) => text)),
      ...contributions.map(({ title, author }) => `${title} (${author})`),
      ...disagreements.flatMap(({ subject, statements }) => [subject, ...statements.map(({ text }) => text)]),
      ...sources.map(({ title }) => title),
    ]),
    concern: {
      host: head.hostUnitId,
      conference: head.conferenceId,
      units: [...new Set([head.hostUnitId, ...concernedUnits(text)])],
      chairs: [...new Set([...chairs, ...chairsIn(searched)])],
    },
  }
}

type Held = Omit<Head, 'kind' | 'id' | 'contribution'>

/** @param held its conference. @param text of the present version */
export const documentOfContribution = (
  contribution: Contribution,
  text: string,
  held: Held,
  unitName: string,
  chairs: readonly string[],
): IndexedDocument => {
  const { id, title, author, coAuthors, presenter, unitId, state } = contribution
  const authors = [author, ...coAuthors, ...(presenter ? [presenter] : [])].map(({ display }) => display)
  const { supersededBy: _, ...shown } = held
  return {
    head: {
      ...shown,
      id,
      kind: 'contribution',
      contribution: { id, author: author.display, unitName, state },
    },
    title: tidy(title),
    people: joined(authors, '; '),
    units: tidy(unitName),
    body: tidy(text),
    concern: { host: held.hostUnitId, conference: held.conferenceId, units: [unitId], chairs: [...chairs] },
  }
}
