// Which of the points that wait are not connected now.
import { loadRows } from '#functions/bridge-points/entity.ts'
import { stateOf } from '#functions/bridge-points/rules.ts'
import type { PointState } from '#functions/bridge-points/schema.ts'
import { now } from '#functions/shared/clock.ts'
import type { FloorRequest } from './schema.ts'

/** Point id → its state as every screen shows it, for the points with a waiting request. */
export const waitingPoints = async (
  id: string,
  requests: readonly FloorRequest[],
): Promise<Map<string, PointState>> => {
  const pointIds = requests.filter(({ state }) => state === 'waiting').map(({ pointId }) => pointId)
  const at = now().toISOString()
  return new Map((await loadRows(id, pointIds)).map((row) => [row.pointId, stateOf(row, at)]))
}

/** The points that were connected and are not: a point that never was may still be heard in the room. */
export const lostPoints = async (
  id: string,
  requests: readonly FloorRequest[],
): Promise<ReadonlySet<string>> => {
  const states = await waitingPoints(id, requests)
  return new Set([...states].filter(([, state]) => state === 'lost').map(([pointId]) => pointId))
}
