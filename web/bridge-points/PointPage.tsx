// One bridge point: its state, its link, its technical check, its delegation.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { moment } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { Page } from '#web/ui/Page.tsx'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { Delegation } from './Delegation.tsx'
import { FaultsPanel } from './FaultsPanel.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import classes from './Point.module.css'
import { pointOf } from './point-queries.ts'
import { ReadinessPanel } from './ReadinessPanel.tsx'

export const PointPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const may = useMay(conference)
  const { point } = useParams({ from: '/frame/conferences/$id/points/$point' })
  const { data, error, dataUpdatedAt, refetch } = useQuery(pointOf(conference.id, point))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <Link to="/conferences/$id/points" params={{ id: conference.id }}>
          {t('section.points')}
        </Link>
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('section.points')} />
  const { row, unitId, name } = data
  const live = conference.state === 'open' || conference.state === 'in-session'
  const coming = live || conference.state === 'scheduled' || conference.state === 'postponed'
  return (
    <Page>
      <div className={classes.head}>
        <h2 className={classes.name}>{name}</h2>
        <PointGlyph state={row.state} since={row.since ? moment(row.since) : undefined} />
        <Tally label={t('point.present')} present={row.present} expected={row.expected} />
        <Link to="/conferences/$id/points/$point/roll-call" params={{ id: conference.id, point }}>
          {t('section.attendance')}
        </Link>
      </div>
      <div className={classes.columns}>
        <Delegation
          conferenceId={conference.id}
          pointId={point}
          keeps={coming && may('delegates:write', unitId)}
        />
        <div className={classes.stack}>
          <LinkPanel point={data} canAct={live && may('point:link', unitId)} dataUpdatedAt={dataUpdatedAt} />
          <FaultsPanel
            point={data}
            canAct={live && may('point:fault', unitId)}
            dataUpdatedAt={dataUpdatedAt}
          />
          <ReadinessPanel
            point={data}
            canAct={live && may('point:readiness', unitId)}
            dataUpdatedAt={dataUpdatedAt}
          />
        </div>
      </div>
    </Page>
  )
}
