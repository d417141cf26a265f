// Say how far a directive is: an act, appended; its owners speak for themselves, the host's desk for the whole.
import { loadConference } from '#functions/conferences/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import { may } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { Problem, wrongField } from '#functions/shared/problem.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { loadOutcome } from './entity.ts'
import { directiveProgressed } from './events.ts'
import { lastWords } from './progress.rules.ts'
import type { ProgressInput } from './progress.schema.ts'
import { loadLastWords, progressActItem, progressItem } from './progress-entity.ts'

type At = { id: string; item: string }

/** For whom the actor speaks: the unit named, else the owner they are of, else (the host's desk) the whole. */
const speaksFor = (
  actor: Actor,
  owners: readonly string[],
  { unitId }: ProgressInput,
): string | undefined => {
  if (unitId !== undefined) {
    if (!owners.includes(unitId)) throw wrongField('unit-unknown', '/unitId', unitId)
    return unitId
  }
  const at = now().toISOString()
  return owners.find((unit) => may(actor.grants, 'directive:progress', { unit }, at))
}

/** @throws Problem `not-found`, `not-allowed`, `unit-unknown`, `outcome-withdrawn` */
export const reportProgress = (actor: Actor, { id, item }: At, input: ProgressInput): Promise<void> =>
  persisting(async () => {
    const conference = await loadConference(id)
    const directive = await loadOutcome(id, 'directive', item)
    const unitId = speaksFor(actor, directive.ownerUnitIds, input)
    const touched = { conference: id, host: conference.hostUnitId, ...(unitId ? { unit: unitId } : {}) }
    allow(actor, 'directive:progress', touched)
    if (directive.withdrawn) throw new Problem('outcome-withdrawn')
    const told = { ...input, ...(unitId ? { unitId } : {}) }
    const event = recorded(actor, directiveProgressed(id, item, told))
    const before = await loadLastWords(id, item)
    const act = { ...told, at: event.effectiveAt, by: actor.name, event: event.id }
    const next = { ...before, acts: lastWords(before.acts, act), version: before.version + 1 }
    const kept = [putNext(progressItem(next)), putNew(progressActItem(next, act))]
    await write(actor, item, ...kept, putEvent(event))
  })
