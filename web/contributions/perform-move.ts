// Sends one step of a contribution's life to the API, for the version that is shown.
import type { Move } from '#functions/contributions/rules.ts'
import { api, intent } from '#web/lib/api.ts'

const one = api.conferences[':id'].contributions[':ctb']

/** A note goes with every decision; its place only with putting on the agenda. */
export type Step = { move: Move; note?: string; agendaItem?: string; order?: number }

export const performMove = async (
  { version, ...param }: { id: string; ctb: string; version: number },
  { move, note = '', agendaItem = '', order }: Step,
  key: string,
): Promise<unknown> => {
  const once = { headers: { ...intent(key).headers, 'if-match': `"${version}"` } }
  if (move === 'return' || move === 'decline') return one[move].$post({ param, json: { note } }, once)
  if (move === 'schedule')
    return one.schedule.$post({ param, json: { agendaItem, ...(order ? { order } : {}) } }, once)
  if (move === 'take-as-written') return one[move].$post({ param }, once)
  if (move === 'deliver') return one.deliver.$post({ param, json: {} }, once)
  return one[move].$post({ param, json: note ? { note } : {} }, once)
}
