// What the centre sees of us: our row of the very board that is on its wall.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { hourMinute, wallClock } from '#web/lib/format.ts'
import { ownOf } from '#web/lib/outbox/outbox.rules.ts'
import { useOutbox } from '#web/lib/outbox/useOutbox.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import { Tally } from '#web/ui/Tally.tsx'
import { useGlow } from '#web/ui/useGlow.ts'
import { Waiting } from '#web/ui/Waiting.tsx'
import { boardOf } from '../point-queries.ts'
import classes from './Operator.module.css'

const figures = ['absent', 'substituted', 'unmarked', 'heads'] as const

export const CentreSees = ({ conferenceId, pointId }: { conferenceId: string; pointId: string }) => {
  const { t } = useTranslation('operator')
  const { data } = useQuery(boardOf(conferenceId))
  const { acts, sub } = useOutbox()
  const unsent = ownOf(acts, sub).filter(
    (act) => !act.refused && act.conferenceId === conferenceId && act.pointId === pointId,
  )
  const line = data?.items.find((one) => one.pointId === pointId)
  return (
    <Panel
      title={t('centre.sees')}
      aside={data ? <span>{t('centre.seenAt', { at: wallClock(data.builtAt) })}</span> : null}
    >
      {data ? null : <Waiting what={t('centre.sees')} rows={3} />}
      {data && !line ? <p>{t('centre.notOnBoard')}</p> : null}
      {line ? <Row line={line} /> : null}
      {unsent.length > 0 ? (
        <p className={classes.notSeen}>{t('centre.notSeen', { count: unsent.length })}</p>
      ) : null}
    </Panel>
  )
}

const Row = ({ line }: { line: BoardLine }) => {
  const { t } = useTranslation('operator')
  const { t: say } = useTranslation()
  const faults = line.faults.map((kind) => say(`fault.kind.${kind}`)).join(', ')
  const shown = [line.state, line.present, faults, ...figures.map((name) => line[name])].join()
  const glow = useGlow<HTMLDListElement>(shown)
  return (
    <dl ref={glow} className={classes.figures}>
      <div className={classes.wide}>
        <dt>{t('ourLink')}</dt>
        <dd>
          <PointGlyph
            state={line.state}
            since={line.since ? t('since', { at: hourMinute(line.since) }) : undefined}
          />
        </dd>
      </div>
      <div>
        <dt>{t('centre.present')}</dt>
        <dd>
          <Tally label={t('centre.present')} present={line.present} expected={line.expected} />
        </dd>
      </div>
      {figures.map((name) => (
        <div key={name}>
          <dt>{t(`centre.${name}`)}</dt>
          <dd>{line[name] ?? '–'}</dd>
        </div>
      ))}
      <div>
        <dt>{t('centre.faults')}</dt>
        <dd>{faults || t('centre.noFaults')}</dd>
      </div>
    </dl>
  )
}
