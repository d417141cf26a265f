// What people type for a unit: folded, abbreviations told in full; and how well a name answers it. Pure.
import { fold } from '#functions/shared/text.ts'
import { matchRank } from './rules.ts'

/** What people write for whole phrases, then for single words. */
const phrases: readonly [RegExp, string][] = [
  [/\btt hue\b/g, 'thua thien hue'],
  [/\bbr vt\b/g, 'ba ria vung tau'],
  [/\b(tp ?hcm|tp ho chi minh|sai gon)\b/g, 'thanh pho ho chi minh'],
]

const abbreviations: Record<string, string> = {
  bca: 'bo cong an',
  ca: 'cong an',
  cat: 'cong an tinh',
  catp: 'cong an thanh pho',
  cax: 'cong an xa',
  cap: 'cong an phuong',
  catt: 'cong an thi tran',
  cah: 'cong an huyen',
  h: 'huyen',
  hcm: 'ho chi minh',
  hn: 'ha noi',
  p: 'phuong',
  q: 'quan',
  t: 'tinh',
  tp: 'thanh pho',
  tt: 'thi tran',
  tx: 'thi xa',
  ubnd: 'uy ban nhan dan',
  vp: 'van phong',
  x: 'xa',
}

/** Folded, with everything that is no letter or digit as one space: `Bà Rịa - Vũng Tàu` is `ba ria vung tau`. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const expanded = (query: string): string => {
  const told = phrases.reduce((text, [short, long]) => text.replace(short, long), query)
  return told
    .split(' ')
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .join(' ')
}

const levels =
  /^((?:cong an|uy ban nhan dan) |)(?:tinh|thanh pho|thi xa|thi tran|dac khu|huyen|quan|phuong|xa) /

/** Without the word of its level: people say `công an Ninh Bình`, documents `Công an tỉnh Ninh Bình`. */
export const withoutLevel = (name: string): string => name.replace(levels, '$1')

/** Whether each word begins one of the parts. */
export const inAnyOrder = (parts: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => parts.some((part) => part.startsWith(word)))

/** A query as typed, with abbreviations told in full, and without the word of a level. */
export type Query = {
  forms: string[]
  full: string
  loose: string
  words: string[]
  joined?: string | undefined
}

const longEnough = 5

export const queryOf = (text: string): Query => {
  const typed = plain(text)
  const full = expanded(typed)
  const joined = !typed.includes(' ') && typed.length >= longEnough ? typed : undefined
  return {
    forms: [...new Set([typed, full])],
    full,
    loose: withoutLevel(full),
    words: full.split(' '),
    joined,
  }
}

/** 0 exact, 1 prefix, 2 at a word, 3 within or in another order; undefined not at all. */
export const rankOf = (
  { key, parts }: { key: string; parts: readonly string[] },
  { forms, loose, words, joined }: Query,
): number | undefined => {
  let best: number | undefined
  for (const form of forms) {
    const rank = matchRank(key, form)
    if (rank !== undefined && (best === undefined || rank < best)) best = rank
  }
  if (best !== undefined) return best
  if (key.includes(loose) || (words.length > 1 && inAnyOrder(parts, words))) return 3
  return joined && key.replaceAll(' ', '').includes(joined) ? 3 : undefined
}
