// What an archivist decides about a record: for how long it is kept, and that nothing of it may go for now.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { Problem } from '#functions/shared/problem.ts'
import { putNext } from '#functions/shared/table.ts'
import { reloading, write } from '#functions/shared/write.ts'
import { loadRecord } from './entity.ts'
import { recordHeld, recordReclassified, recordReleased } from './events.ts'
import type { HoldInput, Keeping, Reclassification } from './keeping.schema.ts'
import { decidedItem, loadDecided, loadKeeping } from './keeping-entity.ts'

/** How a record is kept, with everything archivists may know. @throws Problem `not-allowed`, `not-found` */
export const readKeeping = async (actor: Actor, id: string): Promise<Keeping> => {
  allow(actor, 'archive:keep')
  return loadKeeping(await loadRecord(id), true)
}

/**
 * Gives a record another class. A shorter one does not shorten the lock of its files.
 * @throws Problem `not-allowed`, `not-found`, `already-in-class`
 */
export const reclassifyRecord = (actor: Actor, id: string, input: Reclassification): Promise<void> => {
  allow(actor, 'archive:keep')
  return reloading(async () => {
    const head = await loadRecord(id)
    const decided = await loadDecided(id)
    const { class: before } = await loadKeeping(head, true)
    if (before === input.class) throw new Problem('already-in-class')
    const next = { ...decided, ...input, version: decided.version + 1 }
    await write(actor, id, putNext(decidedItem(next)), emit(actor, recordReclassified(head, before, input)))
  })
}

/** @throws Problem `not-allowed`, `not-found`, `already-held` */
export const holdRecord = (actor: Actor, id: string, { reason }: HoldInput): Promise<void> => {
  allow(actor, 'archive:keep')
  return reloading(async () => {
    const head = await loadRecord(id)
    const decided = await loadDecided(id)
    if (decided.hold) throw new Problem('already-held')
    const hold = { reason, at: now().toISOString(), by: { sub: actor.sub, name: actor.name } }
    const next = { ...decided, hold, version: decided.version + 1 }
    await write(actor, id, putNext(decidedItem(next)), emit(actor, recordHeld(head, reason)))
  })
}

/** @throws Problem `not-allowed`, `not-found`, `not-held` */
export const releaseRecord = (actor: Actor, id: string, { reason }: HoldInput): Promise<void> => {
  allow(actor, 'archive:keep')
  return reloading(async () => {
    const head = await loadRecord(id)
    const { hold, ...decided } = await loadDecided(id)
    if (!hold) throw new Problem('not-held')
    const next = { ...decided, version: decided.version + 1 }
    await write(actor, id, putNext(decidedItem(next)), emit(actor, recordReleased(head, reason, hold.at)))
  })
}
