// What bridge points announce.
import type { Point } from './stored.schema.ts'

type Where = Pick<Point, 'id' | 'conferenceId'>

/** What happened at one point. */
export const ofPoint = <N extends `${string}.${string}`>(
  name: N,
  { id, conferenceId }: Where,
  data: Record<string, unknown>,
) => ({ name, scope: conferenceId, subject: id, point: id, data })

/** Units were given a point; one event for those written together. */
export const pointsAdded = (conferenceId: string, points: readonly Point[]) => ({
  name: 'points.added' as const,
  scope: conferenceId,
  subject: conferenceId,
  data: {
    points: points.map(({ id, unitId, kind, expected, late }) => ({ id, unitId, kind, expected, late })),
  },
})
