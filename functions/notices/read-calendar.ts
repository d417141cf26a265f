// The calendar file of the signed-in person: the conference, the person's point in it and role.
import { loadPoints } from '#functions/bridge-points/entity.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { inForce, unitsHeld } from '#functions/grants/rules.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { required } from '#functions/shared/config.ts'
import { calendarOf } from './calendar.ts'

const roleWords: Record<string, string> = {
  chair: 'chủ trì',
  'deputy-chair': 'điều hành thay khi được phân công',
  secretary: 'thư ký',
  'centre-operator': 'cán bộ kỹ thuật điểm cầu trung tâm',
  contributor: 'báo cáo tham luận',
}

/** What the person is in the conference, in order of weight. */
const rolesOf = (actor: Actor, { id, hostUnitId }: Conference, at: string): string[] => {
  const own = actor.grants.filter((grant) => grant.scope === `conference:${id}` && inForce(grant, at))
  const words = Object.entries(roleWords).flatMap(([role, word]) =>
    own.some((grant) => grant.role === role) ? [word] : [],
  )
  const desk = unitsHeld(actor.grants, 'secretariat', at).includes(hostUnitId) ? ['ban thư ký'] : []
  return [...words, ...desk]
}

/** @throws Problem `not-found`, `not-allowed` */
export const readCalendar = async (actor: Actor, id: string): Promise<string> => {
  const conference = await readConference(actor, id)
  const at = now().toISOString()
  const units = unitsHeld(actor.grants, 'operator', at)
  const points = await loadPoints(id, units.map(pointIdOf))
  const roles = [...rolesOf(actor, conference, at), ...(points.length > 0 ? ['cán bộ điểm cầu'] : [])]
  return calendarOf(conference, {
    method: 'PUBLISH',
    home: required('PUBLIC_URL'),
    stamp: now(),
    point: points.map(({ name }) => name).join('; ') || undefined,
    role: roles.join('; ') || undefined,
  })
}
