// Word a block anew: a document, so only the version that was read may be replaced.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { blockItem, loadBlock, loadMinutes, minutesItem } from './entity.ts'
import { blockEdited } from './events.ts'
import { touched } from './rules.ts'
import type { Block, BlockText } from './schema.ts'
import { joined, reworded } from './sentences.rules.ts'

/**
 * @param read the version of the block the editor read, from `If-Match`
 * @throws Problem `minutes-missing`, `minutes-state`, `not-found`, `stale-version`
 */
export const editBlock = async (
  actor: Actor,
  at: { id: string; block: string },
  read: number,
  { text }: BlockText,
): Promise<Block> => {
  const conference = await loadConference(at.id)
  allow(actor, 'minutes:draft', { conference: at.id, host: conference.hostUnitId })
  const minutes = await loadMinutes(at.id)
  const next = touched(minutes)
  const current = await loadBlock(minutes, at.block)
  expectVersion(current.version, read)
  const sentences = reworded(current, text)
  const version = current.version + 1
  const block: Block = { ...current, text: joined(sentences), sentences, edited: true, version }
  await write(
    actor,
    block.id,
    putNext(blockItem(next, block)),
    putNext(minutesItem(next)),
    emit(actor, blockEdited(next, block)),
  )
  return block
}
