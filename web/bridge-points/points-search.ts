// What the address of the points page may ask for: kept there, it is there again on the way back.
import type { PointState } from '#functions/bridge-points/schema.ts'

export const sortings = [
  'name',
  'state',
  'since',
  'present',
  'absent',
  'substituted',
  'unmarked',
  'heads',
] as const
export type Sorting = (typeof sortings)[number]

const only = ['trouble', 'unmarked'] as const
const states = [
  'connected',
  'checking',
  'not-connected',
  'lost',
  'unknown',
  'fault',
] as const satisfies PointState[]

export type PointsView = {
  q?: string
  state?: PointState
  /** A region or a province, by its heading. */
  place?: string
  /** Points that need somebody, or whose roll is not complete. */
  only?: (typeof only)[number]
  sort?: Sorting
  /** The other way round. */
  down?: true
}

/** What is to be asked for instead; undefined for no more. */
export type ViewChange = { [K in keyof PointsView]?: PointsView[K] | undefined }

const oneOf = <T extends string>(all: readonly T[], told: unknown): T | undefined =>
  all.find((one) => one === told)

const text = (told: unknown): string | undefined =>
  typeof told === 'string' && told !== '' ? told : undefined

/** The view without what is not asked for. */
export const viewOnly = (view: ViewChange): PointsView =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined))

/** The view an address asks for; what it does not know is left out. */
export const viewOfSearch = (search: Record<string, unknown>): PointsView =>
  viewOnly({
    q: text(search.q),
    state: oneOf(states, search.state),
    place: text(search.place),
    only: oneOf(only, search.only),
    sort: oneOf(sortings, search.sort),
    down: search.down === true ? true : undefined,
  })
