// One act of the desk as the API is asked for it.
import { api, intent } from '#web/lib/api.ts'
import type { FloorAnswer } from '#web/lib/live/hold-floor.ts'
import { nextTick } from '#web/lib/live/tick.ts'
import type { DeskAct } from './desk.rules.ts'

const minute = 60
const at = api.conferences[':id']
const { floor } = at

/** What was pressed is sent to its end also where the page is being left. */
const onceOf = (key: string) => ({ ...intent(key), init: { keepalive: true } })

const onFloor = (id: string, input: DeskAct, once: ReturnType<typeof onceOf>) => {
  const param = { id }
  switch (input.act) {
    case 'call':
      return floor.call.$post({ param, json: { requestId: input.requestId } }, once)
    case 'order':
      return floor.call.$post({ param, json: { requestId: input.requestId, suspend: true } }, once)
    case 'yield':
      return floor.yield.$post({ param, json: { requestId: input.requestId } }, once)
    case 'extend':
      return floor.extend.$post({ param, json: { requestId: input.requestId, seconds: minute } }, once)
    case 'suspend':
      return floor.suspend.$post({ param, json: { requestId: input.requestId, reason: 'other' } }, once)
    case 'skip':
      return floor.skip.$post({ param, json: { requestId: input.requestId, reason: input.reason } }, once)
    case 'undo-call':
      return floor.undo.$post({ param, json: { requestId: input.requestId } }, once)
    case 'restore':
      return floor.requests[':req'].restore.$post({ param: { id, req: input.requestId } }, once)
    case 'open':
      return floor.open.$post({ param, json: input.opening }, once)
    case 'close':
      return floor.close.$post({ param }, once)
    default:
      return undefined
  }
}

const onConference = (id: string, input: DeskAct, once: ReturnType<typeof onceOf>) => {
  const param = { id }
  switch (input.act) {
    case 'item':
      return at.agenda.items[':item'].start.$post({ param: { id, item: input.item }, json: {} }, once)
    case 'item-end':
      return at.agenda.items[':item'].end.$post({ param: { id, item: input.item }, json: {} }, once)
    case 'start':
      return at.start.$post({ param }, once)
    case 'end':
      return at.close.$post({ param }, once)
    case 'take':
      return at['take-chair'].$post({ param, json: {} }, once)
    default:
      return undefined
  }
}

/**
 * @param key keeps a repeat after a lost answer the same act
 * @returns the floor as it then stands, where the act answers with it
 */
export const perform = async (id: string, input: DeskAct, key: string): Promise<FloorAnswer | undefined> => {
  const once = onceOf(key)
  const asked = nextTick()
  const answer = await (onFloor(id, input, once) ?? onConference(id, input, once))
  const told = await answer?.json()
  return told && 'queue' in told ? { ...told, asked } : undefined
}
