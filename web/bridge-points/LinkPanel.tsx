// The point's link: connect, leave, and every span it was connected.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Point.module.css'

const one = api.conferences[':id']['bridge-points'][':point']

/** The session this device began: leaving needs it, also after the page was loaded again. */
const sessionPlace = (id: string, point: string) => `diemcau.link.${id}.${point}`

const connect = async (param: { id: string; point: string }, key: string) => {
  const { session } = await (await one.join.$post({ param, json: {} }, intent(key))).json()
  localStorage.setItem(sessionPlace(param.id, param.point), session)
}

const disconnect = async (param: { id: string; point: string }, session: string, key: string) => {
  await one.leave.$post({ param, json: { session } }, intent(key))
  localStorage.removeItem(sessionPlace(param.id, param.point))
}

export const LinkPanel = ({ point, canAct }: { point: PointDetail; canAct: boolean }) => {
  const { t } = useTranslation()
  const param = { id: point.conferenceId, point: point.id }
  const session = localStorage.getItem(sessionPlace(param.id, param.point))
  const act = useAct(
    (leaving: string | null, key) => (leaving ? disconnect(param, leaving, key) : connect(param, key)),
    [conferenceKey(point.conferenceId)],
  )
  const up = point.link.linkState === 'up'
  return (
    <Panel title={t('point.link')}>
      {act.error ? <ProblemNote error={act.error} /> : null}
      {canAct && !up ? (
        <MainAct busy={act.isPending} onClick={() => act.mutate(null)}>
          {t('point.connect')}
        </MainAct>
      ) : null}
      {point.link.stays.length === 0 ? <p>{t('point.neverConnected')}</p> : null}
      <ul className={classes.stays}>
        {point.link.stays.map(({ from, to }, index) => (
          <li key={from}>
            {up && index === point.link.stays.length - 1
              ? t('point.stayRunning', { from: hourMinute(from) })
              : t('point.stay', { from: hourMinute(from), to: hourMinute(to) })}
          </li>
        ))}
      </ul>
      {canAct && up && session ? (
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate(session)} mt={8}>
          {t('point.leave')}
        </Button>
      ) : null}
    </Panel>
  )
}
