// Where a page stands with its seat in the room, as it is shown.
import type { MediaQuota } from '#functions/media/schema.ts'
import type { Held } from '#functions/shared/problem.ts'
import type { ApiProblem } from '#web/lib/problem.ts'
import type { Connection } from './connection.ts'

/** `left` by us; `elsewhere` as the media service says; `ended` by the conference; `displaced` by the centre. */
export type Why = 'left' | 'ended' | 'elsewhere' | 'displaced' | 'capacity'

export type Standing =
  /** Before anything was asked for. */
  | { at: 'lobby' }
  | { at: 'asking' }
  /** The meeting is being made. */
  | { at: 'preparing'; since: number }
  | { at: 'held'; held: Held | undefined }
  | { at: 'refused'; quota: MediaQuota }
  | { at: 'connecting' }
  | { at: 'in' }
  /** The line was lost. `until` the next try begins, or the present one is given up. */
  | { at: 'reconnecting'; until: number }
  | { at: 'over'; why: Why }
  | { at: 'problem'; problem: ApiProblem }

const isSeatedAt: readonly Standing['at'][] = ['in', 'reconnecting']

/** Nothing goes on until a moment has come, or somebody asks. */
export const isPausing = ({ at }: Standing): boolean =>
  at === 'reconnecting' || at === 'refused' || at === 'preparing'

/** What is on the screen stays there while the line is made again. */
export const isSeated = ({ at }: Standing): boolean => isSeatedAt.includes(at)

/** What of a seat is shown while it stands. */
export type Seated = {
  connection: Connection
  replica: boolean
  /** Whether the service has room for our picture. */
  mayShow: boolean
  /** In the primary meeting by promotion, under this attendee. */
  promotedAs?: string | undefined
}

export type Shown = { standing: Standing; seated?: Seated | undefined }

/** A refusal that is an answer: asking again would not change it. */
export const isFinal = ({ status }: Pick<ApiProblem, 'status'>): boolean => [403, 404, 409].includes(status)
