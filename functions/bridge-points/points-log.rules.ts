// Which points a conference has, as its events tell it: given, changed, taken out, brought back. Pure.
import * as z from 'zod'

const Given = z.object({
  id: z.string(),
  unitId: z.string(),
  kind: z.string(),
  expected: z.number().optional(),
  late: z.literal(true).optional(),
})
export type GivenPoint = z.infer<typeof Given>

const Added = z.object({ points: z.array(Given) })
const Edited = z.object({ expected: z.number().optional() })

type Logged = { name: string; subject: string; data: Record<string, unknown> }

/**
 * The points that stand after these events, in the order they were given; withdrawn ones are left out.
 * @param events the log of a conference, oldest first
 */
export const pointsIn = (events: readonly Logged[]): GivenPoint[] => {
  const given = new Map<string, GivenPoint>()
  const withdrawn = new Set<string>()
  for (const { name, subject, data } of events) {
    const point = given.get(subject)
    if (name === 'points.added') for (const one of Added.parse(data).points) given.set(one.id, one)
    else if (name === 'point.edited' && point)
      given.set(subject, { ...point, expected: Edited.parse(data).expected })
    else if (name === 'point.removed') given.delete(subject)
    else if (name === 'point.withdrawn') withdrawn.add(subject)
    else if (name === 'point.restored') withdrawn.delete(subject)
  }
  return [...given.values()].filter(({ id }) => !withdrawn.has(id))
}

/** The events that say which points there are. */
export const pointEvents: ReadonlySet<string> = new Set([
  'points.added',
  'point.edited',
  'point.removed',
  'point.withdrawn',
  'point.restored',
])
