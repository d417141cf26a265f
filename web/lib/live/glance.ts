// A board takes a second or two to say what happened at a point: the desk, which hears of single points, looks there at
// once. In a storm of roll calls it does not: then the board says it for all.
import type { QueryClient } from '@tanstack/react-query'
import { api } from '#web/lib/api.ts'
import type { HeldBoard, LineTold } from './hold-board.ts'
import { keysOf } from './keys.ts'

const mostAtOnce = 6

/** @returns looks at a point of the board that is shown */
export const glancing = (client: QueryClient, conferenceId: string) => {
  const { board } = keysOf(conferenceId)
  /** Points being looked at, and whether to look again afterwards. */
  const looking = new Map<string, boolean>()

  const look = async (point: string) => {
    const one = api.conferences[':id']['bridge-points'][':point']
    const answer = await one.$get({ param: { id: conferenceId, point } })
    const { row } = await answer.json()
    // By the server's own clock, before it read anything: of this device's, a glance from the future would cover the board.
    const at = Date.parse(answer.headers.get('server-time') ?? '')
    if (!Number.isNaN(at) && client.getQueryData<HeldBoard>(board))
      client.setQueryData<unknown>(board, { told: 'line', line: row, at } satisfies LineTold)
  }

  const glance = async (point: string): Promise<void> => {
    if (looking.has(point)) {
      looking.set(point, true)
      return
    }
    if (looking.size >= mostAtOnce || !client.getQueryCache().find({ queryKey: board })?.isActive()) return
    looking.set(point, false)
    // Unanswered it does no harm: the board comes anyway.
    await look(point).catch(() => undefined)
    const again = looking.get(point)
    looking.delete(point)
    if (again) await glance(point)
  }
  return (point: string): void => void glance(point)
}
