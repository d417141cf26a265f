// Who sits in which meeting: the primary, which the centre sees, and its replicas, which watch. Pure.
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { HouseSeat } from './schema.ts'

/** Whom a conference seats, in the order of the board. */
export type Wanted = {
  seat: string
  /** Belongs where everybody is seen: the house, the centre, provinces and ministry units. */
  first: boolean
  province?: string | undefined
}

export type Room = { attendeesMost: number; promotionSeats: number; replicasMost: number }

type Row = Pick<BoardRow, 'pointId' | 'unitId' | 'kind' | 'province' | 'withdrawnAt'>

const isFirst = ({ kind, province, unitId }: Row): boolean =>
  kind === 'central' || province === undefined || province.id === unitId

/** @param rows in the order of the board; points that are withdrawn have no seat */
export const wantedOf = (rows: readonly Row[]): Wanted[] => [
  ...HouseSeat.options.map((seat) => ({ seat, first: true })),
  ...rows
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .map((row) => ({ seat: row.pointId, first: isFirst(row), province: row.province?.id })),
]

export type Placement = {
  /** Seat → index of its meeting, 0 the primary. */
  seats: Map<string, number>
  /** For whom there is no room. */
  left: string[]
}

/** Province by province, so that few replicas hold one; within it the order of the board. */
const byProvince = (a: Wanted, b: Wanted): number =>
  (a.province ?? '') === (b.province ?? '') ? 0 : (a.province ?? '') < (b.province ?? '') ? -1 : 1

const counting = (room: Room) => {
  const taken = new Map<number, number>()
  /** Which replicas have somebody of a province. */
  const held = new Map<string, Set<number>>()
  const most = (index: number) => room.attendeesMost - (index === 0 ? room.promotionSeats : 0)
  const isFree = (index: number) => (taken.get(index) ?? 0) < most(index)
  const replicas = Array.from({ length: room.replicasMost }, (_, at) => at + 1)
  return {
    isFree,
    take: (index: number, { province = '' }: Wanted) => {
      taken.set(index, (taken.get(index) ?? 0) + 1)
      held.set(province, (held.get(province) ?? new Set()).add(index))
    },
    /** A replica with a seat left, of the same province where there is one. */
    replicaFor: ({ province = '' }: Wanted): number | undefined =>
      [...(held.get(province) ?? [])].find((index) => index > 0 && isFree(index)) ?? replicas.find(isFree),
  }
}

/**
 * Whoever sits keeps the seat; the others get one in order. All sit in the primary where it has room for all; else those
 * who belong there first, and everybody else watches from a replica.
 * @param standing seats that were given before
 */
export const placed = (
  wanted: readonly Wanted[],
  standing: ReadonlyMap<string, number>,
  room: Room,
): Placement => {
  const counts = counting(room)
  const seats = new Map<string, number>()
  const left: string[] = []
  const sit = (one: Wanted, index: number) => {
    counts.take(index, one)
    seats.set(one.seat, index)
  }
  const fresh: Wanted[] = []
  for (const one of wanted) {
    const index = standing.get(one.seat)
    if (index === undefined) fresh.push(one)
    else sit(one, index)
  }
  const allFit = wanted.length <= room.attendeesMost - room.promotionSeats
  const firsts = fresh.filter(({ first }) => first || allFit)
  const others = fresh.filter(({ first }) => !first && !allFit).sort(byProvince)
  for (const one of [...firsts, ...others]) {
    const primary = (one.first || allFit) && counts.isFree(0)
    const index = primary ? 0 : counts.replicaFor(one)
    if (index === undefined) left.push(one.seat)
    else sit(one, index)
  }
  return { seats, left }
}
