// Let a bulletin out, and take it back: submitted by one, approved or returned by another, carried out by a job.
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { bulletinItem, loadBulletin } from './entity.ts'
import { bulletinApproved, bulletinReturned, bulletinSubmitted, bulletinWithdrawn } from './events.ts'
import { expectAllowed, expectDesk } from './read-bulletin.ts'
import { approvedBy, returnedBy, submittedBy, withdrawnBy } from './rules.ts'
import { actBy, fixedNow, loadSources } from './sources.ts'

/** @throws Problem `bulletin-state` */
export const submitBulletin = async (actor: Actor, id: string): Promise<void> => {
  const conference = await expectDesk(actor, id, 'bulletin:write')
  const current = await loadBulletin(id)
  const fixed = await fixedNow(current, await loadSources(conference))
  const next = submittedBy(current, actBy(actor), fixed)
  await write(actor, id, putNext(bulletinItem(next)), emit(actor, bulletinSubmitted(next)))
}

/**
 * @param version the version that was read, from `If-Match`
 * @throws Problem `stale-version`, `bulletin-state`
 */
export const returnBulletin = async (
  actor: Actor,
  id: string,
  version: number,
  note: string,
): Promise<void> => {
  await expectDesk(actor, id, 'bulletin:return')
  const current = await loadBulletin(id)
  expectVersion(current.version, version)
  const next = returnedBy(current, { ...actBy(actor), note })
  await write(actor, id, putNext(bulletinItem(next)), emit(actor, bulletinReturned(next)))
}

/** It finishes what stands in the same write: it cannot be cancelled. */
const publishing = (id: string) =>
  ({ kind: 'bulletin.publish', scope: id, input: { conferenceId: id }, needed: true }) as const

/**
 * @param version the version that was read, from `If-Match`: that and nothing else goes out
 * @throws Problem `stale-version`, `bulletin-state`, `bulletin-own-approval`, `bulletin-behind`
 */
export const approveBulletin = async (actor: Actor, id: string, version: number): Promise<void> => {
  const conference = await expectDesk(actor, id, 'bulletin:approve')
  const current = await loadBulletin(id)
  expectVersion(current.version, version)
  const next = approvedBy(current, actBy(actor), await fixedNow(current, await loadSources(conference)))
  await startJob(actor, publishing(id), putNext(bulletinItem(next)), emit(actor, bulletinApproved(next)))
}

/** Also of a conference that goes on again. @throws Problem `bulletin-state` when nothing of it is public */
export const withdrawBulletin = async (actor: Actor, id: string, reason: string): Promise<void> => {
  await expectAllowed(actor, id, 'bulletin:withdraw')
  const next = withdrawnBy(await loadBulletin(id), { ...actBy(actor), reason })
  await startJob(actor, publishing(id), putNext(bulletinItem(next)), emit(actor, bulletinWithdrawn(next)))
}
