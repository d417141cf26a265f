// The agenda as it will go: planned times, who presents, what is on now and what comes next.
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Agenda.module.css'

type Props = { items: readonly AgendaItem[]; current?: string | undefined }

export const Agenda = ({ items, current }: Props) => {
  const { t } = useTranslation()
  const at = items.findIndex(({ id }) => id === current)
  const place = (index: number) => {
    if (index === at) return 'now'
    const { dropped, spans } = items[index] ?? {}
    return dropped !== undefined || spans?.length || index < at ? 'done' : 'ahead'
  }
  return (
    <Panel title={t('agenda.title')} flush>
      {items.length === 0 ? <Empty title={t('agenda.none')} hint={t('agenda.noneHint')} /> : null}
      <ol className={classes.items}>
        {items.map(({ id, title, plannedAt, minutes, presenter, presenters, dropped }, index) => (
          <li key={id} className={classes.item} data-place={place(index)}>
            <span className={classes.time}>{plannedAt ? hourMinute(plannedAt) : '–'}</span>
            <div>
              <p className={classes.title}>
                {title}
                {place(index) === 'now' ? <b className={classes.now}>{t('agenda.now')}</b> : null}
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
            </div>
            <span className={classes.minutes}>{minutes ? t('common.minutes', { count: minutes }) : ''}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
