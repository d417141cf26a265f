// Words of the index that nobody can type: whom a document concerns, what kind it is. They begin with a private character.
import { createHash } from 'node:crypto'
import type { Concern } from './document.rules.ts'
import type { Kind } from './schema.ts'

/** Folding makes a blank of it in whatever is typed or written. */
const mark = '\ue000'

const known = new Map<string, string>()
const mostKnown = 20_000

/** 80 bits of a digest: ids differ by capitals too, words of the index do not. */
const wordOf = (what: string, id: string): string => {
  const key = `${what} ${id}`
  const word = known.get(key) ?? `${mark}${createHash('sha256').update(key).digest('hex').slice(0, 20)}`
  if (known.size >= mostKnown) known.clear()
  known.set(key, word)
  return word
}

export const unitWord = (id: string): string => wordOf('unit', id)
export const hostWord = (id: string): string => wordOf('host', id)
export const conferenceWord = (id: string): string => wordOf('conference', id)
export const chairWord = (id: string): string => wordOf('chair', id)
export const kindWord = (kind: Kind): string => wordOf('kind', kind)
export const classificationWord = (classification: string): string => wordOf('classification', classification)

/** Stands in every document. */
export const everyWord = `${mark}every`

export const concernWords = (
  { host, conference, units, chairs }: Concern,
  { kind, classification }: { kind: Kind; classification: string },
): string =>
  [
    everyWord,
    kindWord(kind),
    classificationWord(classification),
    hostWord(host),
    conferenceWord(conference),
    ...chairs.map(chairWord),
    ...units.map(unitWord),
  ].join(' ')
