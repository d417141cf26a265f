// Keeps what this page shows of one conference true while it is open: by the live channel where the home has one.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { oneConference } from '#web/conferences/conference-queries.ts'
import { useMay, useMe, useMyUnits } from '#web/lib/useMe.ts'
import { holdSession } from './session.ts'

/** The points whose own news the signed-in person may hear; undefined until that is known. */
const usePoints = (conferenceId: string): string | undefined => {
  const { data: conference } = useQuery(oneConference(conferenceId))
  const may = useMay(conference ?? { id: conferenceId, hostUnitId: '' })
  const units = useMyUnits()
  if (!conference) return undefined
  const desk = may('agenda:run') || may('contacts:read')
  return desk ? '+' : units.map(pointIdOf).join(' ')
}

/** For the frame of a conference and for screens of their own; asking twice for the same opens nothing twice. */
export const useLive = (conferenceId: string): void => {
  const client = useQueryClient()
  const sub = useMe().data?.sub
  const points = usePoints(conferenceId)
  useEffect(() => {
    if (!sub || points === undefined) return
    return holdSession(client, { conferenceId, sub, points: points ? points.split(' ') : [] })
  }, [client, conferenceId, sub, points])
}
