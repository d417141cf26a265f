// Taking a contribution of mine back, by my account.
import type { Contribution } from '#functions/contributions/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { performMove } from '#web/contributions/perform-move.ts'
import { useAct } from '#web/lib/useAct.ts'
import { WithdrawAct } from '#web/personal/WithdrawAct.tsx'

type Props = { contribution: Pick<Contribution, 'id' | 'conferenceId' | 'version'> }

export const Withdrawal = ({ contribution: { id, conferenceId, version } }: Props) => {
  const act = useAct(
    (seen: number, key) =>
      performMove({ id: conferenceId, ctb: id, version: seen }, { move: 'withdraw', note: '' }, key),
    [conferenceKey(conferenceId)],
  )
  return <WithdrawAct busy={act.isPending} error={act.error} onWithdraw={() => act.mutate(version)} />
}
