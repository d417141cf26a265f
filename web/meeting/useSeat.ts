// Which seat of the room is the signed-in person's: the one the address names, or the first that is theirs.
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { HouseSeat } from '#functions/media/schema.ts'
import { useMay, useMyUnits } from '#web/lib/useMe.ts'
import { type SeatRef, unitOfPoint } from './seat.rules.ts'

export type Sought = { point?: string; seat?: HouseSeat }

/** @returns undefined where none is theirs */
export const useSeat = (conference: Conference, { point, seat }: Sought): SeatRef | undefined => {
  const may = useMay(conference)
  const [unit] = useMyUnits()
  const own = unit ? pointIdOf(unit) : undefined
  const chosen = point ?? (seat ? undefined : own)
  if (chosen) return may('point:link', unitOfPoint(chosen)) ? { kind: 'point', point: chosen } : undefined
  const house = (['chair', 'desk'] as const).filter((one) => may(`seat:${one}`))
  const kind = seat ? house.find((one) => one === seat) : house[0]
  return kind ? { kind } : undefined
}
