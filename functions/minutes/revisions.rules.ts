// The wordings a block has had: what each change keeps, and the whole row of them. Pure.
import { Problem } from '#functions/shared/problem.ts'
import type { Block } from './schema.ts'
import { joined, reworded } from './sentences.rules.ts'
import type { Revision, StoredRevision } from './workflow.schema.ts'

const originalOf = ({ original, place, text, sentences }: Block): Block['original'] =>
  original ?? (place === undefined ? undefined : { text, sentences })

/** The block in the secretary's words: what they rest on stays, and so do the compiled words, to be taken back to. */
export const wordedAnew = (block: Block, text: string): Block => {
  const sentences = reworded(block, text)
  const { original: _, ...rest } = block
  const original = originalOf(block)
  const next = { ...rest, text: joined(sentences), sentences, version: block.version + 1 }
  if (original?.text === next.text) return { ...next, ...original, edited: false }
  return { ...next, edited: true, ...(original ? { original } : {}) }
}

/** The block in the words of the record again. @throws Problem `block-unedited` where it never had others */
export const takenBack = ({ original, ...block }: Block): Block => {
  if (!original) throw new Problem('block-unedited')
  return { ...block, ...original, edited: false, version: block.version + 1 }
}

type Made = Pick<StoredRevision, 'act' | 'by' | 'at'>

/** @param before the block as it stood; without it this is its first wording */
export const revisionOf = (block: Block, made: Made, before?: Block): StoredRevision => ({
  block: block.id,
  version: block.version,
  text: block.text,
  ...made,
  ...(before ? { before: { version: before.version, text: before.text } } : {}),
})

/** What a new draft changed of the words that stood: nobody's words go without a trace. */
export const compiledAnew = (
  blocks: readonly Block[],
  before: readonly Block[],
  made: Pick<StoredRevision, 'by' | 'at'>,
): StoredRevision[] => {
  const stood = new Map(before.map((block) => [block.id, block]))
  return blocks.flatMap((block) => {
    const old = stood.get(block.id)
    return old && old.text !== block.text ? [revisionOf(block, { ...made, act: 'compiled' }, old)] : []
  })
}

/** So many of the newest are told. */
export const revisionsMost = 200

const shown = ({ before: _, ...revision }: StoredRevision): Revision => revision

/**
 * Newest first. A block nobody worded has its one compiled wording; a new draft that broke off may have kept one that
 * never came to be: what is newer than the block is none of its wordings.
 */
export const revisionsOf = (block: Block, kept: readonly StoredRevision[]): Revision[] => {
  const real = kept
    .filter(({ version }) => version <= block.version)
    .toSorted((a, b) => a.version - b.version)
  const first = real.length === 0 ? block : kept.length < revisionsMost ? real[0]?.before : undefined
  const beginning: Revision[] = first
    ? [{ block: block.id, version: first.version, text: first.text, act: 'compiled' }]
    : []
  return [...beginning, ...real.map(shown)].toReversed()
}

/** @throws Problem `not-found` */
export const numbered = (revisions: readonly Revision[], version: number): Revision => {
  const found = revisions.find((one) => one.version === version)
  if (!found) throw new Problem('not-found')
  return found
}
