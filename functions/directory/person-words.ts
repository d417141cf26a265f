// The index persons are found by: one small item a word, written with the person, so that no search loads them all.
import * as z from 'zod'
import { now } from '#functions/shared/clock.ts'
import { type Item, type Operation, page, put } from '#functions/shared/table.ts'
import { hasWords, wordsOf } from './find-persons.rules.ts'
import type { Person } from './stored.schema.ts'

/** `words` are all the person's, so that a search needs to ask for one only. */
const Posting = z.object({ personId: z.string(), words: z.string() })
type Posting = z.infer<typeof Posting>

const partition = (word: string) => `PERSON-WORD#${word.charAt(0)}`

const posting = (word: string, personId: string, words: readonly string[]): Item => ({
  pk: partition(word),
  sk: `${word}#${personId}`,
  type: 'person-word',
  personId,
  words: words.join(' '),
})

/** The operations that make a person findable: words no longer borne run out at once. At most 80. */
export const putWords = (person: Person, before?: Person): Operation[] => {
  const words = wordsOf(person)
  const gone = before ? wordsOf(before).filter((word) => !words.includes(word)) : []
  const ttl = Math.floor(now().getTime() / 1000) - 1
  return [
    ...words.map((word) => put(posting(word, person.id, words))),
    ...gone.map((word) => put({ ...posting(word, person.id, []), ttl })),
  ]
}

/** So many postings of one word are read at first, and so many at most. */
const firstLook = 300
const most = 3_000

const look = (word: string, after?: Record<string, unknown>) =>
  page({ pk: partition(word), begins: word, limit: firstLook, after }, Posting)

const onward = async (word: string, start: Awaited<ReturnType<typeof look>>): Promise<Posting[]> => {
  const found = [...start.items]
  let { next } = start
  while (next && found.length < most) {
    const more = await look(word, next)
    found.push(...more.items)
    next = more.next
  }
  return found
}

/** A person's words begin with the name: 0 for that name alone, 1 for a name that begins so, 2 for the words anywhere. */
const closeness = ({ words }: Posting, asked: readonly string[]): number => {
  const query = asked.join(' ')
  if (words === query || words.startsWith(`${query} `)) return 0
  return words.startsWith(query) ? 1 : 2
}

/**
 * Ids of persons with all the words, each the beginning of one of theirs, closest names first: read from the word
 * fewest bear. Should each of the words be borne by thousands, the first three thousand of the longest are looked through.
 * @param asked folded words
 */
export const idsWithWords = async (asked: readonly string[]): Promise<string[]> => {
  const looks = await Promise.all(asked.map(async (word) => ({ word, start: await look(word) })))
  const whole = looks.filter(({ start }) => !start.next)
  const [least] = (whole.length > 0 ? whole : looks).toSorted((a, b) =>
    whole.length > 0 ? a.start.items.length - b.start.items.length : b.word.length - a.word.length,
  )
  if (!least) return []
  const found = await onward(least.word, least.start)
  const fitting = found
    .filter(({ words }) => hasWords(words.split(' '), asked))
    .toSorted((a, b) => closeness(a, asked) - closeness(b, asked))
  return [...new Set(fitting.map(({ personId }) => personId))]
}
