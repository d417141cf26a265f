// The point's link: connect, who holds it, and every span it was connected, with what ended it.
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { LinkHolders } from './LinkHolders.tsx'
import classes from './Point.module.css'

const one = api.conferences[':id']['bridge-points'][':point']

export const LinkPanel = ({ point, canAct }: { point: PointDetail; canAct: boolean }) => {
  const { t } = useTranslation()
  const param = { id: point.conferenceId, point: point.id }
  const stale = [conferenceKey(point.conferenceId)]
  const connect = useAct((_: null, key) => one.join.$post({ param, json: {} }, intent(key)), stale)
  const end = useAct(
    (session: string, key) => one.leave.$post({ param, json: { session } }, intent(key)),
    stale,
  )
  const error = connect.error ?? end.error
  return (
    <Panel title={t('point.link')}>
      {error ? <ProblemNote error={error} /> : null}
      {canAct && point.link.linkState !== 'up' ? (
        <MainAct busy={connect.isPending} onClick={() => connect.mutate(null)}>
          {t('point.connect')}
        </MainAct>
      ) : null}
      <Stays link={point.link} />
      <LinkHolders
        sessions={point.link.sessions}
        canAct={canAct}
        busy={end.isPending}
        onEnd={(session) => end.mutate(session)}
      />
    </Panel>
  )
}

const Stays = ({ link: { stays, gaps, linkState } }: { link: PointDetail['link'] }) => {
  const { t } = useTranslation()
  const why = (at: string) => gaps.find(({ from }) => from === at)?.kind
  if (stays.length === 0) return <p>{t('point.neverConnected')}</p>
  return (
    <ul className={classes.stays}>
      {stays.map(({ from, to }, index) => {
        const running = linkState === 'up' && index === stays.length - 1
        const kind = why(to)
        return (
          <li key={from}>
            {running
              ? t('point.stayRunning', { from: hourMinute(from) })
              : t('point.stay', { from: hourMinute(from), to: hourMinute(to) })}
            {kind && !running ? `, ${t(`point.gap.${kind}`)}` : ''}
          </li>
        )
      })}
    </ul>
  )
}
