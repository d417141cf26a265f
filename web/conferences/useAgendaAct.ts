// Says that an item of the agenda begins or ends.
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { conferenceKey } from './conference-queries.ts'

export type AgendaAct = { act: 'start' | 'end'; item: string }

const one = api.conferences[':id'].agenda.items[':item']

export const useAgendaAct = (id: string) =>
  useAct(
    ({ act, item }: AgendaAct, key) => one[act].$post({ param: { id, item }, json: {} }, intent(key)),
    [conferenceKey(id)],
  )
