// What may be done next with a contribution: the first is the page's main act, the others stand with the note they carry.
import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { type Move, movesFrom } from '#functions/contributions/rules.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { takeableUntil } from '#functions/contributions/time.rules.ts'
import type { Act } from '#functions/grants/rules.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { useMay } from '#web/lib/useMe.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Contribution.module.css'
import { performMove, type Step } from './perform-move.ts'
import { ScheduleForm } from './ScheduleForm.tsx'
import '#web/conferences/secretariat/add-words.ts'

const actOf = (move: Move): Act => {
  if (move === 'withdraw') return 'contribution:withdraw'
  return move === 'deliver' || move === 'take-as-written' ? 'contribution:deliver' : 'contribution:review'
}

const needsNote = (move: Move) => move === 'return' || move === 'decline'
const takesNote = (move: Move) => needsNote(move) || move === 'accept' || move === 'review'

/** In the order of their likelihood; putting on the agenda asks for the place in a form of its own. */
const offered: Move[] = ['accept', 'deliver', 'take-as-written', 'review', 'return', 'decline', 'withdraw']

/** Once the grace after the close is over, the minutes would not tell of it. */
const isTimely = (move: Move, { state, closedAt }: Conference, at: number): boolean => {
  if (move === 'deliver') return state === 'in-session'
  if (move !== 'take-as-written') return true
  const until = takeableUntil({ closedAt })
  return state === 'in-session' || (state === 'closed' && until !== undefined && at <= Date.parse(until))
}

type Props = { conference: Conference; contribution: Contribution }

const useMoves = ({ conference, contribution }: Props): Move[] => {
  const may = useMay(conference)
  const at = useServerNow(10_000)
  return movesFrom(contribution.state).filter(
    (move) => isTimely(move, conference, at) && may(actOf(move), contribution.unitId),
  )
}

export const ContributionActs = ({ conference, contribution }: Props) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const draft = useDraft(`review.${contribution.id}`)
  const note = useRef<HTMLTextAreaElement>(null)
  const [lacking, setLacking] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const act = useAct(
    (step: Step, key) =>
      performMove({ id: conference.id, ctb: contribution.id, version: contribution.version }, step, key),
    [conferenceKey(conference.id)],
  )
  const moves = useMoves({ conference, contribution })
  const mine = offered.filter((move) => moves.includes(move))
  const take = (step: Step, done = draft.forget) => act.mutate(step, { onSuccess: done })
  const decide = (move: Move) => {
    // There is no way back from it: it takes a second, different word.
    if (move === 'withdraw' && !withdrawing) return setWithdrawing(true)
    setWithdrawing(false)
    const said = draft.value('note')
    const lacks = needsNote(move) && said === ''
    setLacking(lacks)
    if (lacks) note.current?.focus()
    else take(takesNote(move) && said ? { move, note: said } : { move })
  }
  const [first, ...others] = mine
  const main = first && first !== 'withdraw' ? first : undefined
  const rest = main ? others : mine
  if (moves.length === 0) return null
  return (
    <Panel title={t('review.title')}>
      {act.error ? <ProblemNote error={act.error} kept={draft.value('note') !== ''} /> : null}
      {main ? (
        <MainAct busy={act.isPending} onClick={() => decide(main)}>
          {house(`contribution.move.${main}`)}
        </MainAct>
      ) : null}
      {mine.some(takesNote) ? (
        <Textarea
          {...draft.field('note')}
          ref={note}
          label={t('review.note')}
          description={t('review.noteHint')}
          autosize
          minRows={2}
          maxLength={2000}
          mb={12}
          error={lacking && draft.value('note') === '' ? t('review.noteNeeded') : undefined}
        />
      ) : null}
      <div className={classes.acts}>
        {rest.map((move) => (
          <Button key={move} variant="default" disabled={act.isPending} onClick={() => decide(move)}>
            {move === 'withdraw' && withdrawing
              ? t('review.withdrawNow')
              : house(`contribution.move.${move}`)}
          </Button>
        ))}
      </div>
      {moves.includes('schedule') && conference.agenda.length > 0 ? (
        <ScheduleForm
          conference={conference}
          contribution={contribution}
          busy={act.isPending}
          onStep={take}
        />
      ) : null}
    </Panel>
  )
}
