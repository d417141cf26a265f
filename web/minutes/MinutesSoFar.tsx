// What the minutes would say if they were drafted now: to be looked at while the session goes on, kept nowhere.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { DisagreementsNote } from '#web/attendance/DisagreementsNote.tsx'
import '#web/conferences/secretariat/add-words.ts'
import { wallClock } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Minutes.module.css'
import { MinutesSheet } from './MinutesSheet.tsx'
import { soFarOf } from './minutes-queries.ts'

type Props = {
  conference: Conference
  agency: string
  /** Reopened, a conference has a draft of before. */
  drafted: boolean
}

export const MinutesSoFar = ({ conference: { id, title, closedAt }, agency, drafted }: Props) => {
  const { t } = useTranslation('secretariat')
  const { data, error, refetch } = useQuery(soFarOf(id))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('soFar.title')} rows={12} />
  return (
    <div className={classes.columns}>
      <MinutesSheet
        title={title}
        agency={agency}
        number={undefined}
        blocks={data.blocks}
        attestations={[]}
        sealed={false}
        preview={t('soFar.mark', { at: wallClock(data.upTo) })}
      />
      <aside className={classes.side}>
        <Panel title={t('soFar.title')}>
          <div className={classes.told}>
            <p>
              <b>{t('soFar.at', { at: wallClock(data.upTo) })}</b>
            </p>
            <p>{t('soFar.preview')}</p>
            <p>{t(closedAt ? 'soFar.over' : 'soFar.later')}</p>
            {drafted ? <p>{t('soFar.kept')}</p> : null}
          </div>
        </Panel>
        <DisagreementsNote conferenceId={id} />
      </aside>
    </div>
  )
}
