// The delegation of one unit with each answer: who comes, who does not, who goes instead of whom.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ShownDelegate } from '#functions/bridge-points/delegates.schema.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Answers.module.css'
import { wholeDelegationOf } from './desk-queries.ts'

type Props = { conferenceId: string; pointId: string }

export const AnswerDelegates = ({ conferenceId, pointId }: Props) => {
  const { t } = useTranslation('secretariat')
  const { data, error, refetch } = useQuery(wholeDelegationOf(conferenceId, pointId))
  const nameOf = (id: string) => data?.items.find((one) => one.id === id)?.display ?? '…'
  const answerOf = ({
    state,
    withdrawn,
    substitutedBy,
    substituteFor,
    answer,
    answerNote,
  }: ShownDelegate) => {
    if (substitutedBy) return t('answers.substitutedBy')
    if (state === 'withdrawn') return t('answers.withdrawn', { reason: withdrawn?.reason ?? '' })
    const instead = substituteFor ? t('answers.substituteFor', { name: nameOf(substituteFor) }) : undefined
    return [t(`answers.answer.${answer}`), instead, answerNote].filter(Boolean).join(' · ')
  }
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('answers.column.listed')} rows={2} />
  if (data.items.length === 0) return <p className={classes.quiet}>{t('answers.noDelegates')}</p>
  return (
    <ul className={classes.delegates}>
      {data.items.map((delegate) => (
        <li key={delegate.id}>
          <span>{delegate.display}</span> <b>{answerOf(delegate)}</b>
        </li>
      ))}
    </ul>
  )
}
