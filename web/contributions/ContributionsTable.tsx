// Contributions as a list: whose, what, when it came, where it stands.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { moment } from '#web/lib/format.ts'
import table from '#web/ui/table.module.css'
import { ContributionStateChip } from './ContributionStateChip.tsx'
import { useLateness } from './useLateness.ts'

export type ListedContribution = Pick<
  Contribution,
  'id' | 'conferenceId' | 'unitId' | 'title' | 'author' | 'submittedAt' | 'late' | 'lateBy' | 'state'
>

type Props = { conferenceId: string; items: readonly ListedContribution[] }

export const ContributionsTable = ({ conferenceId, items }: Props) => {
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
          <Row key={contribution.id} contribution={contribution} point={pointName(contribution.unitId)} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ contribution, point }: { contribution: ListedContribution; point: string }) => {
  const lateness = useLateness()
  const { id, conferenceId, title, author, submittedAt, late, lateBy, state } = contribution
  return (
    <tr>
      <td>{point}</td>
      <td className={table.long}>
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
        {late ? <div className={table.quiet}>▲ {lateness(lateBy)}</div> : null}
      </td>
      <td>
        <ContributionStateChip state={state} />
      </td>
    </tr>
  )
}
