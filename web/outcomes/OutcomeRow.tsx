// One outcome: its words, its facts, what is unknown; those who may revise it, link its owners, or take it back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { called } from '#web/lib/called.ts'
import { hourMinute, moment } from '#web/lib/format.ts'
import { DirectiveProgress } from './DirectiveProgress.tsx'
import { Flags } from './Flags.tsx'
import { OutcomeFacts } from './OutcomeFacts.tsx'
import classes from './Outcomes.module.css'
import type { ShownOutcome } from './outcome-queries.ts'
import { WithdrawForm } from './WithdrawForm.tsx'

type Props = {
  conference: { id: string; hostUnitId: string; startsAt: string }
  place: number
  item: ShownOutcome
  citations: readonly ShownOutcome<'citation'>[]
  onRevise?: ((item: ShownOutcome) => void) | undefined
}

export const OutcomeRow = ({ conference, place, item, citations, onRevise }: Props) => {
  const { t } = useTranslation('outcomes')
  const [withdrawing, setWithdrawing] = useState(false)
  const { text, by, at, withdrawn, flags } = item
  const unlinked = item.kind === 'directive' && item.owners !== undefined && !withdrawn
  return (
    <li className={classes.row} data-withdrawn={withdrawn ? true : undefined}>
      <span className={classes.place}>{place}</span>
      <div className={classes.body}>
        <p className={classes.text}>{text}</p>
        <OutcomeFacts item={item} startsAt={conference.startsAt} citations={citations} />
        <p className={classes.quiet}>{t('by', { name: called(by.name), at: hourMinute(at) })}</p>
        {withdrawn ? (
          <p className={classes.taken}>
            {t('withdrawn', { at: moment(withdrawn.at), by: withdrawn.by, reason: withdrawn.reason })}
          </p>
        ) : (
          <Flags flags={flags} unlinked={unlinked} />
        )}
        {item.kind === 'directive' && !withdrawn ? (
          <DirectiveProgress conference={conference} item={item} />
        ) : null}
        {onRevise && !withdrawn ? (
          <div className={`${classes.acts} no-print`}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t(unlinked ? 'linkOf' : 'reviseOf', { text })}
              onClick={() => onRevise(item)}
            >
              {t(unlinked ? 'link' : 'revise')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={withdrawing}
              aria-label={t('withdrawOf', { text })}
              onClick={() => setWithdrawing(!withdrawing)}
            >
              {t('withdraw')}
            </Button>
          </div>
        ) : null}
        {withdrawing && !withdrawn ? (
          <WithdrawForm conferenceId={conference.id} item={item} onDone={() => setWithdrawing(false)} />
        ) : null}
      </div>
    </li>
  )
}
