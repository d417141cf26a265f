// A signed-in delegate's own contributions: hand one in, keep the receipt, see what the secretariat says.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { ContributionForm } from '#web/contributions/ContributionForm.tsx'
import { Receipt } from '#web/contributions/Receipt.tsx'
import { moment } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import type { useMe } from '#web/lib/useMe.ts'
import own from '#web/personal/Personal.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { unitContributionsOf } from './mine-queries.ts'
import { OwnContribution } from './OwnContribution.tsx'

type Props = { invitation: Invitation; me: NonNullable<ReturnType<typeof useMe>['data']> }

export const OwnContributions = ({ invitation: { conference, point, delegate }, me }: Props) => {
  const { t } = useTranslation('delegate')
  const common = useTranslation().t
  const draft = `${me.sub}.${conference.id}.contribution`
  const [writing, setWriting] = useState(() => hasDraft(draft))
  const [shown, setShown] = useState<{ of: Contribution; fresh: boolean }>()
  const { data, error, refetch } = useQuery(unitContributionsOf(conference.id, point.unitId))
  const mine = data?.items.filter(({ submittedBy }) => submittedBy.sub === me.sub) ?? []
  const mayWrite = delegate.state === 'expected' && conference.state !== 'cancelled'
  const close = (handedIn?: Contribution) => {
    setWriting(false)
    setShown(handedIn && { of: handedIn, fresh: true })
  }
  if (writing && mayWrite)
    return (
      <ContributionForm
        conference={conference}
        unitId={point.unitId}
        draft={draft}
        author={me.person ? { personId: me.person.id } : { position: delegate.display }}
        onDone={close}
      />
    )
  return (
    <>
      {shown ? (
        <Receipt contribution={shown.of} fresh={shown.fresh} onClose={() => setShown(undefined)} />
      ) : null}
      <Panel title={t('papers.title')}>
        <div className={own.stack}>
          {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
          {data || error ? null : <Waiting what={t('papers.title').toLocaleLowerCase()} rows={2} />}
          {data && mine.length === 0 ? (
            <div>
              <p>{t('papers.none')}</p>
              <p className={own.quiet}>{t('papers.noneHint')}</p>
            </div>
          ) : null}
          {mine.map((one) => (
            <OwnContribution
              key={one.id}
              contribution={one}
              mayWrite={mayWrite}
              sub={me.sub}
              onReceipt={(of, fresh) => setShown({ of, fresh })}
            />
          ))}
          {mayWrite ? <Deadline due={conference.contributionsDueAt} /> : null}
          {mayWrite && data ? (
            <div className={own.acts}>
              <Button variant="default" onClick={() => setWriting(true)}>
                {mine.length > 0 ? t('papers.another') : common('contribution.submit')}
              </Button>
            </div>
          ) : null}
        </div>
      </Panel>
    </>
  )
}

const Deadline = ({ due }: { due: string | undefined }) => {
  const { t } = useTranslation('delegate')
  const past = useServerNow(30_000) > Date.parse(due ?? '')
  if (!due) return null
  return past ? (
    <p className={own.warn}>{t('papers.past')}</p>
  ) : (
    <p className={own.quiet}>{t('papers.due', { at: moment(due) })}</p>
  )
}
