// One point as its operator works at it: what matters now on top, then each part of the work. What was shown stays when
// the line is lost.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { RollCallSheet } from '#web/attendance/RollCallSheet.tsx'
import { hourMinute } from '#web/lib/format.ts'
import { learnedOffset } from '#web/lib/server-clock.ts'
import { useMay } from '#web/lib/useMe.ts'
import { useOnline } from '#web/lib/useOnline.ts'
import { EnterRoom } from '#web/meeting/EnterRoom.tsx'
import { Empty } from '#web/ui/Empty.tsx'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { FaultsPanel } from '../FaultsPanel.tsx'
import { useHeldLinks } from '../held-link.ts'
import { LinkPanel } from '../LinkPanel.tsx'
import { pointOf } from '../point-queries.ts'
import { ReadinessPanel } from '../ReadinessPanel.tsx'
import { CentreSees } from './CentreSees.tsx'
import { CheckInsPanel } from './CheckInsPanel.tsx'
import { FloorPanel } from './FloorPanel.tsx'
import classes from './Operator.module.css'
import { PasteDelegation } from './PasteDelegation.tsx'
import { PointStrip } from './PointStrip.tsx'

type Props = { conference: Conference; pointId: string }

export const MyPoint = ({ conference, pointId }: Props) => {
  const { t } = useTranslation('operator')
  const online = useOnline()
  const { data, error, dataUpdatedAt, refetch } = useQuery(pointOf(conference.id, pointId))
  if (!data && error)
    return error instanceof Error && 'slug' in error && error.slug === 'not-found' ? (
      <Empty title={t('notInvited')} hint={t('notInvitedHint')} />
    ) : (
      <ProblemNote error={error} onRetry={() => void refetch()} />
    )
  if (!data) return <Waiting what={t('title')} rows={10} />
  const stale = !online || error !== null
  return (
    <div className={classes.parts}>
      <PointStrip conference={conference} point={data} />
      {stale ? (
        <p role="status" className={notes.note}>
          {t('shownAt', { at: hourMinute(dataUpdatedAt + learnedOffset()) })}
        </p>
      ) : null}
      <Parts conference={conference} point={data} dataUpdatedAt={dataUpdatedAt} />
    </div>
  )
}

type PartsProps = { conference: Conference; point: PointDetail; dataUpdatedAt: number }

const Parts = ({ conference, point, dataUpdatedAt }: PartsProps) => {
  const may = useMay(conference)
  const { unitId, id: pointId, name } = point
  const { state } = conference
  const live = state === 'open' || state === 'in-session'
  const readiness = (
    <ReadinessPanel
      point={point}
      canAct={live && may('point:readiness', unitId)}
      dataUpdatedAt={dataUpdatedAt}
    />
  )
  return (
    <>
      <div className={classes.pair}>
        <LinkPanel point={point} canAct={live && may('point:link', unitId)} dataUpdatedAt={dataUpdatedAt}>
          <Held pointId={pointId} conferenceId={conference.id} live={live} />
          {live && may('point:link', unitId) ? (
            <EnterRoom conferenceId={conference.id} pointId={pointId} main={point.link.linkState !== 'up'} />
          ) : null}
        </LinkPanel>
        <CentreSees conferenceId={conference.id} pointId={pointId} />
      </div>
      {state === 'in-session' ? null : readiness}
      <RollCallSheet conference={conference} pointId={pointId} name={name}>
        {may('delegates:write', unitId) && state !== 'closed' ? (
          <PasteDelegation conferenceId={conference.id} pointId={pointId} />
        ) : null}
      </RollCallSheet>
      <div className={classes.pair}>
        <FloorPanel conference={conference} unitId={unitId} linked={point.link.linkState === 'up'} />
        <FaultsPanel
          point={point}
          canAct={(live || state === 'closed') && may('point:fault', unitId)}
          dataUpdatedAt={dataUpdatedAt}
        />
      </div>
      {may('check-in:decide', unitId) ? (
        <CheckInsPanel conferenceId={conference.id} pointId={pointId} live={live} />
      ) : null}
      {state === 'in-session' ? readiness : null}
    </>
  )
}

/** Whether this very device keeps the link alive. */
const Held = ({ conferenceId, pointId, live }: { conferenceId: string; pointId: string; live: boolean }) => {
  const { t } = useTranslation('operator')
  const online = useOnline()
  const held = useHeldLinks().some((one) => one.conferenceId === conferenceId && one.pointId === pointId)
  if (!live) return <p className={classes.quiet}>{t('link.soon')}</p>
  if (!online && !held) return <p className={classes.quiet}>{t('link.offline')}</p>
  return held && online ? <p className={classes.quiet}>{t('link.beating')}</p> : null
}
