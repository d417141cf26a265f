// What one sealed record says that another does not: an addendum beside the minutes it takes the place of.
import type { Actor } from '#functions/shared/actor.ts'
import { paragraphDifferences } from '#functions/shared/differences.ts'
import { readText } from './read-sheet.ts'
import type { RecordHead } from './schema.ts'
import type { RecordComparison, SheetText } from './sheet.schema.ts'

const sideOf = ({ id, number, sealedAt, kind }: RecordHead) => ({ id, number, sealedAt, kind })

const wordsOf = ({ blocks }: SheetText): string => blocks.map(({ text }) => text).join('\n')

/** The earlier link of the chain first, however they were asked for. @throws Problem `not-found`, `not-allowed` */
export const compareRecords = async (actor: Actor, one: string, other: string): Promise<RecordComparison> => {
  const both = [await readText(actor, one), await readText(actor, other)]
  const [from, to] = both.toSorted((a, b) => a.head.n - b.head.n) as [(typeof both)[0], (typeof both)[0]]
  const { supersedes } = to.text
  return {
    from: sideOf(from.head),
    to: sideOf(to.head),
    ...(supersedes?.recordId === from.head.id ? { reason: supersedes.reason } : {}),
    paragraphs: paragraphDifferences(wordsOf(from.text), wordsOf(to.text)),
  }
}
