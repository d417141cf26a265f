// What the end of a session of the media service means for the page, by the service's own codes. Pure.

/** Codes of `MeetingSessionStatusCode` that the page tells apart; the client has more. */
export const codes = {
  left: 1,
  elsewhere: 2,
  rejected: 3,
  capacity: 4,
  ended: 5,
  badRequest: 11,
  forbidden: 20,
  removed: 22,
} as const

/**
 * `stale`: what we sat down with is no longer good, ask for the seat anew and say so; `again`: the line or the service
 * failed, or the seat was taken from us (the API says whether it is another's): sit down again; the others are for a person to read.
 */
export type Next = 'over' | 'elsewhere' | 'capacity' | 'stale' | 'again'

const meaning: Record<number, Next> = {
  [codes.left]: 'over',
  [codes.elsewhere]: 'elsewhere',
  [codes.capacity]: 'capacity',
  [codes.removed]: 'again',
  [codes.rejected]: 'stale',
  [codes.ended]: 'stale',
  [codes.badRequest]: 'stale',
  [codes.forbidden]: 'stale',
}

export const afterStop = (code: number): Next => meaning[code] ?? 'again'
