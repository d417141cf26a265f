// One seat of the stage from all that is told of it apart: presence, sound, picture. Pure.
import { isContent, sharerOf } from './content.rules.ts'
import type { Present } from './order.rules.ts'
import type { Occupant } from './roster.ts'
import type { Pictures, Tile } from './useTiles.ts'

export type StageSeat = Present & {
  muted: boolean
  signal: number
  /** Its picture, where it is here. */
  tile?: Tile | undefined
}

export type Shared = { seat: string; attendeeId: string; tile?: Tile | undefined }

type Ourselves = { seat: string; attendeeId: string; muted: boolean }

/** Whoever promotes itself is told of twice for a moment: the later one is the seat's. */
const bySeat = (occupants: readonly Occupant[]): Occupant[] => [
  ...new Map(
    occupants.filter(({ attendeeId }) => !isContent(attendeeId)).map((one) => [one.seat, one]),
  ).values(),
]

export const stageSeats = (
  occupants: readonly Occupant[],
  { tiles, sources }: Pictures,
  own: Ourselves,
): StageSeat[] => {
  const sending = new Set(sources.map(({ attendeeId }) => attendeeId))
  const others = bySeat(occupants).flatMap((one): StageSeat[] => {
    if (one.seat === own.seat) return []
    const { seat, attendeeId, muted, signal } = one
    const tile = tiles.find((each) => each.attendeeId === attendeeId && !each.own)
    return [{ seat, attendeeId, muted, signal, own: false, sends: sending.has(attendeeId), tile }]
  })
  const tile = tiles.find((each) => each.own)
  const signal = occupants.find(({ attendeeId }) => attendeeId === own.attendeeId)?.signal ?? 1
  return [...others, { ...own, signal, own: true, sends: tile !== undefined, tile }]
}

/** Screens that are shared, in the order they began. */
export const sharedScreens = ({ tiles, sources }: Pictures): Shared[] =>
  sources
    .filter(({ attendeeId }) => isContent(attendeeId))
    .map(({ attendeeId, seat }) => ({
      attendeeId,
      seat: sharerOf(seat),
      tile: tiles.find((each) => each.attendeeId === attendeeId),
    }))
