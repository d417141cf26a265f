// A past conference as its form holds it: every field is text, every entry a row with a key the form made. Pure.
import { listNames } from '#functions/imports/schema.ts'
import type { Fields } from '#web/outcomes/outcome-fields.ts'

export type ListName = (typeof listNames)[number]
export type Row = { key: string; fields: Fields }
export type Form = { facts: Fields; lists: Record<ListName, Row[]> }

/** In the order a clerk reads a document: where it stands, when it was, what it was, then what happened. */
export const sections = [
  'sources',
  'held',
  'conference',
  'persons',
  'groups',
  'topics',
  'paragraphs',
  'citations',
  'directives',
  'commendations',
  'figures',
] as const
export type Section = (typeof sections)[number]

export const isList = (section: Section): section is ListName =>
  section !== 'held' && section !== 'conference'

const keyWords: Record<ListName, string> = {
  sources: 'nguon',
  persons: 'nguoi',
  groups: 'thanh-phan',
  topics: 'noi-dung',
  paragraphs: 'doan',
  directives: 'chi-dao',
  commendations: 'khen',
  figures: 'so-lieu',
  citations: 'van-ban',
}

/** Whoever adds an entry elsewhere at the same time makes another key. @param chance a whole number, any */
export const newKey = (list: ListName, taken: readonly Row[], chance: number): string => {
  const key = `${keyWords[list]}-${chance.toString(36)}`
  return taken.some((row) => row.key === key) ? newKey(list, taken, chance + 1) : key
}

export const listsOf = (make: (name: ListName) => Row[]): Form['lists'] =>
  Object.fromEntries(listNames.map((name) => [name, make(name)])) as Form['lists']

export const blankFacts: Fields = {
  title: '',
  hostUnitId: '',
  level: '',
  form: 'in-person',
  classification: 'public',
  venue: '',
  heldSaid: '',
  heldOwn: '',
  precision: 'unknown',
  heldValue: '',
  part: '',
}

/** A conference nobody has entered yet has one source, still to be named. */
export const blankForm = (chance: number): Form => ({
  facts: blankFacts,
  lists: listsOf((name) => (name === 'sources' ? [{ key: newKey('sources', [], chance), fields: {} }] : [])),
})

/** What the API calls a field that the form calls otherwise. */
export const apiNames: Record<string, string> = {
  fromSource: 'from/source',
  fromPlace: 'from/place',
  citationIds: 'citations',
}

const listOf = (name: string | undefined) => listNames.find((one) => one === name)

/** Where a refusal belongs: `/figures/2/said` is in the third figure. */
export const placeOf = (pointer: string): { section: Section; index?: number } => {
  const [, first, index] = pointer.split('/')
  const list = listOf(first)
  if (!list) return { section: first === 'heldOn' ? 'held' : 'conference' }
  return { section: list, ...(index === undefined ? {} : { index: Number(index) }) }
}
