// One contribution: its text and files as handed in, its receipt, and what the desk decides.
import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConference } from '#web/conferences/useConference.ts'
import { moment } from '#web/lib/format.ts'
import back from '#web/ui/BackLink.module.css'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { Changes } from './Changes.tsx'
import classes from './Contribution.module.css'
import { ContributionActs } from './ContributionActs.tsx'
import { ContributionStateChip } from './ContributionStateChip.tsx'
import { oneContribution } from './contribution-queries.ts'
import { FileList } from './FileList.tsx'
import { ReviewNotes } from './ReviewNotes.tsx'
import { useLateness } from './useLateness.ts'

export const ContributionPage = () => {
  const { t } = useTranslation()
  const lateness = useLateness()
  const conference = useConference()
  const { ctb } = useParams({ from: '/frame/conferences/$id/contributions/$ctb' })
  const { data, error, refetch } = useQuery(oneContribution(conference.id, ctb))
  if (error && !data)
    return (
      <Page>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data) return <Waiting what={t('section.contributions')} />
  const text = data.versions.at(-1)
  const before = data.versions.at(-2)
  const param = { id: conference.id, ctb }
  return (
    <Page>
      <Link
        to="/conferences/$id/contributions"
        params={{ id: conference.id }}
        className={`${back.back} no-print`}
      >
        <IconChevronLeft size={16} stroke={2} aria-hidden="true" />
        {t('section.contributions')}
      </Link>
      <ContributionActs conference={conference} contribution={data} />
      <Panel title={data.title} aside={<ContributionStateChip state={data.state} />}>
        <p className={classes.author}>{data.author.display}</p>
        {data.presenter ? (
          <p className={classes.author}>{t('contribution.presenter', { name: data.presenter.display })}</p>
        ) : null}
        {data.coAuthors.length > 0 ? (
          <p className={classes.author}>
            {t('contribution.coAuthors', { names: data.coAuthors.map(({ display }) => display).join('; ') })}
          </p>
        ) : null}
        {data.note ? <p className={classes.note}>{data.note}</p> : null}
        <div className={classes.text}>{text?.text}</div>
      </Panel>
      {data.files.length > 0 ? <FileList param={param} files={data.files} /> : null}
      {before ? <Changes param={param} from={before.number} to={data.receipt.number} /> : null}
      {data.notes.length > 0 ? <ReviewNotes notes={data.notes} /> : null}
      <Panel title={t('contribution.receipt')}>
        <dl className={classes.receipt}>
          <dt>{t('contribution.receivedAt')}</dt>
          <dd>
            {moment(data.receipt.receivedAt)}
            {data.late ? ` · ${lateness(data.lateBy)}` : ''}
          </dd>
          <dt>{t('contribution.version')}</dt>
          <dd>{data.receipt.number}</dd>
          <dt>{t('contribution.sha256')}</dt>
          <dd className={classes.hash}>{data.receipt.sha256}</dd>
          {data.receipt.digest ? (
            <>
              <dt>{t('contribution.digest')}</dt>
              <dd className={classes.hash}>{data.receipt.digest}</dd>
            </>
          ) : null}
        </dl>
      </Panel>
    </Page>
  )
}
