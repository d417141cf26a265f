// The numbers of annexes, and how a sentence refers to one. Pure.
import { type AnnexKey, annexKeys, annexTitles } from './annexes.data.ts'
import type { TextAnnex } from './parts.schema.ts'

/** Annexes are numbered in Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** Numbered from I on, without a gap. @param keys in the order in which they stand */
export const numbered = (keys: readonly AnnexKey[]): TextAnnex[] =>
  keys.map((key, at) => ({ key, number: roman[at] ?? String(at + 1), title: annexTitles[key] }))

/** Of a text signed before texts listed their annexes: each had its number, whether or not the one before was there. */
const fixed = numbered(annexKeys.filter((key) => key !== 'disagreements'))

/** The annexes a signed text may have, each with its number there. */
export const listedAnnexes = ({ annexes }: { annexes?: TextAnnex[] | undefined }): TextAnnex[] =>
  annexes ?? fixed

/** `Phụ lục I`. */
export const annexWords = ({ number }: Pick<TextAnnex, 'number'>): string => `Phụ lục ${number}`

/** ` (danh sách tại Phụ lục I)`: how a sentence refers to an annex; nothing where the text has none of the kind. */
export const seeAnnex = (
  { annexes }: { annexes: readonly TextAnnex[] },
  key: AnnexKey,
  what = '',
): string => {
  const annex = annexes.find((one) => one.key === key)
  return annex ? ` (${what && `${what} `}${annexWords(annex)})` : ''
}
