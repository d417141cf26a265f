// Whom a choice means, before anybody is given a point: how many, how many are there already, and their names.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { count } from '#web/lib/format.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './scheduling.module.css'
import { pointsMeant, type Selection } from './scheduling-queries.ts'

/** More names than these are a number. */
const shownMost = 120

export const MeantPoints = ({ id, selection }: { id: string; selection: Selection }) => {
  const { t } = useTranslation('scheduling')
  const { data, error, refetch } = useQuery(pointsMeant(id, selection))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <p className={classes.quiet}>{t('points.counting')}</p>
  const { total, there, asJob, items } = data
  const fresh = items.filter((item) => !item.there)
  return (
    <div>
      <p role="status">
        {t('points.meant', {
          count: total,
          total: count(total),
          fresh: count(total - there),
          there: count(there),
        })}
        {asJob ? ` ${t('points.asJob')}` : ''}
      </p>
      {fresh.length > 0 ? (
        <details className={classes.details}>
          <summary>{t('points.names')}</summary>
          <ul className={classes.names}>
            {fresh.slice(0, shownMost).map(({ unitId, name }) => (
              <li key={unitId}>{name}</li>
            ))}
            {fresh.length > shownMost ? (
              <li>{t('points.andMore', { many: count(fresh.length - shownMost) })}</li>
            ) : null}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
