// What sources tell differently, settled here beside the minutes that will print it.
import { useQuery } from '@tanstack/react-query'
import { disagreementsOf } from '#web/attendance/attendance-queries.ts'
import { DisagreementCard } from '#web/attendance/DisagreementCard.tsx'
import classes from '#web/attendance/Disagreements.module.css'
import '#web/conferences/secretariat/add-words.ts'

type Props = { conferenceId: string; settles: boolean }

export const Differing = ({ conferenceId, settles }: Props) => {
  const { data } = useQuery(disagreementsOf(conferenceId))
  return (
    <ul className={classes.list}>
      {data?.items
        .filter(({ settled }) => !settled)
        .map((one) => (
          <DisagreementCard key={one.id} conferenceId={conferenceId} disagreement={one} settles={settles} />
        ))}
    </ul>
  )
}
