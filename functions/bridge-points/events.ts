// What bridge points announce.
import type { Delegate } from './delegates.schema.ts'
import type { ReadinessInput } from './schema.ts'
import type { Point } from './stored.schema.ts'

type Where = Pick<Point, 'id' | 'conferenceId'>

const ofPoint = <N extends `${string}.${string}`>(
  name: N,
  { id, conferenceId }: Where,
  data: Record<string, unknown>,
) => ({ name, scope: conferenceId, subject: id, point: id, data })

/** Units were given a point; one event for those written together. */
export const pointsAdded = (conferenceId: string, points: readonly Point[]) => ({
  name: 'points.added' as const,
  scope: conferenceId,
  subject: conferenceId,
  data: { points: points.map(({ id, unitId, kind, expected }) => ({ id, unitId, kind, expected })) },
})

export const readinessChecked = (point: Where, { checks, note }: ReadinessInput) =>
  ofPoint('readiness.checked', point, { checks, note })

export const linkJoined = (point: Where, session: string) => ofPoint('link.joined', point, { session })

export const linkLeft = (point: Where, session: string, how: string) =>
  ofPoint('link.left', point, { session, how })

export const delegatesAdded = (point: Where, delegates: readonly Delegate[]) =>
  ofPoint('delegates.added', point, {
    delegates: delegates.map(({ id, personId, display }) => ({ id, personId, display })),
  })
