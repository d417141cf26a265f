// The contributions of a conference; a point hands in its own here.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { moment } from '#web/lib/format.ts'
import { useMay, useMyUnits } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import table from '#web/ui/table.module.css'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ContributionForm } from './ContributionForm.tsx'
import { ContributionStateChip } from './ContributionStateChip.tsx'
import { contributionsOf } from './contribution-queries.ts'
import { useLateness } from './useLateness.ts'

export const ContributionsPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const [unitId] = useMyUnits()
  const may = useMay(conference)
  const [writing, setWriting] = useState(false)
  const { data, error, refetch } = useQuery(contributionsOf(conference.id))
  const mayWrite = unitId !== undefined && may('contribution:submit', unitId)
  return (
    <Page>
      {mayWrite && !writing ? (
        <MainAct onClick={() => setWriting(true)}>{t('contribution.submit')}</MainAct>
      ) : null}
      {mayWrite && writing ? (
        <ContributionForm conference={conference} unitId={unitId} onDone={() => setWriting(false)} />
      ) : null}
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('section.contributions')} flush>
        {data ? null : <Waiting what={t('section.contributions')} />}
        {data?.items.length === 0 ? (
          <Empty title={t('contribution.none')} hint={t('contribution.noneHint')} />
        ) : null}
        {data && data.items.length > 0 ? (
          <ContributionsTable conferenceId={conference.id} items={data.items} />
        ) : null}
      </Panel>
    </Page>
  )
}

type Row = Parameters<typeof ContributionRow>[0]['contribution']

const ContributionsTable = ({ conferenceId, items }: { conferenceId: string; items: Row[] }) => {
  const { t } = useTranslation()
  const pointName = usePointNames(conferenceId)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('contribution.column.unit')}</th>
          <th scope="col">{t('contribution.column.title')}</th>
          <th scope="col">{t('contribution.column.at')}</th>
          <th scope="col">{t('contribution.column.state')}</th>
        </tr>
      </thead>
      <tbody data-rows>
        {items.map((contribution) => (
          <ContributionRow
            key={contribution.id}
            contribution={contribution}
            point={pointName(contribution.unitId)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  contribution: {
    id: string
    conferenceId: string
    unitId: string
    title: string
    author: { display: string }
    submittedAt: string
    late: boolean
    lateBy?: number | undefined
    state: Parameters<typeof ContributionStateChip>[0]['state']
  }
  point: string
}

const ContributionRow = ({ contribution, point }: RowProps) => {
  const lateness = useLateness()
  const { id, conferenceId, title, author, submittedAt, late, lateBy, state } = contribution
  return (
    <tr>
      <td>{point}</td>
      <td>
        <Link
          to="/conferences/$id/contributions/$ctb"
          params={{ id: conferenceId, ctb: id }}
          className={table.link}
        >
          {title}
        </Link>
        <div className={table.quiet}>{author.display}</div>
      </td>
      <td className={table.nowrap}>
        {moment(submittedAt)}
        {late ? <div className={table.quiet}>{lateness(lateBy)}</div> : null}
      </td>
      <td>
        <ContributionStateChip state={state} />
      </td>
    </tr>
  )
}
