// Where a text answers a query, and the piece of a long text that answers it best: as places, never as markup. Pure.
import type { Atom } from './query.rules.ts'
import type { Marked, Snippet } from './schema.ts'
import { folded, writtenAs } from './words.rules.ts'

/** Patterns over folded text: what belongs together, and its words one by one where that is nowhere. */
export type Needles = { whole: RegExp; words: RegExp | undefined }

const anyOf = (patterns: readonly string[]): RegExp => new RegExp([...new Set(patterns)].join('|'), 'g')

/** A letter alone is in every line. */
const shortest = 2

export const needlesOf = (atoms: readonly Atom[]): Needles => {
  const whole = atoms.flatMap(({ words, prefix, unit }) => [
    writtenAs(words, prefix),
    ...(unit?.phrases ?? []).map((words) => writtenAs(words, false)),
  ])
  const words = atoms.flatMap(({ words, quoted, unit, prefix }) =>
    quoted || unit || words.length < 2
      ? []
      : words
          .map((word, at) => ({ word, last: prefix && at === words.length - 1 }))
          .filter(({ word }) => word.length >= shortest)
          .map(({ word, last }) => writtenAs([word], last)),
  )
  return { whole: anyOf(whole), words: words.length > 0 ? anyOf(words) : undefined }
}

type Place = [number, number]

/** A text that says it on every line needs no more to be judged by. */
const mostPlaces = 400

const placesIn = (plain: string, pattern: RegExp): Place[] => {
  const places: Place[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match && places.length < mostPlaces; match = pattern.exec(plain)) {
    if (match[0].length === 0) pattern.lastIndex++
    else places.push([match.index, match.index + match[0].length])
  }
  return places
}

const placesOf = (text: string, { whole, words }: Needles): Place[] => {
  const plain = folded(text)
  const places = placesIn(plain, whole)
  return places.length > 0 || !words ? places : placesIn(plain, words)
}

/** @param text tidy, shown whole */
export const marked = (text: string, needles: Needles | undefined): Marked => ({
  text,
  marks: needles ? placesOf(text, needles) : [],
})

const before = 60
const length = 240

/** The place from which on most others follow within a piece. */
const densest = (places: readonly Place[]): number => {
  let best = 0
  let most = 0
  for (let at = 0, end = 0; at < places.length; at++) {
    const start = places[at]?.[0] ?? 0
    while (end < places.length && (places[end]?.[1] ?? 0) <= start + length - before) end++
    if (end - at > most) [most, best] = [end - at, at]
  }
  return best
}

const atWord = (text: string, at: number, step: 1 | -1): number => {
  let place = at
  while (place > 0 && place < text.length && /\S/.test(text.charAt(step > 0 ? place - 1 : place)))
    place += step
  return place
}

const more = '…'

const pieceOf = (text: string, places: readonly Place[]): Marked => {
  const start = places[densest(places)]?.[0] ?? 0
  const from = start <= before ? 0 : Math.min(start, atWord(text, start - before, 1))
  const to =
    from + length >= text.length ? text.length : Math.max(from + length / 2, atWord(text, from + length, -1))
  const lead = from > 0 ? more : ''
  const within = places.filter(([begin, end]) => begin >= from && end <= to)
  return {
    text: `${lead}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? more : ''}`,
    marks: within.map(([begin, end]) => [begin - from + lead.length, end - from + lead.length]),
  }
}

const fields = ['people', 'body', 'units'] as const
const mostSnippets = 2

/**
 * The pieces that answer, at most two; where only the title does, how the text begins.
 * @param texts tidy
 */
export const snippetsOf = (
  texts: Readonly<Record<(typeof fields)[number], string>>,
  needles: Needles | undefined,
): Snippet[] => {
  const found: Snippet[] = []
  for (const field of needles ? fields : []) {
    const places = needles ? placesOf(texts[field], needles) : []
    if (places.length > 0) found.push({ field, ...pieceOf(texts[field], places) })
    if (found.length === mostSnippets) return found
  }
  if (found.length > 0 || !texts.body) return found
  return [{ field: 'body', ...pieceOf(texts.body, []) }]
}
