// Add a block of the secretary's own: a report's gist, a conclusion.
import { loadConference } from '#functions/conferences/entity.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit, wholeLog } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { put, putNew, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { withRefs } from './annex-refs.rules.ts'
import { blockItem, loadBlock, loadBlocks, loadMinutes, minutesItem } from './entity.ts'
import { blockAdded } from './events.ts'
import { revisionOf } from './revisions.rules.ts'
import { closeOf, horizonEnd, touched } from './rules.ts'
import type { Block, BlockInput, Minutes } from './schema.ts'
import { joined, ownSentences } from './sentences.rules.ts'
import { revisionItem } from './workflow-entity.ts'

/** Only what lies within the horizon can be cited. @throws Problem `event-unknown` naming the entries */
const expectEvents = async (conferenceId: string, until: string, cited: readonly string[]): Promise<void> => {
  if (cited.length === 0) return
  const known = new Set((await wholeLog(conferenceId, new Date(until))).map(({ id }) => id))
  const errors = cited.flatMap((id, at) =>
    known.has(id) ? [] : [{ pointer: `/events/${at}`, code: 'event-unknown', message: id }],
  )
  if (errors.length > 0) throw new Problem('event-unknown', { errors })
}

/** @throws Problem `block-unknown` */
const expectAnchor = async (minutes: Minutes, after: string | undefined): Promise<void> => {
  if (after === undefined) return
  const known = await loadBlocks(minutes)
  if (!known.some(({ id }) => id === after)) throw wrongField('block-unknown', '/after', after)
}

/** @throws Problem `minutes-missing`, `minutes-state`, `event-unknown`, `block-unknown` */
export const addBlock = async (actor: Actor, conferenceId: string, input: BlockInput): Promise<Block> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:draft', { conference: conferenceId, host: conference.hostUnitId })
  const minutes = await loadMinutes(conferenceId)
  const next = touched(minutes)
  await expectEvents(conferenceId, minutes.reach ?? horizonEnd(closeOf(conference)), input.events)
  await expectAnchor(minutes, input.after)
  const sentences = ownSentences(input)
  const made = { id: `blk_${newUlid()}`, text: joined(sentences), sentences, edited: false, version: 1 }
  const block = withRefs({ ...input, ...made }, minutes.annexes)
  const by = { sub: actor.sub, name: actor.name }
  const revision = revisionOf(block, { act: 'added', by, at: now().toISOString() })
  await write(
    actor,
    block.id,
    putNew(blockItem(next, block)),
    putNext(minutesItem(next)),
    put(revisionItem(conferenceId, revision)),
    emit(actor, blockAdded(next, block)),
  )
  return block
}

/** The block a repeated request was answered with. */
export const blockAgain = async (actor: Actor, conferenceId: string, id: string): Promise<Block> => {
  await readConference(actor, conferenceId, 'minutes:read')
  return loadBlock(await loadMinutes(conferenceId), id)
}
