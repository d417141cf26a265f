// The points in the overview of a conference: a tile each, or of thousands a tile each province and who needs somebody.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { floorOf } from '#web/floor/floor-queries.ts'
import { useMyUnits } from '#web/lib/useMe.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { PlaceTiles } from './PlaceTiles.tsx'
import { PointCounts } from './PointCounts.tsx'
import { PointTiles } from './PointTiles.tsx'
import { boardOf } from './point-queries.ts'

/** More than a wall of tiles can show. */
const tilesMost = 150

export const PointBoard = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation()
  const myUnits = useMyUnits()
  const { data, error, refetch } = useQuery(boardOf(conferenceId))
  const { data: floor } = useQuery(floorOf(conferenceId))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('section.points')} rows={12} />
  const Tiles = data.items.length > tilesMost ? PlaceTiles : PointTiles
  return (
    <Panel title={t('section.points')} aside={<PointCounts lines={data.items} />} flush>
      <Tiles
        conferenceId={conferenceId}
        lines={data.items}
        mine={myUnits}
        speaking={floor?.current?.pointId}
      />
    </Panel>
  )
}
