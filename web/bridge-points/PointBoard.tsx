// The wall of points in the overview of a conference.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { floorOf } from '#web/floor/floor-queries.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { PointTiles } from './PointTiles.tsx'
import { boardOf } from './point-queries.ts'

export const PointBoard = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation()
  const myUnits = useMyUnits()
  const { data, error, refetch } = useQuery(boardOf(conferenceId))
  const { data: floor } = useQuery(floorOf(conferenceId))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('section.points')} rows={12} />
  const points = data.items.map((line) => ({
    ...line,
    mine: myUnits.includes(line.unitId),
    speaking: floor?.current?.pointId === line.pointId,
  }))
  return <PointTiles conferenceId={conferenceId} points={points} />
}
