// One screen of a hall, whole: title and clock above, what is shown below; nothing of it is ever scrolled.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { oneConference } from '#web/conferences/conference-queries.ts'
import { StaleNote } from '#web/lib/live/StaleNote.tsx'
import { useLive } from '#web/lib/live/useLive.ts'
import { AttendanceWall } from './AttendanceWall.tsx'
import { FloorWall } from './FloorWall.tsx'
import { PointsWall } from './PointsWall.tsx'
import type { Screen } from './screens.data.ts'
import type { WallAddress } from './useWallAddress.ts'
import { useWallManners } from './useWallManners.ts'
import classes from './Wall.module.css'
import { WallHeader } from './WallHeader.tsx'
import { WallLinks } from './WallLinks.tsx'
import { WallNote } from './WallNote.tsx'

const shown = { points: PointsWall, floor: FloorWall, attendance: AttendanceWall }

export const Wall = ({ id, scheme, every, screen }: WallAddress & { screen: Screen }) => {
  const { t } = useTranslation('wall')
  const idle = useWallManners(scheme)
  const { data: conference, error } = useQuery(oneConference(id))
  useLive(id)
  const Shown = shown[screen]
  return (
    <main className={classes.wall} data-idle={idle || undefined} data-screen={screen}>
      <WallLinks id={id} scheme={scheme} screen={screen} hidden={idle} />
      {conference ? (
        <>
          <WallHeader conference={conference} />
          <Shown conference={conference} every={every} />
        </>
      ) : (
        <WallNote title={error ? t('failed') : t('loading')} problem={error} waiting={!error} heading />
      )}
      <StaleNote conferenceId={id} wall />
    </main>
  )
}
