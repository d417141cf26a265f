// Draft the minutes from the event log; again as often as wanted until they are submitted.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId, newUlid } from '#functions/shared/new-id.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { blockItem, findMinutes, loadBlocks, minutesItem } from './entity.ts'
import { minutesDrafted } from './events.ts'
import { compileBlocks, loadHistory } from './load-facts.ts'
import { viewOf } from './read-minutes.ts'
import { closeOf, drafted, merged, redrafted } from './rules.ts'
import type { Block, Minutes, MinutesView } from './schema.ts'

const perTransaction = 50

/** Nobody sees a set of blocks before the minutes point to it: it may be written in parts, and a crash leaves no trace. */
const writeBlocks = async (actor: Actor, minutes: Minutes, blocks: readonly Block[]): Promise<void> => {
  for (let start = 0; start < blocks.length; start += perTransaction) {
    const part = blocks.slice(start, start + perTransaction)
    await write(withoutClaim(actor), minutes.id, ...part.map((block) => put(blockItem(minutes, block))))
  }
}

/** @throws Problem `conference-state` before the close, `minutes-state` after submission */
export const draftMinutes = async (actor: Actor, conferenceId: string): Promise<MinutesView> => {
  const conference = await loadConference(conferenceId)
  allow(actor, 'minutes:draft', { conference: conferenceId, host: conference.hostUnitId })
  closeOf(conference)
  const current = await findMinutes(conferenceId)
  const { facts } = await loadHistory(conference)
  const { blocks: fresh, compiled } = compileBlocks(facts)
  const pointer = { generation: newUlid(), compiled }
  const next = current ? redrafted(current, pointer) : drafted(newId('min'), conferenceId, pointer)
  const blocks = merged(fresh, current ? await loadBlocks(current) : [])
  await writeBlocks(actor, next, blocks)
  await write(actor, next.id, putNext(minutesItem(next)), emit(actor, minutesDrafted(next, blocks.length)))
  return viewOf(conference, next, blocks)
}
