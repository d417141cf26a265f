// One contribution of mine: where it stands, what the secretariat said, a new version, taking it back, its receipt.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { movesFrom } from '#functions/contributions/rules.ts'
import type { Contribution } from '#functions/contributions/schema.ts'
import { ContributionForm } from '#web/contributions/ContributionForm.tsx'
import { ContributionStateChip } from '#web/contributions/ContributionStateChip.tsx'
import { oneContribution } from '#web/contributions/contribution-queries.ts'
import { moment } from '#web/lib/format.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import own from '#web/personal/Personal.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { Withdrawal } from './Withdrawal.tsx'

type Props = {
  contribution: Contribution
  mayWrite: boolean
  sub: string
  /** Shows the receipt; `fresh` where it was just handed in. */
  onReceipt: (of: Contribution, fresh: boolean) => void
}

/** A new version is taken until the desk takes the paper up, and when it sends it back. */
const isOpen = ({ state }: Contribution) => state === 'submitted' || state === 'returned'

export const OwnContribution = ({ contribution, mayWrite, sub, onReceipt }: Props) => {
  const { t } = useTranslation('delegate')
  const common = useTranslation().t
  const { id, conferenceId, title, state, note, receipt } = contribution
  const draft = `${sub}.${id}.version`
  const [rewriting, setRewriting] = useState(() => hasDraft(draft))
  const close = (sent?: Contribution) => {
    setRewriting(false)
    if (sent) onReceipt(sent, true)
  }
  if (rewriting && mayWrite && isOpen(contribution))
    return <NewVersion contribution={contribution} draft={draft} onDone={close} />
  return (
    <article className={own.paper}>
      <h3 className={own.paperTitle}>{title}</h3>
      <div>
        <ContributionStateChip state={state} />
      </div>
      {note ? (
        <p className={own.warn}>
          {common('contribution.note')}: {note}
        </p>
      ) : null}
      <p className={own.quiet}>
        {common('contribution.receivedAt')} {moment(receipt.receivedAt)} · {common('contribution.version')}{' '}
        {receipt.number}
      </p>
      <div className={own.acts}>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/conferences/$id/contributions/$ctb"
              params={{ id: conferenceId, ctb: id }}
              {...props}
            />
          )}
        >
          {t('papers.open')}
        </Button>
        <Button variant="default" onClick={() => onReceipt(contribution, false)}>
          {common('contribution.receipt')}
        </Button>
        {mayWrite && isOpen(contribution) ? (
          <Button variant="default" onClick={() => setRewriting(true)}>
            {common('contribution.rewrite')}
          </Button>
        ) : null}
        {mayWrite && movesFrom(state).includes('withdraw') ? (
          <Withdrawal contribution={contribution} />
        ) : null}
      </div>
    </article>
  )
}

type VersionProps = {
  contribution: Contribution
  draft: string
  onDone: (sent?: Contribution) => void
}

/** Goes out from the whole text that stands, which lists do not carry. */
const NewVersion = ({ contribution, draft, onDone }: VersionProps) => {
  const { id, conferenceId, unitId } = contribution
  const { data, error, refetch } = useQuery(oneContribution(conferenceId, id))
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={contribution.title} rows={4} />
  const { title, version, files, versions } = data
  const earlier = { id, version, title, text: versions.at(-1)?.text ?? '', files }
  return (
    <ContributionForm
      conference={{ id: conferenceId }}
      unitId={unitId}
      draft={draft}
      earlier={earlier}
      onDone={onDone}
    />
  )
}
