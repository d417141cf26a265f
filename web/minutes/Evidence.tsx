// What the chosen sentence rests on: who did what when, as the log has it; of many acts what they are, and their digest.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Block } from '#functions/minutes/schema.ts'
import type { Sentence } from '#functions/minutes/sentence.schema.ts'
import { sentencesOf } from '#functions/minutes/sentences.rules.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { useEventWord } from '#web/conferences/useEventWord.ts'
import { count, moment } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { standing } from './chosen.rules.ts'
import classes from './Side.module.css'
import { vi } from './words.ts'
import { evidenceOf } from './work-queries.ts'

type Props = { conferenceId: string; block: Block | undefined; sentence: number }

export const Evidence = ({ conferenceId, block, sentence: at }: Props) => {
  const { t } = useTranslation('minutes')
  const sentence = block && sentencesOf(block)[at]
  if (!block || !sentence) return <Empty title={t('evidence.none')} hint={t('evidence.noneHint')} />
  const how = standing(block, at)
  return (
    <div className={classes.stack}>
      <blockquote className={classes.quote}>{sentence.text}</blockquote>
      {how === 'compiled' ? null : <p className={classes.told}>{t(`evidence.${how}`)}</p>}
      {sentence.events.length > 0 ? <Events conferenceId={conferenceId} ids={sentence.events} /> : null}
      {sentence.evidence.map((evidence) => (
        <Many key={evidence.digest} evidence={evidence} />
      ))}
    </div>
  )
}

const Events = ({ conferenceId, ids }: { conferenceId: string; ids: readonly string[] }) => {
  const { t } = useTranslation('minutes')
  const word = useEventWord()
  const pointName = usePointNames(conferenceId)
  const { data, error, refetch } = useQuery(evidenceOf(conferenceId, ids))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('tab.evidence')} rows={ids.length} />
  const missing = new Set(ids).size - data.items.length
  return (
    <>
      <ol className={classes.events}>
        {data.items.map(({ id, name, by, point, effectiveAt, recordedAt }) => (
          <li key={id}>
            <b>{[word(name), point && pointName(point)].filter(Boolean).join(' · ')}</b>
            <span>{t('evidence.by', { name: by.name, at: moment(effectiveAt) })}</span>
            {moment(effectiveAt) === moment(recordedAt) ? null : (
              <span>{t('evidence.recorded', { at: moment(recordedAt) })}</span>
            )}
            <code>{id}</code>
          </li>
        ))}
      </ol>
      {missing > 0 ? <p className={classes.told}>{t('evidence.missing', { count: missing })}</p> : null}
    </>
  )
}

type Query = keyof typeof vi.evidence.of
const isKnown = (query: string): query is Query => Object.hasOwn(vi.evidence.of, query)

const Many = ({ evidence }: { evidence: Sentence['evidence'][number] }) => {
  const { t } = useTranslation('minutes')
  const { query, horizon, digest } = evidence
  const what = t(`evidence.of.${isKnown(query) ? query : 'events'}`)
  return (
    <div className={classes.many}>
      <b>{t('evidence.many', { shown: count(evidence.count), what, at: moment(horizon) })}</b>
      <code>{t('evidence.digest', { digest })}</code>
    </div>
  )
}
