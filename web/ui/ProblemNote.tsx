// An error as a person needs it: what happened, what to do, what was kept; the request id small.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ApiProblem, asProblem, mayPass } from '#web/lib/problem.ts'
import classes from './Note.module.css'

const useSentences = (problem: ApiProblem) => {
  const { t } = useTranslation()
  if (problem.slug === 'offline') return { what: t('problem.offline'), hint: t('problem.offlineHint') }
  if (problem.slug === 'unreadable')
    return { what: t('problem.unreadable'), hint: t('problem.unreadableHint') }
  return { what: problem.message, hint: undefined }
}

type Props = { error: unknown; kept?: boolean; onRetry?: (() => void) | undefined }

/** Announces itself to screen readers when it appears. */
export const ProblemNote = ({ error, kept = false, onRetry }: Props) => {
  const { t } = useTranslation()
  const problem = asProblem(error)
  const { what, hint } = useSentences(problem)
  return (
    <div className={classes.note} data-tone="problem" role="alert">
      <p className={classes.what}>{what}</p>
      {hint ? <p>{hint}</p> : null}
      {problem.errors.length > 0 ? (
        <ul className={classes.list}>
          {problem.errors.map((error) => (
            <li key={`${error.pointer}${error.code}`}>{error.message}</li>
          ))}
        </ul>
      ) : null}
      {kept ? <p>{t('problem.kept')}</p> : null}
      {problem.requestId ? (
        <p className={classes.small}>{t('problem.requestId', { id: problem.requestId })}</p>
      ) : null}
      {onRetry && mayPass(problem) ? (
        <Button size="compact-sm" variant="default" mt={8} onClick={onRetry}>
          {t('common.retry')}
        </Button>
      ) : null}
    </div>
  )
}
