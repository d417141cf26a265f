// Where a recording opens: the agenda's items and the speeches in it, the one that is on marked.
import { useTranslation } from 'react-i18next'
import { runningTime } from '#web/lib/format.ts'
import classes from './Recordings.module.css'
import type { Mark } from './recording-queries.ts'

type Props = {
  marks: readonly Mark[]
  /** The second that is played. */
  now: number
  onOpen: (second: number) => void
}

export const Marks = ({ marks, now, onOpen }: Props) => {
  const { t } = useTranslation('recordings')
  const current = marks.findLast(({ seconds }) => seconds <= now + 0.5)
  return (
    <nav className={classes.marks} aria-label={t('marks.title')}>
      <h3 className={classes.marksTitle}>{t('marks.title')}</h3>
      {marks.length === 0 ? <p className={classes.hint}>{t('marks.none')}</p> : null}
      <ol className={classes.list}>
        {marks.map((mark) => {
          const { kind, id, title, seconds, at } = mark
          const time = runningTime(seconds * 1000)
          return (
            <li key={`${id} ${at}`}>
              <button
                type="button"
                className={classes.mark}
                data-kind={kind}
                aria-current={mark === current ? 'true' : undefined}
                onClick={() => onOpen(seconds)}
              >
                <span className={classes.time}>{time}</span>
                <span>
                  <span className={classes.kind}>{t(`marks.${kind}`)}</span>
                  <span className={classes.title}>{title}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
