// The delegation of a point, in order of precedence.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Empty } from '#web/ui/Empty.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { PersonalLink } from './PersonalLink.tsx'
import classes from './Point.module.css'
import { delegatesOf } from './point-queries.ts'

type Props = {
  conferenceId: string
  pointId: string
  /** Whether the delegation is the reader's to keep, and personal links work. */
  keeps: boolean
}

export const Delegation = ({ conferenceId, pointId, keeps }: Props) => {
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
          <li key={id}>
            {display}
            {keeps ? (
              <PersonalLink param={{ id: conferenceId, point: pointId, delegate: id }} display={display} />
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
