// Tells rows of points entered before rows named their province which it is. Harmless to repeat.
import type { Conference } from '#functions/conferences/schema.ts'
import { loadUnits, provincesOf } from '#functions/directory/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { civilDay } from '#functions/shared/time.ts'
import { write } from '#functions/shared/write.ts'
import { loadBoard, setColumns } from './entity.ts'

const atOnce = 50

type Held = Pick<Conference, 'id' | 'startsAt'>

/** What a point is does not change, so nothing is announced. @returns how many rows name their province now */
export const placePoints = async ({ id: conferenceId, startsAt }: Held): Promise<number> => {
  const rows = (await loadBoard(conferenceId)).filter(({ province }) => !province)
  const units = await loadUnits(rows.map(({ unitId }) => unitId))
  const provinces = await provincesOf(units, civilDay(startsAt))
  const sets = rows.flatMap(({ pointId, unitId }) => {
    const province = provinces.get(unitId)
    return province ? [setColumns({ conferenceId, id: pointId }, { province })] : []
  })
  const actor = systemActor('place-points', `req_${newUlid()}`)
  for (let start = 0; start < sets.length; start += atOnce)
    await write(actor, conferenceId, ...sets.slice(start, start + atOnce))
  return sets.length
}
