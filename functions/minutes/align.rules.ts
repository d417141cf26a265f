// Which new sentence stands for which old one, when an editor has worded a paragraph anew. Pure.

const wordsIn = (text: string): string[] => text.toLocaleLowerCase('vi').match(/[\p{L}\p{N}]+/gu) ?? []

/** Which part of their words two sentences share, 0 to 1. */
const likeness = (a: readonly string[], b: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  return a.length + b.length > 0 ? (2 * shared) / (a.length + b.length) : 0
}

/** Below this two sentences only stand in the same place. */
const alike = 0.4

/** The same words weigh more than any likeness, so that no unchanged sentence loses its own link. */
const same = 4

/** Old sentence → new one, keeping the order of both, so that together they are as alike as can be. */
const aligned = (before: readonly string[], after: readonly string[]): Map<number, number> => {
  const [old, fresh] = [before, after].map((list) => list.map(wordsIn))
  const weigh = (i: number, j: number): number => {
    if (before[i] === after[j]) return same
    const like = likeness(old?.[i] ?? [], fresh?.[j] ?? [])
    return like >= alike ? like : 0
  }
  const weights = before.map((_, i) => after.map((_, j) => weigh(i, j)))
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const pair = weights[i]?.[j] ?? 0
      const row = best[i] as Float64Array
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), pair > 0 ? pair + at(i + 1, j + 1) : 0)
    }
  return walk(at, (i, j) => weights[i]?.[j] ?? 0, before.length, after.length)
}

const walk = (
  at: (i: number, j: number) => number,
  pair: (i: number, j: number) => number,
  olds: number,
  news: number,
): Map<number, number> => {
  const pairs = new Map<number, number>()
  let [i, j] = [0, 0]
  while (i < olds && j < news) {
    const weight = pair(i, j)
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) pairs.set(i++, j++)
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

/** Sentences that found no like of theirs go to new ones in the same place, else to the one before or after it. */
const heirOf = (lost: number, pairs: ReadonlyMap<number, number>, olds: number, news: number): number => {
  let [from, to] = [lost - 1, lost + 1]
  while (from >= 0 && !pairs.has(from)) from--
  while (to < olds && !pairs.has(to)) to++
  const [before, after] = [pairs.get(from) ?? -1, pairs.get(to) ?? news]
  if (after - before > 1) return Math.min(before + lost - from, after - 1)
  return Math.max(before, 0)
}

/** Old sentence → the new one that stands for it: each has one. */
export const heirsOf = (before: readonly string[], after: readonly string[]): number[] => {
  const pairs = aligned(before, after)
  return before.map((_, i) => pairs.get(i) ?? heirOf(i, pairs, before.length, after.length))
}
