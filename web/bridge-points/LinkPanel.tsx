// The point's link: connect, who holds it, and every span it was connected, with what ended it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useDo, usePending } from '#web/lib/outbox/useOutbox.ts'
import { signedInAs } from '#web/lib/sign-in.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { holdLink, letGo } from './held-link.ts'
import { LinkHolders } from './LinkHolders.tsx'
import classes from './Point.module.css'

const one = api.conferences[':id']['bridge-points'][':point']

type Props = {
  point: PointDetail
  canAct: boolean
  dataUpdatedAt: number
  /** What is said before the list of who holds the link. */
  children?: React.ReactNode
}

/** Connecting needs the line it tells of; leaving may be told later. */
export const LinkPanel = ({ point, canAct, dataUpdatedAt, children }: Props) => {
  const { t } = useTranslation()
  const place = { conferenceId: point.conferenceId, pointId: point.id }
  const add = useDo(place)
  const left = usePending(place, ['leave'], dataUpdatedAt)
  const connect = useAct(
    async (_: null, key) => {
      const param = { id: point.conferenceId, point: point.id }
      const { session } = await (await one.join.$post({ param, json: {} }, intent(key))).json()
      const sub = await signedInAs()
      if (sub) holdLink({ ...place, session, sub })
    },
    [conferenceKey(point.conferenceId)],
  )
  const end = (session: string) => {
    letGo(session)
    void add({ kind: 'leave', told: { session } })
  }
  return (
    <Panel title={t('point.link')}>
      {connect.error ? <ProblemNote error={connect.error} /> : null}
      <div className={classes.before}>{children}</div>
      {canAct && point.link.linkState !== 'up' ? (
        <Button variant="default" loading={connect.isPending} onClick={() => connect.mutate(null)}>
          {t('point.connect')}
        </Button>
      ) : null}
      <Stays link={point.link} />
      <LinkHolders sessions={point.link.sessions} canAct={canAct} left={left} onEnd={end} />
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
