// Word a block anew, or take it back to the record's words: a document, so only the version read may be replaced.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { type Announcement, emit } from '#functions/shared/event-log.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { withRefs } from './annex-refs.rules.ts'
import { blockItem, loadBlock, loadMinutes, minutesItem } from './entity.ts'
import { blockEdited, blockRestored } from './events.ts'
import { revisionOf, takenBack, wordedAnew } from './revisions.rules.ts'
import { touched } from './rules.ts'
import type { Block, BlockText, Minutes } from './schema.ts'
import { revisionItem } from './workflow-entity.ts'

type Place = { id: string; block: string }

type Change = {
  act: 'edited' | 'restored'
  decide: (block: Block) => Block
  announce: (minutes: Minutes, block: Block) => Announcement
}

/** @param read the version of the block the editor read, from `If-Match`; undefined for whichever stands */
const change = async (
  actor: Actor,
  at: Place,
  read: number | undefined,
  { act, decide, announce }: Change,
): Promise<Block> => {
  const conference = await loadConference(at.id)
  allow(actor, 'minutes:draft', { conference: at.id, host: conference.hostUnitId })
  const minutes = await loadMinutes(at.id)
  const next = touched(minutes)
  const current = await loadBlock(minutes, at.block)
  expectVersion(current.version, read ?? current.version)
  const block = withRefs(decide(current), minutes.annexes)
  const by = { sub: actor.sub, name: actor.name }
  const revision = revisionOf(block, { act, by, at: now().toISOString() }, current)
  await write(
    actor,
    block.id,
    putNext(blockItem(next, block)),
    put(revisionItem(at.id, revision)),
    putNext(minutesItem(next)),
    emit(actor, announce(next, block)),
  )
  return block
}

/** @throws Problem `minutes-missing`, `minutes-state`, `not-found`, `stale-version` */
export const editBlock = (actor: Actor, at: Place, read: number, { text }: BlockText): Promise<Block> =>
  change(actor, at, read, {
    act: 'edited',
    decide: (block) => wordedAnew(block, text),
    announce: blockEdited,
  })

/** @throws Problem as `editBlock`, and `block-unedited` */
export const restoreBlock = (actor: Actor, at: Place, read: number | undefined): Promise<Block> =>
  change(actor, at, read, { act: 'restored', decide: takenBack, announce: blockRestored })
