// Sends one step of a contribution's life to the API, for the version that is shown.
import type { Move } from '#functions/contributions/rules.ts'
import { api, intent } from '#web/lib/api.ts'

const one = api.conferences[':id'].contributions[':ctb']

export const performMove = async (
  { version, ...param }: { id: string; ctb: string; version: number },
  { move, note }: { move: Move; note: string },
  key: string,
): Promise<unknown> => {
  const once = { headers: { ...intent(key).headers, 'if-match': `"${version}"` } }
  if (move === 'return' || move === 'decline') return one[move].$post({ param, json: { note } }, once)
  if (move === 'schedule') throw new Error('Putting on the agenda needs an agenda item.')
  if (move === 'take-as-written') return one[move].$post({ param }, once)
  if (move === 'deliver') return one.deliver.$post({ param, json: {} }, once)
  return one[move].$post({ param, json: {} }, once)
}
