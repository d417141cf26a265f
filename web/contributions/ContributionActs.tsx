// What may be done next with a contribution: the first is the page's main act, the others stand below.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Move, movesFrom } from '#functions/contributions/rules.ts'
import type { ContributionState } from '#functions/contributions/schema.ts'
import { takeableUntil } from '#functions/contributions/time.rules.ts'
import type { Act } from '#functions/grants/rules.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMay } from '#web/lib/useMe.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Contribution.module.css'
import { performMove } from './perform-move.ts'

const actOf = (move: Move): Act => {
  if (move === 'withdraw') return 'contribution:withdraw'
  return move === 'deliver' || move === 'take-as-written' ? 'contribution:deliver' : 'contribution:review'
}

const needsNote = (move: Move) => move === 'return' || move === 'decline'

/** In the order of their likelihood. Putting on the agenda happens on the agenda. */
const offered: Move[] = ['accept', 'deliver', 'take-as-written', 'review', 'return', 'decline', 'withdraw']

/** Once the grace after the close is over, the minutes would not tell of it. */
const isTimely = (move: Move, { state, closedAt }: Props['conference'], at: number): boolean => {
  if (move === 'deliver') return state === 'in-session'
  if (move !== 'take-as-written') return true
  const until = takeableUntil({ closedAt })
  return state === 'in-session' || (state === 'closed' && until !== undefined && at <= Date.parse(until))
}

type Props = {
  conference: { id: string; hostUnitId: string; state: string; closedAt?: string | undefined }
  contribution: { id: string; unitId: string; state: ContributionState; version: number }
}

export const ContributionActs = ({ conference, contribution }: Props) => {
  const { t } = useTranslation()
  const may = useMay(conference)
  const [noting, setNoting] = useState<Move>()
  const act = useAct(
    (input: { move: Move; note: string }, key) =>
      performMove({ id: conference.id, ctb: contribution.id, version: contribution.version }, input, key),
    [conferenceKey(conference.id)],
  )
  const at = useServerNow(10_000)
  const open = movesFrom(contribution.state).filter((move) => isTimely(move, conference, at))
  const mine = offered.filter((move) => open.includes(move) && may(actOf(move), contribution.unitId))
  const take = (move: Move, note = '') =>
    needsNote(move) && !note
      ? setNoting(move)
      : act.mutate({ move, note }, { onSuccess: () => setNoting(undefined) })
  const [first, ...others] = mine
  return (
    <>
      {act.error ? <ProblemNote error={act.error} kept={noting !== undefined} /> : null}
      {first && first !== 'withdraw' ? (
        <MainAct busy={act.isPending} onClick={() => take(first)}>
          {t(`contribution.move.${first}`)}
        </MainAct>
      ) : null}
      <div className={classes.acts}>
        {(first === 'withdraw' ? mine : others).map((move) => (
          <Button key={move} variant="default" onClick={() => take(move)}>
            {t(`contribution.move.${move}`)}
          </Button>
        ))}
      </div>
      {noting ? (
        <form
          className={classes.acts}
          onSubmit={(event) => {
            event.preventDefault()
            take(noting, String(new FormData(event.currentTarget).get('note') ?? ''))
          }}
        >
          <TextInput name="note" label={t('contribution.note')} required maxLength={2000} w={480} />
          <Button type="submit" variant="default" style={{ alignSelf: 'end' }}>
            {t(`contribution.move.${noting}`)}
          </Button>
        </form>
      ) : null}
    </>
  )
}
