// Where sources disagree: what is to be settled before minutes can be submitted, and what was settled, by whom and why.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ShownDisagreement } from '#functions/attendance/disagreements.schema.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { disagreementsOf } from './attendance-queries.ts'
import { DisagreementCard } from './DisagreementCard.tsx'
import classes from './Disagreements.module.css'
import '#web/conferences/secretariat/add-words.ts'

export const DisagreementsPage = () => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const conference = useConference()
  const settles = useMay(conference)('disagreement:settle')
  const { data, error, refetch } = useQuery(disagreementsOf(conference.id))
  const open = data?.items.filter(({ settled }) => !settled) ?? []
  const settled = data?.items.filter((one) => one.settled) ?? []
  const cards = (items: ShownDisagreement[]) => (
    <ul className={classes.list}>
      {items.map((one) => (
        <DisagreementCard key={one.id} conferenceId={conference.id} disagreement={one} settles={settles} />
      ))}
    </ul>
  )
  return (
    <Page>
      {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={house('section.disagreements')} />}
      {data ? (
        <Panel title={t('disagreement.open')} aside={t('disagreement.many', { count: open.length })} flush>
          {open.length === 0 ? (
            <Empty title={t('disagreement.none')} hint={t('disagreement.noneHint')} />
          ) : (
            cards(open)
          )}
        </Panel>
      ) : null}
      {conference.state === 'in-session' ? (
        <p className={classes.quiet}>{t('disagreement.closeHint')}</p>
      ) : null}
      {settled.length > 0 ? (
        <Panel
          title={t('disagreement.settledOnes')}
          aside={t('disagreement.many', { count: settled.length })}
          flush
        >
          {cards(settled)}
        </Panel>
      ) : null}
    </Page>
  )
}
