// Annexes that a person's words name by number: a number given anew later leaves those words behind. Pure.
import { listedAnnexes } from './annex-words.rules.ts'
import type { AnnexKey } from './annexes.data.ts'
import type { AnnexRef, TextAnnex } from './parts.schema.ts'
import type { Block, Minutes } from './schema.ts'

const named = /phụ lục\s+([IVX]+(?:(?:\s*,\s*|\s+và\s+)[IVX]+)*)(?![\p{L}\p{N}])/giu

/** The numbers a text names, each once. */
const numbersIn = (text: string): string[] => [
  ...new Set(
    Array.from(text.normalize('NFC').matchAll(named), ([, list = '']) => list.match(/[IVX]+/g) ?? []).flat(),
  ),
]

/** What a text names, as annexes are numbered now. */
export const refersTo = (text: string, annexes: readonly TextAnnex[]): AnnexRef[] =>
  numbersIn(text).map((number) => {
    const annex = annexes.find((one) => one.number === number)
    return { number, ...(annex ? { key: annex.key } : {}) }
  })

/** A block with what its new words name; of minutes whose annexes are not known, as it is. */
export const withRefs = (block: Block, annexes: readonly TextAnnex[] | undefined): Block => {
  const { refers: _, ...rest } = block
  const refers = annexes && (block.edited || block.place === undefined) ? refersTo(block.text, annexes) : []
  return refers.length > 0 ? { ...rest, refers } : rest
}

/** Blocks that a new draft goes on with: words from before texts listed their annexes meant the numbers that were fixed. */
export const refsKnown = (blocks: readonly Block[], { annexes }: Pick<Minutes, 'annexes'>): Block[] =>
  annexes ? [...blocks] : blocks.map((block) => withRefs(block, listedAnnexes({})))

/** A number in a person's words that is another annex's by now, or none's; `now` is the number of the annex that was meant. */
export type OldRef = { block: string; number: string; key?: AnnexKey; now?: string }

export const oldRefs = (blocks: readonly Block[], annexes: readonly TextAnnex[]): OldRef[] =>
  blocks.flatMap(({ id, refers = [] }) =>
    refers.flatMap(({ number, key }) => {
      const now = annexes.find((annex) => annex.key === key)?.number
      if (key && now === number) return []
      return [{ block: id, number, ...(key ? { key } : {}), ...(now ? { now } : {}) }]
    }),
  )
