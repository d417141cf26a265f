// The desk's acts: which verbs take one back, whom the next call means. Pure.
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { FloorNow } from '../Speaking.tsx'

type Opening = Pick<FloorNow, 'agendaItem' | 'budgetSeconds' | 'unitBudgetSeconds'> &
  Partial<Pick<FloorNow, 'orderBudgetSeconds' | 'warningSeconds'>>

/** Every act names the turn, the request or the item it means, so that a second press can mean no other. */
export type DeskAct =
  | { act: 'call'; requestId: string }
  | { act: 'order'; requestId: string }
  | { act: 'yield'; requestId: string }
  | { act: 'extend'; requestId: string }
  | { act: 'suspend'; requestId: string }
  | { act: 'skip'; requestId: string; reason: string }
  | { act: 'undo-call'; requestId: string }
  | { act: 'restore'; requestId: string }
  | { act: 'open'; opening: Partial<Opening> }
  | { act: 'close' }
  | { act: 'item'; item: string }
  | { act: 'item-end'; item: string }
  | { act: 'start' }
  | { act: 'end' }
  | { act: 'take' }

export type Before = { floor: FloorNow | undefined; on: AgendaItem | undefined }

/** The list as it was opened last. */
export const openingOf = (floor: FloorNow): Partial<Opening> => {
  const { agendaItem, budgetSeconds, unitBudgetSeconds, orderBudgetSeconds, warningSeconds } = floor
  return {
    budgetSeconds,
    orderBudgetSeconds,
    warningSeconds,
    ...(agendaItem === undefined ? {} : { agendaItem }),
    ...(unitBudgetSeconds === undefined ? {} : { unitBudgetSeconds }),
  }
}

/**
 * What takes an act back, in order; undefined where no verb of the API does. An end of turn has none: it is held for
 * some seconds before it is sent instead.
 */
export const undoOf = (done: DeskAct, { floor, on }: Before): DeskAct[] | undefined => {
  switch (done.act) {
    case 'call':
      return [{ act: 'undo-call', requestId: done.requestId }]
    case 'order': {
      const spoke = floor?.current?.requestId
      const again: DeskAct[] = spoke ? [{ act: 'call', requestId: spoke }] : []
      return [{ act: 'undo-call', requestId: done.requestId }, ...again]
    }
    case 'skip':
      return [{ act: 'restore', requestId: done.requestId }]
    case 'suspend':
      return [{ act: 'call', requestId: done.requestId }]
    case 'open':
      return [{ act: 'close' }]
    case 'close':
      return floor ? [{ act: 'open', opening: openingOf(floor) }] : undefined
    case 'item':
      return [on ? { act: 'item', item: on.id } : { act: 'item-end', item: done.item }]
    default:
      return undefined
  }
}

type Waiting = FloorNow['queue'][number]

/** Whom a call means: the one chosen, else the first whose point is not lost. */
export const nextIn = (queue: readonly Waiting[], chosen: string | undefined): Waiting | undefined =>
  queue.find(({ id }) => id === chosen) ?? queue.find(({ pointState }) => pointState !== 'lost') ?? queue[0]

/** The neighbour in the list, for the arrow keys. */
export const neighbourIn = (
  queue: readonly Waiting[],
  chosen: string | undefined,
  by: 1 | -1,
): string | undefined => {
  const at = queue.findIndex(({ id }) => id === chosen)
  return queue[Math.max(0, Math.min(queue.length - 1, at + by))]?.id
}

/** The first point of order that waits. */
export const orderIn = (queue: readonly Waiting[]): Waiting | undefined =>
  queue.find(({ kind }) => kind === 'point-of-order')
