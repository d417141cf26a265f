// One contribution: its text, files and versions as handed in, their receipts, and what the desk decides and notes.
import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { useMay } from '#web/lib/useMe.ts'
import back from '#web/ui/BackLink.module.css'
import { LoadProblem } from '#web/ui/LoadProblem.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { Changes } from './Changes.tsx'
import classes from './Contribution.module.css'
import { ContributionActs } from './ContributionActs.tsx'
import { ContributionStateChip } from './ContributionStateChip.tsx'
import { oneContribution } from './contribution-queries.ts'
import { FileList } from './FileList.tsx'
import { ReviewNotes } from './ReviewNotes.tsx'
import { Versions } from './Versions.tsx'
import '#web/conferences/secretariat/add-words.ts'

export const ContributionPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const may = useMay(conference)
  const { ctb } = useParams({ from: '/frame/conferences/$id/contributions/$ctb' })
  const { data, error, refetch } = useQuery(oneContribution(conference.id, ctb))
  if (error && !data)
    return (
      <LoadProblem error={error} onRetry={() => void refetch()}>
        <Link to="/conferences/$id/contributions" params={{ id: conference.id }}>
          {t('section.contributions')}
        </Link>
      </LoadProblem>
    )
  if (!data) return <Waiting what={t('section.contributions')} />
  const { versions, notes, files } = data
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
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Paper conference={conference} contribution={data} text={versions.at(-1)?.text ?? ''} />
          {files.length > 0 ? <FileList param={param} files={files} /> : null}
          {versions.length > 1 ? (
            <Changes param={param} numbers={versions.map(({ number }) => number)} />
          ) : null}
        </div>
        <div className={classes.stack}>
          <ContributionActs conference={conference} contribution={data} />
          <ReviewNotes param={param} notes={notes} remarks={may('contribution:review')} />
          <Versions param={param} versions={versions} />
        </div>
      </div>
    </Page>
  )
}

type PaperProps = { conference: Conference; contribution: Contribution; text: string }

const Paper = ({ conference, contribution, text }: PaperProps) => {
  const { t } = useTranslation()
  const { title, state, author, presenter, coAuthors, note } = contribution
  return (
    <Panel title={title} aside={<ContributionStateChip state={state} />}>
      <p className={classes.author}>{author.display}</p>
      {presenter ? (
        <p className={classes.author}>{t('contribution.presenter', { name: presenter.display })}</p>
      ) : null}
      {coAuthors.length > 0 ? (
        <p className={classes.author}>
          {t('contribution.coAuthors', { names: coAuthors.map(({ display }) => display).join('; ') })}
        </p>
      ) : null}
      <Placed conference={conference} contribution={contribution} />
      {note ? <p className={classes.note}>{note}</p> : null}
      <div className={classes.text}>{text}</div>
    </Panel>
  )
}

/** Its place on the agenda, once it has one. */
const Placed = ({ conference, contribution: { agendaItem, order } }: Omit<PaperProps, 'text'>) => {
  const { t } = useTranslation('secretariat')
  const item = conference.agenda.find(({ id }) => id === agendaItem)
  if (!item || order === undefined) return null
  return <p className={classes.author}>{t('review.placed', { title: item.title, order })}</p>
}
