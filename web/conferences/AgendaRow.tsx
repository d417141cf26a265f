// One item of the agenda: planned against actual, in words, and the act that starts or ends it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import classes from './Agenda.module.css'
import { startedLate, tookLonger } from './agenda-times.ts'
import type { AgendaAct } from './useAgendaAct.ts'
import './secretariat/add-words.ts'

export type Place = 'now' | 'done' | 'ahead'

type Props = {
  item: AgendaItem
  place: Place
  onAct?: ((act: AgendaAct) => void) | undefined
  busy: boolean
}

export const AgendaRow = ({ item, place, onAct, busy }: Props) => {
  const { t } = useTranslation()
  const { title, plannedAt, minutes, presenter, presenters, dropped } = item
  return (
    <li className={classes.item} data-place={place} data-dropped={dropped === undefined ? undefined : true}>
      <span className={classes.time}>{plannedAt ? hourMinute(plannedAt) : '–'}</span>
      <div>
        <p className={classes.title}>
          {title}
          {place === 'now' ? <b className={classes.now}>{t('agenda.now')}</b> : null}
        </p>
        {presenter ? <p className={classes.presenter}>{presenter}</p> : null}
        {presenters?.map(({ personId, display }) => (
          <p key={personId} className={classes.presenter}>
            {display}
          </p>
        ))}
        {dropped === undefined ? null : (
          <p className={classes.presenter}>{t('agenda.dropped', { reason: dropped })}</p>
        )}
        <Actual item={item} />
      </div>
      <div className={classes.end}>
        <span className={classes.minutes}>{minutes ? t('common.minutes', { count: minutes }) : ''}</span>
        {onAct && dropped === undefined ? (
          <RowAct item={item} place={place} onAct={onAct} busy={busy} />
        ) : null}
      </div>
    </li>
  )
}

/** How it goes against the plan, in words: nothing where it took as long as it should. */
const useDeviation = () => {
  const { t } = useTranslation('secretariat')
  const begun = (by: number | undefined) => {
    if (by === undefined) return undefined
    if (by === 0) return t('agenda.onTime')
    return t(by > 0 ? 'agenda.late' : 'agenda.early', { count: Math.abs(by) })
  }
  const took = (by: number | undefined) =>
    by ? t(by > 0 ? 'agenda.longer' : 'agenda.shorter', { count: Math.abs(by) }) : undefined
  return (item: AgendaItem) => [begun(startedLate(item)), took(tookLonger(item))]
}

/** When it was on in truth; nothing of an item that has not begun. */
const Actual = ({ item }: { item: AgendaItem }) => {
  const { t } = useTranslation('secretariat')
  const deviation = useDeviation()
  const { spans = [] } = item
  if (spans.length === 0) return null
  const times = spans.map(({ startedAt, endedAt }) =>
    endedAt
      ? t('agenda.span', { from: hourMinute(startedAt), to: hourMinute(endedAt) })
      : t('agenda.spanRunning', { from: hourMinute(startedAt) }),
  )
  return (
    <p className={classes.actual}>
      <span>{t('agenda.actual', { times: times.join(', ') })}</span>
      {deviation(item).map((words) => (words ? <span key={words}>{words}</span> : null))}
    </p>
  )
}

type ActProps = Pick<Props, 'item' | 'place' | 'busy'> & { onAct: (act: AgendaAct) => void }

const RowAct = ({ item, place, onAct, busy }: ActProps) => {
  const { t } = useTranslation('secretariat')
  const act = place === 'now' ? 'end' : 'start'
  const again = place === 'done' && Boolean(item.spans?.length)
  const word = again ? t('agenda.again') : t(`agenda.${act}`)
  return (
    <Button
      size="compact-sm"
      variant={again ? 'subtle' : 'default'}
      className="no-print"
      disabled={busy}
      aria-label={t('agenda.actOn', { act: word, title: item.title })}
      onClick={() => onAct({ act, item: item.id })}
    >
      {word}
    </Button>
  )
}
