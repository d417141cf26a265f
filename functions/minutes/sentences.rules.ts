// Sentences and the paragraph they make: how a text is taken apart, and what new words of an editor rest on. Pure.
import { heirsOf } from './align.rules.ts'
import type { Block } from './schema.ts'
import type { Sentence } from './sentence.schema.ts'

type Joint = Pick<Sentence, 'text' | 'line'>

/** The paragraph that sentences make. */
export const joined = (sentences: readonly Joint[]): string =>
  sentences.map(({ text, line }, at) => `${at === 0 ? '' : line ? '\n' : ' '}${text}`).join('')

/** A text as it is kept: one blank between words, no empty lines. */
export const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')

/** A full stop after these ends no sentence: numbers of a list, initials, titles cut short. */
const cutShort = /^\d+\.$|(^|[\s(])(\p{Lu}|TP|Tp|TS|ThS|PGS|GS|đ\/c|Đ\/c|tr|Tr)\.$/u

/** Where a sentence may end: after its mark, and quotation marks that close, before something that begins. */
const ends = /[.!?…][”’")\]]*(?= [\p{Lu}\d“‘"([-])/gu

const firstEnd = (line: string): number => {
  for (const { 0: mark, index } of line.matchAll(ends)) {
    const end = index + mark.length
    if (!cutShort.test(line.slice(0, end))) return end
  }
  return line.length
}

/** A sentence that is known is taken whole, whatever marks are in it. */
const startOf = (line: string, known: readonly string[]): string => {
  const whole = known.find((text) => line === text || line.startsWith(`${text} `))
  return whole ?? line.slice(0, firstEnd(line))
}

const inLine = (line: string, known: readonly string[]): string[] => {
  const found: string[] = []
  for (let rest = line; rest; rest = rest.slice(found.at(-1)?.length).trimStart())
    found.push(startOf(rest, known))
  return found
}

/** @param known sentences that are found again as they are; one of several lines is not */
const sentencesIn = (text: string, known: readonly string[]): Joint[] => {
  const longestFirst = known.filter(Boolean).toSorted((a, b) => b.length - a.length)
  return tidy(text)
    .split('\n')
    .flatMap((line) =>
      inLine(line, longestFirst).map((text, at) => ({ text, ...(at === 0 ? { line: true as const } : {}) })),
    )
    .map(({ line, ...joint }, at) => (line && at > 0 ? { ...joint, line } : joint))
}

const once = <T>(items: readonly T[], nameOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [nameOf(item), item])).values(),
]

/** What a new sentence makes of those it stands for. */
const standingFor = (joint: Joint, replaced: readonly Sentence[]): Sentence => {
  const [only] = replaced
  const { text, line } = joint
  const shape = { text, ...(line ? { line } : {}) }
  if (!only) return { ...shape, events: [], evidence: [], added: true }
  const events = once(
    replaced.flatMap((one) => one.events),
    (id) => id,
  )
  const evidence = once(
    replaced.flatMap((one) => one.evidence),
    ({ query, digest }) => `${query} ${digest}`,
  )
  const kept = replaced.length === 1 && only.text === text
  const own = replaced.every(({ added }) => added)
  const edited = kept ? only.edited : own ? undefined : (true as const)
  return { ...shape, events, evidence, ...(edited ? { edited } : {}), ...(own ? { added: true } : {}) }
}

/** The sentences of a block; one kept before blocks had them rests, all of it, on the block's events. */
export const sentencesOf = ({ sentences, text, events }: Pick<Block, 'sentences' | 'text' | 'events'>) =>
  sentences.length > 0
    ? sentences
    : sentencesIn(text, []).map((joint): Sentence => ({ ...joint, events, evidence: [] }))

/** A text of the secretary's own: each sentence rests on what was cited for all. */
export const ownSentences = ({ text, events }: Pick<Block, 'text' | 'events'>): Sentence[] =>
  sentencesIn(text, []).map((joint) => ({ ...joint, events, evidence: [], added: true }))

/**
 * What an editor's words rest on. Sentences whose words are the same keep their link; changed ones keep the links of
 * those they replace and are marked `edited`, also where one takes the place of several or a neighbour was struck out,
 * so that no evidence is ever lost; new ones rest on nothing and say so (`added`).
 * @returns sentences that `joined` makes the tidy text of
 */
export const reworded = (block: Pick<Block, 'sentences' | 'text' | 'events'>, text: string): Sentence[] => {
  const before = sentencesOf(block)
  if (tidy(text) === joined(before)) return before
  const words = before.map((sentence) => sentence.text)
  const after = sentencesIn(text, words)
  const heirs = heirsOf(
    words,
    after.map((joint) => joint.text),
  )
  return after.map((joint, j) =>
    standingFor(
      joint,
      before.filter((_, i) => heirs[i] === j),
    ),
  )
}

/** The events that sentences name, each once. */
export const eventsOf = (sentences: readonly Sentence[]): string[] => [
  ...new Set(sentences.flatMap(({ events }) => events)),
]
