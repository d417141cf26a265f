// The changes of a unit as sent to the API: each names the version that was looked at.
import { api, intent } from '#web/lib/api.ts'

export const unitChanges = ['rename', 'move', 'absorb', 'end'] as const
export type UnitChange = (typeof unitChanges)[number]

/** What the form holds: a day, a name or a unit, whichever the change asks for. */
export type Told = { day: string; name?: string; shortName?: string; unit?: string }

type Looked = { id: string; version: number }

const versionOf = async (id: string): Promise<number> =>
  (await (await api.units[':id'].$get({ param: { id } })).json()).version

/** @param looked the unit with the version that was shown; a unit merged into it is read at once */
export const sendChange = async (
  { id, version }: Looked,
  change: UnitChange,
  { day, name = '', shortName, unit = '' }: Told,
  key: string,
): Promise<unknown> => {
  const one = api.units[':id']
  const param = { id }
  const once = { headers: { ...intent(key).headers, 'if-match': `"${version}"` } }
  switch (change) {
    case 'rename':
      return one.rename.$post({ param, json: { name, ...(shortName ? { shortName } : {}), from: day } }, once)
    case 'move':
      return one.move.$post({ param, json: { parent: unit, from: day } }, once)
    case 'end':
      return one.end.$post({ param, json: { lastDay: day, ...(unit ? { successors: [unit] } : {}) } }, once)
    case 'absorb': {
      const units = [{ id: unit, version: await versionOf(unit) }]
      return one.absorb.$post({ param, json: { units, on: day } }, once)
    }
  }
}
