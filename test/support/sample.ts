// A sample of a route: one request that would succeed, and what it touches.
import type { Touched } from '#functions/grants/rules.ts'
import { unit } from './conference.ts'
import type { Stage, World } from './world.ts'

export type Sample = {
  /** The conference it touches, `:id` in the path. */
  in?: Stage
  /** Other parameters of the path, by the name the world has for the id. */
  params?: Record<string, string>
  query?: string
  /** @param sub whoever asks: for what only its owner may use */
  body?: (world: World, sub?: string) => unknown
  /** `If-Match`. */
  version?: number
  /** The unit it touches. */
  unit?: string
  /** What it touches where that is no conference, or another one than that of the path. */
  touches?: (world: World) => Touched
  /** A contributor may do it only to what this account submitted. */
  own?: 'the author' | 'somebody else'
  /** Makes it possible again, before each try that should succeed. */
  before?: (world: World, sub?: string) => Promise<unknown>
  /** A list, which shows what one may read instead of refusing: these ids of it. */
  lists?: { ids: (body: { items: { id: string }[] }) => string[]; expected: string }
}

export const speaker = { position: 'Phó Giám đốc Công an tỉnh' }

export const session = (more: Sample = {}): Sample => ({ in: 'session', ...more })
export const atPoint = (more: Sample = {}): Sample => session({ params: { point: 'point' }, unit, ...more })
