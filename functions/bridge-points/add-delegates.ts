// Enter delegates of a point, one or a list pasted from elsewhere: all of them or none.
import { loadPersons } from '#functions/directory/entity.ts'
import { type Actor, withoutClaim } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { expectUnused } from '#functions/shared/idempotency.ts'
import { newId } from '#functions/shared/new-id.ts'
import { put, putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { delegatesAdded } from './delegates.events.ts'
import { expectNewcomers, newDelegate } from './delegates.rules.ts'
import type { DelegatesInput, StoredDelegate } from './delegates.schema.ts'
import { delegateItem, loadDelegates, pointItem, setColumns } from './entity.ts'
import { expectOpenList } from './points.rules.ts'
import type { Point } from './stored.schema.ts'

/** With the point, its row, the events and the key within a transaction's 100 items. */
const perTransaction = 88

/** The longest names of so many fill an event item of 400 KB. */
const perEvent = 80

const partsOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/** Writes what the last transaction cannot hold: nobody sees these until the point lists them. */
const stage = async (actor: Actor, added: readonly StoredDelegate[]): Promise<void> => {
  if (added.length === 0) return
  await expectUnused(actor)
  for (const part of partsOf(added, perTransaction))
    await write(withoutClaim(actor), '', ...part.map((delegate) => put(delegateItem(delegate))))
}

const enter = async (actor: Actor, point: Point, added: readonly StoredDelegate[]): Promise<void> => {
  await stage(actor, added.slice(perTransaction))
  const delegateIds = [...point.delegateIds, ...added.map(({ id }) => id)]
  await write(
    actor,
    added.map(({ id }) => id).join(' '),
    ...added.slice(0, perTransaction).map((delegate) => put(delegateItem(delegate))),
    putNext(pointItem({ ...point, delegateIds, version: point.version + 1 })),
    setColumns(point, { listed: delegateIds.length }),
    ...partsOf(added, perEvent).map((part) => emit(actor, delegatesAdded(point, part))),
  )
}

/** @throws Problem `delegation-full`, `person-unknown`, `already-exists`, `point-withdrawn` */
export const addDelegates = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { delegates: inputs }: DelegatesInput,
): Promise<StoredDelegate[]> => {
  const ids = inputs.map(() => newId('dlg'))
  return persisting(async () => {
    const [{ conference, point }, there] = await Promise.all([
      atPoint(actor, 'delegates:write', conferenceId, pointId),
      loadDelegates(conferenceId, pointId),
    ])
    expectOpenList(conference, point)
    const asked = inputs.flatMap(({ personId }) => personId ?? [])
    const found = await loadPersons(asked, civilDay(conference.startsAt))
    const persons = new Map(found.map((person) => [person.id, person]))
    expectNewcomers(inputs, persons, there)
    const added = inputs.map((input, at) =>
      newDelegate(ids[at] ?? '', point, input, persons.get(input.personId ?? '')),
    )
    await enter(actor, point, added)
    return added
  })
}
