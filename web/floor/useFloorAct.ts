// What the desk and the points do on the floor: one act at a time, each with its own key.
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'

export type FloorAct =
  | { act: 'open'; agendaItem: string | undefined }
  | { act: 'close' }
  | { act: 'call'; requestId: string }
  | { act: 'yield'; requestId: string }
  | { act: 'extend'; seconds: number }
  | { act: 'skip'; requestId: string; reason: string }
  | { act: 'withdraw'; requestId: string }

const floor = api.conferences[':id'].floor

const perform = async (id: string, input: FloorAct, key: string): Promise<unknown> => {
  const param = { id }
  const once = intent(key)
  switch (input.act) {
    case 'open': {
      const { agendaItem } = input
      return floor.open.$post({ param, json: agendaItem ? { agendaItem } : {} }, once)
    }
    case 'close':
      return floor.close.$post({ param }, once)
    case 'call':
      return floor.call.$post({ param, json: { requestId: input.requestId } }, once)
    case 'yield':
      return floor.yield.$post({ param, json: { requestId: input.requestId } }, once)
    case 'extend':
      return floor.extend.$post({ param, json: { seconds: input.seconds } }, once)
    case 'skip':
      return floor.skip.$post({ param, json: { requestId: input.requestId, reason: input.reason } }, once)
    case 'withdraw':
      return floor.requests[':req'].withdraw.$post({ param: { id, req: input.requestId } }, once)
  }
}

export const useFloorAct = (id: string) =>
  useAct((input: FloorAct, key) => perform(id, input, key), [conferenceKey(id)])
