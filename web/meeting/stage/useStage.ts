// Everything the stage shows, in its order: from who is there, the pictures, the board's order and the floor.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import type { FloorNow } from '#web/floor/Speaking.tsx'
import { usePreferences } from '../lobby/preferences.ts'
import { useRoom } from '../room-context.ts'
import { contentShown } from './content.rules.ts'
import type { Layout } from './layout.rules.ts'
import { type House, mainOf, ordered } from './order.rules.ts'
import { type Shared, type StageSeat, sharedScreens, stageSeats } from './seats.rules.ts'
import { useHeard } from './useHeard.ts'
import { useOwnMuted } from './useOwnSound.ts'
import { useRoster } from './useRoster.ts'
import { useTiles } from './useTiles.ts'

export type Turn = NonNullable<FloorNow['current']>

export type Staged = {
  seats: StageSeat[]
  main: StageSeat | undefined
  /** The seat of the point that has the floor, where it is in the room. */
  called: StageSeat | undefined
  turn: Turn | undefined
  warningSeconds: number
  content: Shared | undefined
  layout: Layout
}

const useHouse = (conferenceId: string, called: string | undefined): House => {
  const { data: board } = useQuery(boardOf(conferenceId))
  const items = board?.items
  return useMemo(
    () => ({
      called,
      central: items?.find(({ kind }) => kind === 'central')?.pointId,
      places: new Map(items?.map(({ pointId }, at) => [pointId, at])),
    }),
    [items, called],
  )
}

export const useStage = (): Staged => {
  const { conferenceId, audioVideo, seat, attendeeId, lowBandwidth } = useRoom()
  const { layout = 'speaker' } = usePreferences()
  const { data: floor } = useQuery(floorOf(conferenceId))
  const turn = floor?.current
  const house = useHouse(conferenceId, turn?.pointId)
  const { roster, occupants } = useRoster(audioVideo)
  const pictures = useTiles(audioVideo)
  const muted = useOwnMuted(audioVideo)
  const heard = useHeard(roster)
  const seats = useMemo(
    () => ordered(stageSeats(occupants, pictures, { seat, attendeeId, muted }), house),
    [occupants, pictures, seat, attendeeId, muted, house],
  )
  return {
    seats,
    main: mainOf(seats, { called: house.called, heard }),
    called: seats.find((one) => one.seat === house.called),
    turn,
    warningSeconds: floor?.warningSeconds ?? 0,
    content: contentShown(sharedScreens(pictures), { own: seat, called: house.called }),
    layout: lowBandwidth ? 'speaker' : layout,
  }
}
