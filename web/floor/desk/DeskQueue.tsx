// The list of speakers with their points' links; whoever is chosen is called next. Below, who was passed over.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hourMinute, runningTime } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { PointGlyph } from '#web/ui/PointGlyph.tsx'
import type { FloorNow } from '../Speaking.tsx'
import { ActButton } from './ActButton.tsx'
import classes from './DeskQueue.module.css'
import { type DeskActs, nameOf } from './useDeskActs.ts'

type Props = {
  floor: FloorNow
  /** None for who may only look on. */
  acts: DeskActs | undefined
  busy: boolean
  onChoose: (requestId: string) => void
  pointName: (id: string) => string
}

export const DeskQueue = ({ floor, acts, busy, onChoose, pointName }: Props) => {
  const { t } = useTranslation('desk')
  const { t: house } = useTranslation()
  const { queue, open } = floor
  return (
    <Panel
      title={t('queue')}
      aside={`${open ? house('floor.listOpen') : house('floor.listClosed')} · ${t('waiting', { count: queue.length })}`}
      flush
    >
      {queue.length === 0 ? (
        <Empty title={t('queueNone')} hint={open ? t('queueNoneOpen') : t('queueNoneClosed')} />
      ) : null}
      <ol className={classes.queue}>
        {queue.map((request, at) => (
          <Entry
            key={request.id}
            request={request}
            place={at + 1}
            chosen={acts?.next?.id === request.id}
            point={pointName(request.pointId)}
            onChoose={acts ? onChoose : undefined}
          />
        ))}
      </ol>
      <Skipped floor={floor} acts={acts} busy={busy} pointName={pointName} />
      {acts ? (
        <div className={classes.foot}>
          <ActButton act={acts.list} of="list" busy={busy}>
            {open ? t('act.close') : t('act.open')}
          </ActButton>
        </div>
      ) : null}
    </Panel>
  )
}

type EntryProps = {
  request: FloorNow['queue'][number]
  place: number
  chosen: boolean
  point: string
  onChoose: ((requestId: string) => void) | undefined
}

const Entry = ({ request, place, chosen, point, onChoose }: EntryProps) => {
  const { t } = useTranslation('desk')
  const { pointState, remainingSeconds, effectiveAt } = request
  return (
    <li>
      <button
        type="button"
        className={classes.entry}
        aria-pressed={chosen}
        disabled={!onChoose}
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur()
          onChoose?.(request.id)
        }}
      >
        <span className={classes.place}>{place}</span>
        <span className={classes.who}>
          <b>{nameOf(request)}</b>
          <span className={classes.point}>{point}</span>
          <span className={classes.detail}>
            {pointState ? <PointGlyph state={pointState} /> : null}
            {request.kind === 'point-of-order' ? <b className={classes.order}>{t('order')}</b> : null}
            <span>{t('entry.askedAt', { at: hourMinute(effectiveAt) })}</span>
            {remainingSeconds ? (
              <span>{t('remaining', { time: runningTime(remainingSeconds * 1000) })}</span>
            ) : null}
          </span>
        </span>
        {chosen ? <span className={classes.chosen}>{t('entry.chosen')}</span> : null}
      </button>
    </li>
  )
}

type SkippedProps = Pick<Props, 'floor' | 'acts' | 'busy' | 'pointName'>

const Skipped = ({ floor, acts, busy, pointName }: SkippedProps) => {
  const { t } = useTranslation('desk')
  if (floor.skipped.length === 0) return null
  return (
    <section className={classes.skipped} aria-label={t('skippedList')}>
      <h3>{t('skippedList')}</h3>
      <ul>
        {floor.skipped.map((request) => (
          <li key={request.id}>
            <span>
              {pointName(request.pointId)} · {nameOf(request)}
              {request.reason ? ` · ${request.reason}` : ''}
            </span>
            {acts ? (
              <Button
                variant="subtle"
                h={44}
                disabled={busy}
                onClick={() => acts.restore(request.id, nameOf(request))}
                aria-label={`${t('restore')}: ${nameOf(request)}`}
              >
                {t('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
