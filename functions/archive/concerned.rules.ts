// Whose record it is: the units under which it is found and whose people may read it, from the text alone. Pure.
import * as z from 'zod'
import type { MinutesText } from './schema.ts'

const ofUnit = z.array(z.object({ unitId: z.string() })).catch([])

/** Where the text says what units did; records of before say it elsewhere, and name no unit besides. */
const Parts = z.object({
  kind: z.string().optional(),
  attendance: z
    .array(z.object({ unitId: z.string() }))
    .optional()
    .catch(undefined),
  contributions: ofUnit,
  turns: ofUnit,
})

/**
 * The units that had a part in the conference. To be named as a place, or as who answers for a directive, is none: it lets
 * nobody read what else was said (their directives they read where directives are). What documents say of a past conference
 * has no points: all they name had a part.
 */
export const concernedUnits = (text: Pick<MinutesText, 'units' | 'conference' | 'kind'>): string[] => {
  const { kind, attendance, contributions, turns } = Parts.parse(text)
  const named = text.units.map(({ id }) => id)
  if (kind === 'historical' || !attendance) return named
  const took = new Set([
    text.conference.hostUnitId,
    ...[...attendance, ...contributions, ...turns].map(({ unitId }) => unitId),
  ])
  return named.filter((id) => took.has(id))
}
