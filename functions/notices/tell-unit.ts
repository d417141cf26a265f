// Tell one unit once: marked before the mail goes and after it went.
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { Stale, write } from '#functions/shared/write.ts'
import { findNotice, noticeItem } from './entity.ts'
import { letterSent } from './events.ts'
import { afterwards, isReminded, letterOwed, toldOf } from './rules.ts'
import type { LetterKind, Notice } from './schema.ts'

/** A mark that has stood unchanged for so long is left by a run that died: one mail takes no longer. */
const abandonedMs = 10_000
const lookMs = 100

/** What a unit is to be told of: a reminder, or the conference as it stands. */
export type News = Pick<Notice, 'conferenceId' | 'unitId' | 'event' | 'address' | 'sequence'> & {
  pointId: string
} & ({ reminder: true } | { reminder?: never; state: Parameters<typeof letterOwed>[0]['state'] })

const whichOf = ({ conferenceId, unitId, event, reminder }: News) => ({
  conferenceId,
  unitId,
  event,
  kind: reminder ? ('reminder' as const) : ('invitation' as const),
})

/** The notice once no twin is at it any more. */
const settledNotice = async (news: News, waitMs: number): Promise<Notice | undefined> => {
  let notice = await findNotice(whichOf(news))
  for (let waited = 0; notice?.state === 'sending' && waited < waitMs; ) {
    await pause(lookMs)
    const next = await findNotice(whichOf(news))
    waited = next?.version === notice.version ? waited + lookMs : 0
    notice = next
  }
  return notice
}

const owed = (news: News, before: Notice | undefined): LetterKind | undefined => {
  if (!news.reminder) return letterOwed(news, before)
  return isReminded(before) ? undefined : 'reminder'
}

/** Marks the unit as being told; undefined when it has been told. */
const claim = async (actor: Actor, news: News, waitMs: number): Promise<Notice | undefined> => {
  const before = await settledNotice(news, waitMs)
  const kind = owed(news, before)
  if (!kind) return undefined
  const { conferenceId, unitId, event, address, sequence } = news
  const told = toldOf(before)
  const notice: Notice = {
    conferenceId,
    unitId,
    event,
    kind,
    address,
    sequence,
    ...(told === undefined ? {} : { told }),
    state: 'sending',
    version: (before?.version ?? 0) + 1,
  }
  try {
    await write(actor, unitId, putNext(noticeItem(notice)))
    return notice
  } catch (error) {
    if (error instanceof Stale) return claim(actor, news, waitMs)
    throw error
  }
}

/**
 * Sends unless the unit was told of this or of something later. The mark before keeps a twin from sending the same
 * mail beside us; the mark after keeps a redelivery from sending it again. Between the two no order is perfect: a run
 * that dies after the mail went and before it is marked leaves this one mail to be sent twice, rather than never.
 * @param send sends the letter of that kind; rejects when the mail server did not take it
 */
export const tellUnit = async (
  actor: Actor,
  news: News,
  send: (kind: LetterKind) => Promise<void>,
  waitMs = abandonedMs,
): Promise<void> => {
  const claimed = await claim(actor, news, waitMs)
  if (!claimed) return
  const { unitId, pointId } = news
  try {
    await send(claimed.kind)
  } catch (error) {
    await write(actor, unitId, putNext(noticeItem(afterwards(claimed, 'failed', now().toISOString()))))
    throw error
  }
  const sent = afterwards(claimed, 'sent', now().toISOString())
  await write(actor, unitId, putNext(noticeItem(sent)), emit(actor, letterSent(sent, pointId)))
}
