// The delegation of a point, in order of precedence.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Point.module.css'
import { delegatesOf } from './point-queries.ts'

export const Delegation = ({ conferenceId, pointId }: { conferenceId: string; pointId: string }) => {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(delegatesOf(conferenceId, pointId))
  const many = data ? t('point.delegates', { count: data.items.length }) : undefined
  return (
    <Panel title={t('point.delegation')} aside={many} flush>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('point.delegation')} />}
      {data?.items.length === 0 ? (
        <Empty title={t('point.noDelegates')} hint={t('point.noDelegatesHint')} />
      ) : null}
      <ol className={classes.delegates}>
        {data?.items.map(({ id, display }) => (
          <li key={id}>{display}</li>
        ))}
      </ol>
    </Panel>
  )
}
