// What the desk can do just now, and to whom; each act is undefined where it makes no sense.
import type { Conference } from '#functions/conferences/schema.ts'
import { agendaPlace } from '#web/conferences/agenda-place.rules.ts'
import type { FloorNow } from '../Speaking.tsx'
import { saidOf } from '../said.rules.ts'
import { type DeskAct, nextIn, orderIn } from './desk.rules.ts'
import type { Desk } from './useDesk.ts'

type Who = { speaker: FloorNow['queue'][number]['speaker'] }
export const nameOf = ({ speaker }: Who): string => saidOf(speaker).who.join(' ')

type Input = { conference: Conference; floor: FloorNow; chosen: string | undefined; desk: Desk }
type Act = (() => void) | undefined
export type Skippable = { requestId: string; who: string }

export const useDeskActs = ({ conference, floor, chosen, desk }: Input) => {
  const { current, queue, open } = floor
  const { now, next: nextItem } = agendaPlace(conference.agenda)
  const before = { floor, on: now }
  const next = nextIn(queue, chosen)
  const order = current && current.kind !== 'point-of-order' ? orderIn(queue) : undefined
  const picked = queue.find(({ id }) => id === chosen)
  const does =
    (act: DeskAct, who = ''): Act =>
    () =>
      desk.take(act, who, before)
  const ofTurn = (act: 'yield' | 'extend' | 'suspend'): Act =>
    current ? does({ act, requestId: current.requestId }, nameOf(current)) : undefined
  const skippable = (): Skippable | undefined => {
    if (picked) return { requestId: picked.id, who: nameOf(picked) }
    if (current) return { requestId: current.requestId, who: nameOf(current) }
    return next ? { requestId: next.id, who: nameOf(next) } : undefined
  }
  const speeches = conference.agenda.find(({ kind }) => kind === 'contributions')?.id
  const item = now ?? conference.agenda.find(({ id }) => id === speeches)
  return {
    next,
    // While an end of turn is held the next may be called: that ends it at once.
    call:
      next && (!current || desk.held) ? does({ act: 'call', requestId: next.id }, nameOf(next)) : undefined,
    yield: ofTurn('yield'),
    extend: ofTurn('extend'),
    suspend: ofTurn('suspend'),
    order: order ? does({ act: 'order', requestId: order.id }, nameOf(order)) : undefined,
    list: does(open ? { act: 'close' } : { act: 'open', opening: item ? { agendaItem: item.id } : {} }),
    item: nextItem ? does({ act: 'item', item: nextItem.id }, nextItem.title) : undefined,
    skippable: skippable(),
    skip: ({ requestId, who }: Skippable, reason: string) =>
      desk.take({ act: 'skip', requestId, reason }, who, before),
    restore: (requestId: string, who: string) => desk.take({ act: 'restore', requestId }, who, before),
    end: does({ act: 'end' }),
    take: does({ act: 'take' }),
    agenda: { now, next: nextItem },
  }
}

export type DeskActs = ReturnType<typeof useDeskActs>
