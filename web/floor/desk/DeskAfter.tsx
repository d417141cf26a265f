// The desk after the close: the minutes, and whether they wait for the chair's signature.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { moment } from '#web/lib/format.ts'
import { useMyRoles } from '#web/lib/useMe.ts'
import { minutesOf } from '#web/minutes/minutes-queries.ts'
import { stepDue } from '#web/minutes/next-step.ts'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Desk.module.css'

export const DeskAfter = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('desk')
  return (
    <section className={classes.before}>
      <p className={classes.over}>{t('over', { at: moment(conference.closedAt ?? conference.startsAt) })}</p>
      <Minutes conferenceId={conference.id} />
    </section>
  )
}

const Minutes = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('desk')
  const { t: house } = useTranslation()
  const chair = useMyRoles(conferenceId).includes('chair')
  const { data: minutes, error, refetch } = useQuery(minutesOf(conferenceId))
  if (minutes === undefined && error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (minutes === undefined) return <Waiting what={house('section.minutes')} rows={2} />
  const step = stepDue(minutes)
  const due = chair && step === 'sign-chair'
  const signed = step === 'seal' || step === 'sealed'
  const title = due ? t('minutesDue') : signed ? t('minutesDone') : t('minutesWait')
  return (
    <div className={`${notes.note} ${classes.told}`} data-tone={due || signed ? 'gold' : undefined}>
      <p className={notes.what}>{title}</p>
      {signed ? null : <p>{due ? t('minutesDueHint') : t('minutesWaitHint')}</p>}
      <div className={classes.row}>
        <Button
          renderRoot={(props) => (
            <Link to="/conferences/$id/minutes" params={{ id: conferenceId }} {...props} />
          )}
          variant={due ? 'filled' : 'default'}
          h={52}
          size="md"
        >
          {due ? t('minutesTo.sign') : t('minutesTo.read')}
        </Button>
      </div>
    </div>
  )
}
