// What the list of conferences is asked for: as it stands in the address, and as the API is asked. Pure.
import type { Form, State } from '#functions/conferences/schema.ts'

/** Stretches of a conference's life, in the order of the page, each with its states. */
export const stretches = {
  now: ['open', 'in-session'],
  coming: ['draft', 'scheduled', 'postponed'],
  past: ['closed', 'cancelled'],
} as const satisfies Record<string, readonly State[]>

export type Stretch = keyof typeof stretches
type FormName = (typeof Form.options)[number]

export const formNames = ['online', 'hybrid', 'in-person'] as const satisfies readonly FormName[]

export type Sought = {
  in?: Stretch
  form?: FormName
  q?: string
  /** Civil days, both included. */
  from?: string
  to?: string
  unit?: string
}

const isStretch = (value: unknown): value is Stretch =>
  typeof value === 'string' && Object.hasOwn(stretches, value)
const isForm = (value: unknown): value is FormName => formNames.some((form) => form === value)
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
const isWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** What an address asks for; what is no filter is left out. */
export const readSought = (search: Record<string, unknown>): Sought => ({
  ...(isStretch(search.in) ? { in: search.in } : {}),
  ...(isForm(search.form) ? { form: search.form } : {}),
  ...(isWords(search.q) ? { q: search.q.slice(0, 200) } : {}),
  ...(isDay(search.from) ? { from: search.from } : {}),
  ...(isDay(search.to) ? { to: search.to } : {}),
  ...(isWords(search.unit) && search.unit.startsWith('unt_') ? { unit: search.unit } : {}),
})

const midnight = (day: string) => Date.parse(`${day}T00:00:00+07:00`)
const dayMs = 86_400_000

/** The query of the API: days become instants of Asia/Ho_Chi_Minh, the last one included whole. */
export const askedOf = ({ in: stretch, from, to, ...same }: Sought) => ({
  ...same,
  ...(stretch ? { state: stretches[stretch].join(',') } : {}),
  ...(from ? { from: new Date(midnight(from)).toISOString() } : {}),
  ...(to ? { to: new Date(midnight(to) + dayMs).toISOString() } : {}),
})

/** Whether the address asks for less than everything. */
export const isNarrowed = (sought: Sought): boolean => Object.keys(sought).length > 0

type Line = { state: State }

/** The lines by stretch: what comes next first, what is past latest first. @param lines newest first */
export const inStretches = <T extends Line>(lines: readonly T[]) => {
  const of = (stretch: Stretch) =>
    lines.filter(({ state }) => (stretches[stretch] as readonly State[]).includes(state))
  return [
    { stretch: 'now', items: of('now').toReversed() },
    { stretch: 'coming', items: of('coming').toReversed() },
    { stretch: 'past', items: of('past') },
  ] as const
}
