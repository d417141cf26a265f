// Enter delegates of a point, one or a list pasted from elsewhere.
import { expectState } from '#functions/conferences/rules.ts'
import { loadPersons } from '#functions/directory/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { persisting, write } from '#functions/shared/write.ts'
import { atPoint } from './at-point.ts'
import { expectNewcomers, newDelegate } from './delegates.rules.ts'
import type { Delegate, DelegatesInput } from './delegates.schema.ts'
import { delegateItem, loadDelegates, pointItem, setColumns } from './entity.ts'
import { delegatesAdded } from './events.ts'

/** @throws Problem `delegation-full`, `person-unknown`, `already-exists` */
export const addDelegates = (
  actor: Actor,
  conferenceId: string,
  pointId: string,
  { delegates: inputs }: DelegatesInput,
): Promise<Delegate[]> =>
  persisting(async () => {
    const [{ conference, point }, there, found] = await Promise.all([
      atPoint(actor, 'delegates:write', conferenceId, pointId),
      loadDelegates(conferenceId, pointId),
      loadPersons(inputs.flatMap(({ personId }) => personId ?? [])),
    ])
    expectState(conference, ['draft', 'scheduled', 'open', 'in-session'])
    const persons = new Map(found.map((person) => [person.id, person]))
    expectNewcomers(inputs, persons, there)
    const added = inputs.map((input) =>
      newDelegate(newId('dlg'), point, input, persons.get(input.personId ?? '')),
    )
    const delegateIds = [...point.delegateIds, ...added.map(({ id }) => id)]
    await write(
      actor,
      added.map(({ id }) => id).join(' '),
      ...added.map((delegate) => putNew(delegateItem(delegate))),
      putNext(pointItem({ ...point, delegateIds, version: point.version + 1 })),
      setColumns(point, { listed: delegateIds.length }),
      emit(actor, delegatesAdded(point, added)),
    )
    return added
  })
