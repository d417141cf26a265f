// What is done about one directive of a conference, and its next word by those who may say it.
import { useQuery } from '@tanstack/react-query'
import { progressState } from '#functions/outcomes/progress.rules.ts'
import { civilDay } from '#functions/shared/time.ts'
import { serverNow } from '#web/lib/server-clock.ts'
import { useMay } from '#web/lib/useMe.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { progressOf } from './directive-queries.ts'
import type { ShownOutcome } from './outcome-queries.ts'
import { ProgressFacts } from './ProgressFacts.tsx'
import { ProgressAct } from './ProgressForm.tsx'

type Props = { conference: { id: string; hostUnitId: string }; item: ShownOutcome<'directive'> }

export const DirectiveProgress = ({ conference, item }: Props) => {
  const { data, error, refetch } = useQuery(progressOf(conference.id, item.id))
  const may = useMay(conference)
  const mine = item.ownerUnitIds.find((unit) => may('directive:progress', unit))
  if (!data) return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null
  const state = progressState(item.ownerUnitIds, data.acts)
  const today = civilDay(new Date(serverNow()).toISOString())
  const overdue = state !== 'done' && item.dueOn !== undefined && item.dueOn < today
  return (
    <>
      <ProgressFacts state={state} overdue={overdue} progress={data.acts} />
      {mine || may('directive:progress') ? (
        <ProgressAct
          directive={{ id: item.id, conferenceId: conference.id, text: item.text }}
          {...(may('directive:progress') ? {} : { unitId: mine })}
        />
      ) : null}
    </>
  )
}
