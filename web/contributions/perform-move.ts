// Sends one step of a contribution's life to the API.
import type { Move } from '#functions/contributions/rules.ts'
import { api, intent } from '#web/lib/api.ts'

const one = api.conferences[':id'].contributions[':ctb']

export const performMove = async (
  param: { id: string; ctb: string },
  { move, note }: { move: Move; note: string },
  key: string,
): Promise<unknown> => {
  const once = intent(key)
  if (move === 'return' || move === 'decline') return one[move].$post({ param, json: { note } }, once)
  if (move === 'schedule') throw new Error('Putting on the agenda needs an agenda item.')
  if (move === 'take-as-written') return one[move].$post({ param }, once)
  if (move === 'deliver') return one.deliver.$post({ param, json: {} }, once)
  return one[move].$post({ param, json: {} }, once)
}
