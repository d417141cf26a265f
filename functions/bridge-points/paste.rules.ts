// Reads a pasted table of delegates row by row, and says what is wrong with which. Pure.
import { readPerson } from '#functions/directory/person-line.rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { fieldWords } from '#functions/shared/field-words.ts'
import { columnsOf } from './columns.rules.ts'
import { displayOf } from './delegates.rules.ts'
import { DelegateInput, delegatesMost } from './delegates.schema.ts'
import type { Column, Line, PastedRow, PastePreview, Remark } from './paste.schema.ts'

const words = {
  'already-listed': ['Đại biểu này đã có trong đoàn.', 'This delegate is in the delegation already.'],
  'listed-twice': ['Trùng với một dòng ở trên.', 'The same as a row above.'],
  'delegation-full': ['Một điểm cầu có tối đa 500 đại biểu.', 'A bridge point has at most 500 delegates.'],
  'too-long': ['Nội dung ô này quá dài.', 'This cell is too long.'],
  unreadable: ['Không đọc được ô này.', 'This cell cannot be read.'],
} as const

const remark = (code: keyof typeof words, english: boolean, field?: string): Remark => ({
  code,
  message: words[code][english ? 1 : 0],
  ...(field ? { field } : {}),
})

const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim()

/** Parts of a person found in one cell; `stateTitle` is what a delegate calls position. */
const personIn = (cell: string): Line => {
  const { stateTitle, ...parts } = readPerson(cell)
  return { ...parts, ...(stateTitle ? { position: stateTitle } : {}) }
}

/** A column of names may hold the rank too; a name is kept as typed where it is none we know. */
const nameIn = (cell: string): Line => {
  const read = personIn(cell)
  return read.name ? read : { name: cell }
}

const readCell = (kind: Column['kind'], cell: string): Line => {
  if (kind === 'line' || kind === 'titles') return personIn(cell)
  if (kind === 'name') return nameIn(cell)
  return kind === 'ordinal' || kind === 'ignored' ? {} : { [kind]: cell }
}

/** A column of its own goes before what another column holds beside. */
const surest = (a: Column, b: Column): number => sureness(a) - sureness(b)
const sureness = ({ kind }: Column): number =>
  kind === 'line' ? 0 : kind === 'titles' || kind === 'name' ? 1 : 2

const readRow = (columns: readonly Column[], row: readonly string[]): Line =>
  Object.assign(
    {},
    ...columns
      .map((column, at) => ({ ...column, cell: row[at] ?? '' }))
      .filter(({ cell }) => cell !== '')
      .toSorted(surest)
      .map(({ kind, cell }) => readCell(kind, cell)),
  )

/** What the shape of an entry does not allow, said at the cell to blame. */
const wrongIn = (line: Line, english: boolean): Remark[] => {
  const parsed = DelegateInput.safeParse(line)
  if (parsed.success) return []
  return parsed.error.issues.map(({ code, path, message }) => {
    const field = String(path[0] ?? 'name')
    if (code === 'too_big') return remark('too-long', english, field)
    const own = fieldWords(message, english)
    return code === 'custom' ? { field, code: 'invalid', message: own } : remark('unreadable', english, field)
  })
}

/** Two entries mean one delegate when records would name them the same; a mere position may well come twice. */
const sameness = ({ name, rank, position }: Line): string | undefined =>
  name
    ? [name, rank, position].map((part) => (part ?? '').normalize('NFC').toLowerCase()).join('|')
    : undefined

const lower = (text: string | undefined): string =>
  plain(text ?? '')
    .normalize('NFC')
    .toLowerCase()

type Known = { listed: readonly Line[]; english: boolean }

/** @param rows cells of the pasted text, line by line @param listed the delegation as it stands */
export const readPaste = (rows: readonly (readonly string[])[], { listed, english }: Known): PastePreview => {
  const cells = rows.map((row) => row.map(plain))
  const { headed, columns, from } = columnsOf(cells)
  const there = new Set(listed.map(sameness))
  const above = new Set<string>()
  const readOne = (row: readonly string[], line: number, place: number): PastedRow => {
    const delegate = readRow(columns, row)
    const same = sameness(delegate)
    const full = listed.length + place >= delegatesMost ? [remark('delegation-full', english)] : []
    const warnings = [
      ...(same && there.has(same) ? [remark('already-listed', english)] : []),
      ...(same && above.has(same) ? [remark('listed-twice', english)] : []),
    ]
    if (same) above.add(same)
    const errors = [...wrongIn(delegate, english), ...full]
    return { row: line, delegate, display: displayOf(delegate), errors, warnings, suggestions: [] }
  }
  const people = cells
    .map((row, at) => ({ row, line: at + 1 }))
    .slice(from)
    .filter(({ row }) => row.some((cell, at) => cell !== '' && columns[at]?.kind !== 'ordinal'))
    .map(({ row, line }, place) => readOne(row, line, place))
  const wrong = people.filter(({ errors }) => errors.length > 0).length
  return { headed, columns, rows: people, ready: people.length - wrong, wrong }
}

/** A name may be borne by many; more than so many are no help. */
const suggestionsMost = 5

/**
 * Adds the persons of the directory of exactly a row's name whose rank, if both tell one, is the same.
 * @param persons as they are on the day of the conference @param nameOf how records name one
 */
export const withSuggestions = (
  preview: PastePreview,
  persons: readonly Person[],
  nameOf: (person: Person) => string,
): PastePreview => {
  const byName = Map.groupBy(persons, ({ name }) => lower(name))
  const suggested = ({ name, rank }: Line) =>
    (name ? (byName.get(lower(name)) ?? []) : [])
      .filter((person) => !rank || !person.rank || lower(rank) === lower(person.rank))
      .slice(0, suggestionsMost)
      .map((person) => ({ personId: person.id, formalName: nameOf(person) }))
  return { ...preview, rows: preview.rows.map((row) => ({ ...row, suggestions: suggested(row.delegate) })) }
}
