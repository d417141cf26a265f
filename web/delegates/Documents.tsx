// What a delegate may read of the conference: the contributions that were accepted, with their files.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ContributionStateChip } from '#web/contributions/ContributionStateChip.tsx'
import { contributionsOf } from '#web/contributions/contribution-queries.ts'
import own from '#web/personal/Personal.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Delegates.module.css'

/** More stand in the section of contributions. */
const most = 10

export const Documents = ({ conferenceId, sub }: { conferenceId: string; sub: string }) => {
  const { t } = useTranslation('delegate')
  const { data, error, refetch } = useQuery(contributionsOf(conferenceId))
  const others = data?.items.filter(({ submittedBy }) => submittedBy.sub !== sub) ?? []
  return (
    <Panel title={t('documents.title')}>
      <div className={own.stack}>
        {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
        {data || error ? null : <Waiting what={t('documents.title').toLocaleLowerCase()} rows={2} />}
        {data && others.length === 0 ? (
          <div>
            <p>{t('documents.none')}</p>
            <p className={own.quiet}>{t('documents.noneHint')}</p>
          </div>
        ) : null}
        <ul className={classes.documents}>
          {others.slice(0, most).map(({ id, title, author, files, state }) => (
            <li key={id}>
              <Link to="/conferences/$id/contributions/$ctb" params={{ id: conferenceId, ctb: id }}>
                {title}
              </Link>
              <p className={own.quiet}>
                {author.display}
                {files.length > 0 ? ` · ${t('documents.files', { count: files.length })}` : ''}
              </p>
              <ContributionStateChip state={state} />
            </li>
          ))}
        </ul>
        {others.length > 0 ? (
          <Link to="/conferences/$id/contributions" params={{ id: conferenceId }} className={classes.all}>
            {t('documents.all')}
          </Link>
        ) : null}
      </div>
    </Panel>
  )
}
