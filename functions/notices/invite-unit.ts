// Tell one unit once: marked before the mail goes and after it went.
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { findNotice, noticeItem } from './entity.ts'
import { invitationSent } from './events.ts'
import { afterwards, isTold } from './rules.ts'
import type { Notice } from './schema.ts'

/** A mark that has stood unchanged for so long is left by a run that died: one mail takes no longer. */
const abandonedMs = 10_000
const lookMs = 100

type Told = Pick<Notice, 'conferenceId' | 'unitId' | 'event' | 'address'>

/** The notice once no twin is at it any more. */
const settledNotice = async ({ conferenceId, unitId }: Told, waitMs: number): Promise<Notice | undefined> => {
  let notice = await findNotice(conferenceId, unitId)
  for (let waited = 0; notice?.state === 'sending' && waited < waitMs; ) {
    await pause(lookMs)
    const next = await findNotice(conferenceId, unitId)
    waited = next?.version === notice.version ? waited + lookMs : 0
    notice = next
  }
  return notice
}

/** Marks the unit as being told; undefined when it has been told. */
const claim = async (actor: Actor, told: Told, waitMs: number): Promise<Notice | undefined> => {
  const before = await settledNotice(told, waitMs)
  if (isTold(before, told.event)) return undefined
  const notice: Notice = { ...told, state: 'sending', version: (before?.version ?? 0) + 1 }
  try {
    await write(actor, told.unitId, putNext(noticeItem(notice)))
    return notice
  } catch (error) {
    if (error instanceof Stale) return claim(actor, told, waitMs)
    throw error
  }
}

/**
 * Sends unless the unit was told of this or of something later. The mark before keeps a twin from sending the same
 * mail beside us; the mark after keeps a redelivery from sending it again. Between the two no order is perfect: a run
 * that dies after the mail went and before it is marked leaves this one mail to be sent twice, rather than never.
 * @param send rejects when the mail server did not take it
 */
export const inviteUnit = async (
  actor: Actor,
  told: Told & { pointId: string },
  send: () => Promise<void>,
  waitMs = abandonedMs,
): Promise<void> => {
  const { pointId, ...who } = told
  const claimed = await claim(actor, who, waitMs)
  if (!claimed) return
  try {
    await send()
  } catch (error) {
    await write(actor, told.unitId, putNext(noticeItem(afterwards(claimed, 'failed'))))
    throw error
  }
  const sent = afterwards(claimed, 'sent')
  await write(actor, told.unitId, putNext(noticeItem(sent)), emit(actor, invitationSent(sent, pointId)))
}
