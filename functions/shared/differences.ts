// What changed between two texts, as people read it: paragraph by paragraph, word by word.
import { diffArrays, diffWords } from 'diff'

type Part = { kind: 'same' | 'removed' | 'added'; text: string }

/** A paragraph that stayed, went, came, or was changed within. */
type Paragraph = { kind: Part['kind'] | 'changed'; parts: Part[] }

/** A comparison that takes longer is of texts that have little in common: what is left is then shown whole. */
const patienceMs = 2_000

/** A paragraph that keeps less than this of the longer one's letters is another paragraph, not a changed one. */
const kinship = 0.4

let segmenter: Intl.Segmenter | undefined

/** Words as Vietnamese has them: a syllable with its marks is never cut. Both texts are NFC. */
const words = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter('vi', { granularity: 'word' })
  return segmenter
}

const whole = (before: string, after: string): Part[] => [
  ...(before ? [{ kind: 'removed' as const, text: before }] : []),
  ...(after ? [{ kind: 'added' as const, text: after }] : []),
]

/** Two lines word by word; spaces alone are no difference. @param until when to give up, by `performance.now()` */
export const wordDifferences = (
  before: string,
  after: string,
  until = performance.now() + patienceMs,
): Part[] => {
  const timeout = Math.max(0, until - performance.now())
  const found = diffWords(before, after, { intlSegmenter: words(), timeout })
  if (!found) return whole(before, after)
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

const isSame = (parts: readonly Part[]): boolean => parts.every(({ kind }) => kind === 'same')

const plain = (kind: 'same' | 'added' | 'removed', text: string): Paragraph => ({
  kind,
  parts: [{ kind, text }],
})

const lengthOf = (parts: readonly Part[], kind: Part['kind']): number =>
  parts.reduce((sum, part) => sum + (part.kind === kind ? part.text.trim().length : 0), 0)

/** Paragraphs that went beside those that came: kin ones are one paragraph that was changed. */
const paired = (went: readonly string[], came: readonly string[], until: number): Paragraph[] => {
  const found: Paragraph[] = []
  for (let at = 0; at < Math.max(went.length, came.length); at++) {
    const [before, after] = [went[at], came[at]]
    const parts = before !== undefined && after !== undefined ? wordDifferences(before, after, until) : []
    const longest = Math.max(before?.length ?? 0, after?.length ?? 0)
    if (parts.length > 0 && isSame(parts)) found.push({ kind: 'same', parts })
    else if (longest > 0 && lengthOf(parts, 'same') >= kinship * longest)
      found.push({ kind: 'changed', parts })
    else {
      if (before !== undefined) found.push(plain('removed', before))
      if (after !== undefined) found.push(plain('added', after))
    }
  }
  return found
}

/**
 * Two texts paragraph by paragraph, in reading order. What is not `added` makes the earlier text again, what is not
 * `removed` the later one, but for spaces.
 */
export const paragraphDifferences = (before: string, after: string): Paragraph[] => {
  const until = performance.now() + patienceMs
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const runs = diffArrays(old, fresh, { timeout: patienceMs }) ?? [
    { value: old, removed: true, added: false },
    { value: fresh, removed: false, added: true },
  ]
  const found: Paragraph[] = []
  let went: string[] = []
  for (const { added, removed, value } of runs) {
    if (removed) went = value
    else {
      found.push(...paired(went, added ? value : [], until))
      went = []
      if (!added) found.push(...value.map((text) => plain('same', text)))
    }
  }
  return [...found, ...paired(went, [], until)]
}
