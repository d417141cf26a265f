// What is on and what comes next, at the top of every section for those who run the agenda; it stays while they scroll.
import { useTranslation } from 'react-i18next'
import { currentOf } from '#functions/conferences/agenda.rules.ts'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useMay } from '#web/lib/useMe.ts'
import { leftMs, nextOf, startedLate } from '../agenda-times.ts'
import './add-words.ts'
import classes from './NowNext.module.css'

const minuteMs = 60_000

export const NowNext = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('secretariat')
  const may = useMay(conference)
  const { agenda, state } = conference
  if (state !== 'in-session' || agenda.length === 0 || !may('agenda:run')) return null
  const now = currentOf(agenda)
  const next = nextOf(agenda, now?.id)
  return (
    <section className={`${classes.strip} no-print`} aria-label={t('now.label')} data-frame>
      <p className={classes.now}>
        <b className={classes.word}>{t('now.now')}</b>
        <span className={classes.title}>{now ? now.title : t('now.nothing')}</span>
        {now ? <Progress item={now} /> : null}
      </p>
      <p className={classes.next}>
        <b className={classes.word}>{t('now.next')}</b>
        <span className={classes.title}>{next ? next.title : t('now.last')}</span>
        {next?.plannedAt ? (
          <span className={classes.facts}>{t('now.planned', { at: hourMinute(next.plannedAt) })}</span>
        ) : null}
      </p>
    </section>
  )
}

/** Since when, how much of its time is left, and how far the whole is behind. */
const Progress = ({ item }: { item: AgendaItem }) => {
  const { t } = useTranslation('secretariat')
  const left = leftMs(item, useServerNow(5_000))
  const since = item.spans?.find(({ endedAt }) => endedAt === undefined)?.startedAt
  const late = startedLate(item) ?? 0
  return (
    <span className={classes.facts}>
      {since ? t('now.since', { at: hourMinute(since) }) : null}
      {left === undefined ? null : (
        <b data-over={left < 0 || undefined}>
          {left < 0
            ? t('now.over', { count: Math.ceil(-left / minuteMs) })
            : t('now.left', { count: Math.ceil(left / minuteMs) })}
        </b>
      )}
      {late > 0 ? <span>{t('now.behind', { count: late })}</span> : null}
    </span>
  )
}
