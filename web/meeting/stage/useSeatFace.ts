// What a seat is called on the stage, and the letters that stand for it.
import { useQuery } from '@tanstack/react-query'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { useRoom } from '../room-context.ts'
import { useSeatName } from '../useSeatWord.ts'
import { initialsOf } from './initials.rules.ts'

type Face = {
  name: string
  /** Without "Điểm cầu", where there is little room. */
  short: string
  initials: string
}

export const useSeatFace = (seat: string): Face => {
  const { conferenceId } = useRoom()
  const name = useSeatName(conferenceId)
  const { data: board } = useQuery(boardOf(conferenceId))
  const point = board?.items.find(({ pointId }) => pointId === seat)
  return {
    name: name(seat),
    short: point?.name ?? name(seat),
    initials: initialsOf(point?.shortName ?? ''),
  }
}
