// A past conference's form to and from what the API takes. Pure.
import { type ImportFacts, type ImportInput, listNames } from '#functions/imports/schema.ts'
import type { Inputs, OutcomeKind } from '#functions/outcomes/schema.ts'
import { dayAsWritten } from '#web/lib/when.ts'
import { type Fields, linesIn, listIn, toldOf } from '#web/outcomes/outcome-fields.ts'
import { blankFacts, type Form, type ListName, listsOf, type Row } from './form.ts'
import { asWritten, heldFieldsOf, heldOf, partDateOf } from './held-fields.ts'

const optional = (name: string, value = '') => (value.trim() ? { [name]: value.trim() } : {})

const outcome =
  (kind: OutcomeKind) =>
  (fields: Fields): object =>
    toldOf(kind, fields)

const directive = (fields: Fields): object => {
  const { citationIds, agendaItem: _, ...rest } = toldOf('directive', fields) as Inputs['directive']
  return { ...rest, citations: citationIds }
}

const text = ({ text = '' }: Fields) => ({ text: text.trim() })

const readers: Record<ListName, (fields: Fields) => object> = {
  sources: ({ title = '', publisher, publishedOn, url, file }) => ({
    title: title.trim(),
    ...optional('publisher', publisher),
    ...optional('publishedOn', partDateOf(publishedOn)),
    ...optional('url', url),
    ...optional('file', file),
  }),
  persons: ({ personId = '', said, roles }) => ({
    personId,
    ...optional('said', said),
    roles: listIn(roles),
  }),
  groups: text,
  topics: text,
  paragraphs: (fields) => ({ part: fields.part ?? 'report', ...optional('by', fields.by), ...text(fields) }),
  directives: directive,
  commendations: outcome('commendation'),
  figures: outcome('figure'),
  citations: outcome('citation'),
}

const from = ({ fromSource = '', fromPlace }: Fields) => ({
  from: { source: fromSource, ...optional('place', fromPlace) },
})

const entryOf = (list: ListName, { key, fields }: Row): object => ({
  key,
  ...readers[list](fields),
  ...(list === 'sources' ? {} : from(fields)),
})

/** What was typed as the API would take it, whatever is missing or wrong in it: the API has the last word. */
export const inputOf = (form: Form): ImportInput => {
  const { title, hostUnitId, level, form: kind, classification, venue } = form.facts
  const lists = Object.fromEntries(
    listNames.map((name) => [name, form.lists[name].map((row) => entryOf(name, row))]),
  )
  const told = {
    title: linesIn(title),
    hostUnitId,
    ...optional('level', level),
    form: kind,
    classification,
    ...optional('venue', venue),
    heldOn: heldOf(form),
    ...lists,
  }
  return told as unknown as ImportInput
}

/** What an entry has besides its key and its source, as texts: lists of ids parted by spaces, lists of names by lines. */
const fieldTexts = (entry: object): Fields =>
  Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      if (Array.isArray(value))
        return [[name, value.join(name === 'authorities' || name === 'recipients' ? '\n' : ' ')]]
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
    }),
  )

const renamed: Partial<Record<ListName, (fields: Fields) => Fields>> = {
  sources: ({ publishedOn, ...rest }) => ({ ...rest, publishedOn: asWritten(publishedOn) }),
  directives: ({ citations, dueOn, ...rest }) => ({
    ...rest,
    citationIds: citations ?? '',
    dueOn: dayAsWritten(dueOn),
  }),
}

const rowOf = (list: ListName, entry: ImportInput[ListName][number]): Row => {
  const { key, ...rest } = entry
  const told = 'from' in rest ? { fromSource: rest.from.source, fromPlace: rest.from.place ?? '' } : {}
  const fields = fieldTexts(rest)
  return { key, fields: { ...(renamed[list]?.(fields) ?? fields), ...told } }
}

/** The fields in which something entered already is set right. */
export const formOf = (input: ImportInput): Form => {
  const { title, hostUnitId, level, form, classification, venue, heldOn } = input
  const published = input.sources.find(({ publishedOn }) => publishedOn)?.publishedOn
  return {
    facts: {
      ...blankFacts,
      title: title.join('\n'),
      hostUnitId,
      level: level ?? '',
      form,
      classification,
      venue: venue ?? '',
      ...heldFieldsOf(heldOn, published),
    },
    lists: listsOf((name) => input[name].map((entry) => rowOf(name, entry))),
  }
}

/** As it stands: a file it has already is named by its digest. */
export const inputOfFacts = ({ sources, ...facts }: ImportFacts): ImportInput => ({
  ...facts,
  sources: sources.map(({ sha256, ...source }) => ({ ...source, ...(sha256 ? { file: sha256 } : {}) })),
})
