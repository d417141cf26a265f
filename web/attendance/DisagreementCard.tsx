// One disagreement: what it is about in plain words, its sides beside each other, and what settles or settled it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownDisagreement } from '#functions/attendance/disagreements.schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { wholeDelegationOf } from '#web/conferences/secretariat/desk-queries.ts'
import { moment } from '#web/lib/format.ts'
import { pointAttendanceOf } from './attendance-queries.ts'
import classes from './Disagreements.module.css'
import { SayingCard } from './SayingCard.tsx'
import { SettleForm } from './SettleForm.tsx'
import { needsAttendance, sayingsOf } from './sayings.ts'

type Props = { conferenceId: string; disagreement: ShownDisagreement; settles: boolean }

/** The delegate as records name them; nothing where it is about none. */
const useDelegateName = (conferenceId: string, { pointId = '', delegateId }: ShownDisagreement) => {
  const { data } = useQuery({
    ...wholeDelegationOf(conferenceId, pointId),
    enabled: delegateId !== undefined,
  })
  if (!delegateId) return undefined
  return data?.items.find(({ id }) => id === delegateId)?.display ?? '…'
}

export const DisagreementCard = ({ conferenceId, disagreement, settles }: Props) => {
  const { t } = useTranslation('secretariat')
  const pointName = usePointNames(conferenceId)
  const delegate = useDelegateName(conferenceId, disagreement)
  const [again, setAgain] = useState(false)
  const { kind, pointId, subject, settled } = disagreement
  const { data: attendance } = useQuery({
    ...pointAttendanceOf(conferenceId, pointId ?? ''),
    enabled: pointId !== undefined && needsAttendance(disagreement),
  })
  const sayings = sayingsOf(disagreement, attendance)
  const asks = settles && (!settled || again)
  const about = [pointId && pointName(pointId), delegate, subject].filter(Boolean).join(' · ')
  return (
    <li className={classes.card}>
      <h3 className={classes.title}>{about}</h3>
      <p>
        <b>{t(`disagreement.kind.${kind}`)}.</b> {t(`disagreement.why.${kind}`)}
      </p>
      {asks ? (
        <SettleForm
          conferenceId={conferenceId}
          disagreement={disagreement}
          sayings={sayings}
          onDone={() => setAgain(false)}
        />
      ) : (
        <ul className={classes.sayings} aria-label={t('disagreement.sayingOf')}>
          {sayings
            .filter(({ told, choice }) => told.of !== 'nothing' || choice === settled?.chosen)
            .map((saying) => (
              <li key={saying.choice ?? saying.told.of} className={classes.saying}>
                <SayingCard kind={kind} saying={saying} chosen={settled?.chosen === saying.choice} />
              </li>
            ))}
        </ul>
      )}
      {settled ? (
        <p className={classes.settled}>
          <span>{t('disagreement.settledBy', { name: settled.by, at: moment(settled.at) })}</span>
          <span>{t('disagreement.because', { reason: settled.reason })}</span>
          {settles && !again ? (
            <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => setAgain(true)}>
              {t('disagreement.again')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </li>
  )
}
