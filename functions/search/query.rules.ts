// What a searcher typed, as FTS5 is asked: by names and titles first, by words side by side, by words anywhere. Pure.
import type { Unit } from '#functions/directory/stored.schema.ts'
import type { AlsoSought } from './schema.ts'
import { calledLast, namedAt, phrasesOf } from './units.rules.ts'
import { type Reading, tidy, wordsOf } from './words.rules.ts'

/** Words that belong together: in quotes, in a row, or the name of a unit with those searched for besides. */
export type Atom = {
  words: string[]
  /** The last word may go on. */
  prefix: boolean
  quoted: boolean
  unit?: { own: string[]; relatives: string[]; phrases: string[][] }
}

/** How a unit stands in the index: a word nobody can type. */
export type UnitWord = (id: string) => string

const phrase = (words: readonly string[], prefix = false): string =>
  `"${words.join(' ')}"${prefix ? ' *' : ''}`

const either = (expressions: readonly string[]): string => `(${expressions.join(' OR ')})`
const both = (expressions: readonly string[]): string => expressions.map((each) => `(${each})`).join(' AND ')

/** Words may stand so much further apart than side by side: a middle name, a short word between. */
const slack = 3

const near = ({ words, prefix, quoted }: Atom): string => {
  const last = words.length - 1
  if (quoted || last === 0) return phrase(words, prefix)
  const each = words.map((word, at) => phrase([word], prefix && at === last))
  return `NEAR(${each.join(' ')}, ${words.length - 2 + slack})`
}

const anywhere = (atom: Atom): string => {
  const { words, prefix, quoted } = atom
  if (quoted) return phrase(words)
  return both(words.map((word, at) => phrase([word], prefix && at === words.length - 1)))
}

const unitsWith = ({ words, unit }: Atom, unitWord: UnitWord): string | undefined => {
  if (!unit) return undefined
  const ids = [...unit.own, ...unit.relatives].map((id) => phrase([unitWord(id)]))
  return either([phrase(words), ...unit.phrases.map((each) => phrase(each)), ...ids])
}

const named = '{title people}'
const namedOrThere = '{title people units}'

/**
 * A tier comes whole before the next; `ranked` ones by how well they answer, the others newest first. `alone` is to ask
 * where the tiers before found nothing: there is nothing to leave out, which is dear to look for.
 */
export type Tier = { match: string; alone: string; ranked: boolean }
export type Asked = { all: string; tiers: Tier[] }

const without = (all: string, found: string) => `(${all}) NOT (${found})`

/** Exact names and titles; units that were there; all else that has the words side by side. */
const sideBySide = (readings: readonly Atom[][], unitWord: UnitWord): Asked => {
  const every = (told: (atom: Atom) => string) => either(readings.map((atoms) => both(atoms.map(told))))
  const exact = every(({ words }) => `${named} : ${phrase(words)}`)
  const there = every(({ words, unit }) => {
    const text = `${namedOrThere} : ${phrase(words)}`
    return unit ? either([text, ...unit.own.map((id) => phrase([unitWord(id)]))]) : text
  })
  const all = every((atom) => unitsWith(atom, unitWord) ?? near(atom))
  return {
    all,
    tiers: [
      { match: exact, alone: exact, ranked: false },
      { match: without(there, exact), alone: there, ranked: false },
      { match: without(all, there), alone: all, ranked: true },
    ],
  }
}

const inAnyPlace = (readings: readonly Atom[][], unitWord: UnitWord): Asked => {
  const all = either(
    readings.map((atoms) => both(atoms.map((atom) => unitsWith(atom, unitWord) ?? anywhere(atom)))),
  )
  return { all, tiers: [{ match: all, alone: all, ranked: true }] }
}

export type Plan = { strict: Asked; loose?: Asked; atoms: Atom[]; also: AlsoSought[] }

const quotes = /["“”„«»]/

const mostUnits = 60

const atomsOfRun = (words: string[], { units, related }: Reader, also: AlsoSought[]): Atom[] => {
  const atoms: Atom[] = []
  let run: string[] = []
  const close = () => {
    if (run.length > 0) atoms.push({ words: run, prefix: false, quoted: false })
    run = []
  }
  for (let at = 0; at < words.length; ) {
    const found = namedAt(units, words, at)
    if (found) {
      close()
      const relatives = related ? found.relatives : []
      atoms.push(atomOfUnits(words.slice(at, at + found.length), { ...found, relatives }))
      const as = relatives.map(calledLast)
      if (as.length > 0) also.push({ name: found.units.map(calledLast)[0] ?? '', as: [...new Set(as)] })
    } else if (/^\d+$/.test(words[at] ?? '')) {
      // A year, a number: people put it anywhere among the words.
      close()
      atoms.push({ words: [words[at] ?? ''], prefix: false, quoted: false })
    } else run.push(words[at] ?? '')
    at += found?.length ?? 1
  }
  close()
  return atoms
}

const atomOfUnits = (words: string[], { units, relatives }: { units: Unit[]; relatives: Unit[] }): Atom => {
  const ids = (list: Unit[]) => list.slice(0, mostUnits).map(({ id }) => id)
  const phrases = [...units, ...relatives].slice(0, mostUnits).flatMap(phrasesOf)
  return {
    words,
    prefix: false,
    quoted: false,
    unit: {
      own: ids(units),
      relatives: ids(relatives),
      phrases: phrases.filter((each) => each.join() !== words.join()),
    },
  }
}

const mostWords = 40

type Reader = { units: readonly Unit[]; related: boolean; reading: Reading }

/** `44-KL/TW`, `23/11/2022`: one thing, whatever parts it. */
const symbol = /([^\s/-]*\d[^\s/-]*[/-]\S+|[^\s/-]+[/-]\S*\d\S*)/u

/** Every other piece is one of those that stand together as they are. */
const piecesOf = (text: string): { text: string; whole: boolean }[] =>
  text
    .split(quotes)
    .flatMap((piece, at) =>
      at % 2 === 1
        ? [{ text: piece, whole: true }]
        : piece.split(symbol).map((part, place) => ({ text: part, whole: place % 2 === 1 })),
    )

/** One reading of the text: pieces that stand as they are and words between them in turn. */
const read = (text: string, reader: Reader) => {
  const also: AlsoSought[] = []
  const pieces = piecesOf(text)
  let left = mostWords
  const atoms = pieces.flatMap(({ text, whole }): Atom[] => {
    const words = wordsOf(text, reader.reading)
      .slice(0, left)
      .map(({ word }) => word)
    left -= words.length
    if (words.length === 0) return []
    return whole ? [{ words, prefix: false, quoted: true }] : atomsOfRun(words, reader, also)
  })
  const last = atoms.at(-1)
  if (last && /[\p{L}\p{N}]$/u.test(text) && !last.unit) last.prefix = true
  return { atoms, also }
}

const isLoosenable = (atoms: readonly Atom[]) =>
  atoms.some(({ words, quoted, unit }) => !quoted && !unit && words.length > 1)

/**
 * What to ask for a text; undefined when it has no word.
 * @param units those whose names are known. @param related whether units are sought by those before and after them too
 */
export const planOf = (
  typed: string,
  units: readonly Unit[],
  unitWord: UnitWord,
  related = true,
): Plan | undefined => {
  const text = tidy(typed)
  const { atoms, also } = read(text, { units, related, reading: 'never' })
  if (atoms.length === 0) return undefined
  const other = read(text, { units, related, reading: 'ever' }).atoms
  const same = JSON.stringify(other) === JSON.stringify(atoms)
  const readings = same ? [atoms] : [atoms, other]
  const loosenable = readings.some(isLoosenable)
  return {
    strict: sideBySide(readings, unitWord),
    ...(loosenable ? { loose: inAnyPlace(readings, unitWord) } : {}),
    atoms: readings.flat(),
    also,
  }
}
