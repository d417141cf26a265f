// Whose record it is: the units under which it is found and whose people may read it, from the text alone. Pure.
import * as z from 'zod'
import type { MinutesText } from './schema.ts'

const ofUnit = z.array(z.object({ unitId: z.string() })).catch([])

/** Where the text says what units did; records of before say it elsewhere, and name no province besides. */
const Parts = z.object({
  attendance: z.array(z.object({ unitId: z.string(), provinceId: z.string().optional() })).catch([]),
  contributions: ofUnit,
  turns: ofUnit,
  outcomes: z
    .object({ directives: z.array(z.object({ owners: z.array(z.string()) })) })
    .catch({ directives: [] }),
})

/**
 * Every unit the text names, but for provinces that only say where a point lies: to be named as a place is no part in
 * a conference, and lets nobody read what came of it.
 */
export const concernedUnits = (text: Pick<MinutesText, 'units' | 'conference'>): string[] => {
  const { attendance, contributions, turns, outcomes } = Parts.parse(text)
  const took = new Set([
    text.conference.hostUnitId,
    ...[...attendance, ...contributions, ...turns].map(({ unitId }) => unitId),
    ...outcomes.directives.flatMap(({ owners }) => owners),
  ])
  const places = new Set(attendance.map(({ provinceId }) => provinceId))
  return text.units.map(({ id }) => id).filter((id) => took.has(id) || !places.has(id))
}
