// What is wrong at a point: the faults that are open, one button to report each kind, one to say that it is put right.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import type { FaultKind } from '#functions/bridge-points/stored.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Point.module.css'

const kinds = ['picture', 'sound', 'link'] as const satisfies FaultKind[]

const { faults } = api.conferences[':id']['bridge-points'][':point']

export const FaultsPanel = ({ point, canAct }: { point: PointDetail; canAct: boolean }) => {
  const { t } = useTranslation()
  const param = { id: point.conferenceId, point: point.id }
  const stale = [conferenceKey(point.conferenceId)]
  const report = useAct((kind: FaultKind, key) => faults.$post({ param, json: { kind } }, intent(key)), stale)
  const end = useAct(
    (fault: string, key) => faults[':fault'].end.$post({ param: { ...param, fault }, json: {} }, intent(key)),
    stale,
  )
  const error = report.error ?? end.error
  const open = point.faults.map(({ kind }) => kind)
  return (
    <Panel title={t('fault.title')}>
      {error ? <ProblemNote error={error} /> : null}
      {point.faults.length === 0 ? <p>{t('fault.none')}</p> : null}
      <ul className={classes.holders}>
        {point.faults.map(({ id, kind, openedAt, by, note }) => (
          <li key={id}>
            <span>
              <b className={classes.kind}>{t(`fault.kind.${kind}`)}</b>,{' '}
              {t('fault.since', { at: hourMinute(openedAt), by })}
              {note ? `: ${note}` : ''}
            </span>
            {canAct ? (
              <Button variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
                {t('fault.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {canAct ? (
        <div className={classes.acts}>
          {kinds
            .filter((kind) => !open.includes(kind))
            .map((kind) => (
              <Button
                key={kind}
                variant="default"
                loading={report.isPending}
                onClick={() => report.mutate(kind)}
              >
                {t(`fault.report.${kind}`)}
              </Button>
            ))}
        </div>
      ) : null}
    </Panel>
  )
}
