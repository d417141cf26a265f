// What waits for the desk, as figures that lead to the work: nothing is counted that cannot be acted on.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { disagreementsOf } from '#web/attendance/attendance-queries.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { contributionCountsOf } from '#web/contributions/contribution-queries.ts'
import { count } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import '#web/minutes/add-words.ts'
import { minutesOf } from '#web/minutes/minutes-queries.ts'
import { stepDue } from '#web/minutes/next-step.ts'
import { outcomesOf, unknownIn } from '#web/outcomes/outcome-queries.ts'
import './add-words.ts'
import classes from './DeskCounters.module.css'
import { answersOf } from './desk-queries.ts'

const troubled = ['fault', 'lost', 'unknown']

/** Undefined while not known: a figure that is not there yet is no nought. */
const useWork = (conference: Conference) => {
  const { id } = conference
  const desk = useMay(conference)('invitations:read')
  const { data: counts } = useQuery(contributionCountsOf(id))
  const { data: disagreements } = useQuery(disagreementsOf(id))
  const { data: answers } = useQuery({ ...answersOf(id), enabled: desk })
  const { data: board } = useQuery(boardOf(id))
  const { data: unknown } = useQuery({ ...outcomesOf(id), select: unknownIn })
  const review = counts && [counts.contributions, counts.opinions]
  return {
    desk,
    review: review?.reduce(
      (sum, { byState }) => sum + (byState.submitted ?? 0) + (byState['under-review'] ?? 0),
      0,
    ),
    disagreements: disagreements?.unsettled,
    answers: answers && answers.totals.open + answers.totals.withoutDelegation,
    faults: board?.items.filter(({ state }) => troubled.includes(state)).length,
    outcomes: unknown,
  }
}

const places = [
  { of: 'review', to: '/conferences/$id/contributions' },
  { of: 'disagreements', to: '/conferences/$id/disagreements' },
  { of: 'answers', to: '/conferences/$id/answers' },
  { of: 'faults', to: '/conferences/$id/points' },
  { of: 'outcomes', to: '/conferences/$id/outcomes' },
] as const

export const DeskCounters = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('secretariat')
  const work = useWork(conference)
  const { id } = conference
  return (
    <nav aria-label={t('work.title')} className={`${classes.counters} no-print`}>
      {places
        .filter(({ of }) => of !== 'answers' || work.desk)
        .map(({ of, to }) => (
          <Link
            key={of}
            to={to}
            params={{ id }}
            className={classes.counter}
            data-open={work[of] ? true : undefined}
          >
            <b className={classes.figure}>{work[of] === undefined ? '…' : count(work[of])}</b>
            <span>{t(`work.${of}`)}</span>
          </Link>
        ))}
      <MinutesCounter conference={conference} />
    </nav>
  )
}

/** While the session goes on there is none to work at, but what it would say can be seen. */
const MinutesCounter = ({ conference: { id, startedAt, closedAt } }: { conference: Conference }) => {
  const { t } = useTranslation('secretariat')
  const { t: ofMinutes } = useTranslation('minutes')
  const { data: minutes } = useQuery(minutesOf(id))
  const step = minutes === undefined ? undefined : stepDue(minutes)
  const goesOn = startedAt !== undefined && closedAt === undefined
  const word = step ? t(`work.step.${step}`) : '…'
  const late = minutes?.late?.count ?? 0
  if (late > 0)
    return (
      <Link to="/conferences/$id/minutes" params={{ id }} className={classes.counter} data-open>
        <b className={classes.figure}>{count(late)}</b>
        <span>{ofMinutes('late.desk')}</span>
      </Link>
    )
  return (
    <Link to="/conferences/$id/minutes" params={{ id }} className={classes.counter}>
      <b className={classes.state}>{goesOn ? t('soFar.link') : word}</b>
      <span>{t(goesOn ? 'soFar.linkOf' : 'work.minutes')}</span>
    </Link>
  )
}
