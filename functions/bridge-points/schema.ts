// Bridge points, their technical state and their delegations: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'

export const PointId = namedIdOf('bpt')
export const PointPath = z.object({ id: idOf('cnf'), point: PointId })

export const PointKind = z.enum(['central', 'site'])

/** Who a point is: identity, what is expected, and the ids of its delegates in order of entry. */
export const Point = z.object({
  id: PointId,
  conferenceId: z.string(),
  unitId: namedIdOf('unt'),
  /** The unit's name on the day of the conference. */
  name: z.string(),
  shortName: z.string(),
  kind: PointKind,
  /** The head count the unit announced. */
  expected: z.number().optional(),
  startsAt: z.string(),
  delegateIds: z.array(z.string()),
  version: z.number(),
})
export type Point = z.infer<typeof Point>

/** The point of a unit has the same id in every conference. */
export const pointIdOf = (unitId: string): string => `bpt_${unitId.slice('unt_'.length)}`
