// The contributions of a conference: the desk's inbox, or what one may see of them; a point hands in its own here.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import { useConference } from '#web/conferences/useConference.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { useMay, useMe, useMyUnits } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ContributionForm } from './ContributionForm.tsx'
import { ContributionsTable } from './ContributionsTable.tsx'
import { contributionsOf } from './contribution-queries.ts'
import { Inbox } from './Inbox.tsx'
import { Receipt } from './Receipt.tsx'

export const ContributionsPage = () => {
  const conference = useConference()
  const may = useMay(conference)
  // Whoever hears contributions sees them all, and so may sort them.
  return may('contribution:deliver') ? <Inbox conference={conference} /> : <Seen />
}

const Seen = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const [unitId] = useMyUnits()
  const may = useMay(conference)
  const { data: me } = useMe()
  const draft = `${me?.sub}.${conference.id}.contribution`
  const [asked, setWriting] = useState<boolean>()
  const writing = asked ?? hasDraft(draft)
  const [sent, setSent] = useState<Contribution>()
  const { data, error, refetch } = useQuery(contributionsOf(conference.id))
  const mayWrite = unitId !== undefined && may('contribution:submit', unitId)
  return (
    <Page>
      {mayWrite && !writing ? (
        <MainAct onClick={() => setWriting(true)}>{t('contribution.submit')}</MainAct>
      ) : null}
      {mayWrite && writing ? (
        <ContributionForm
          conference={conference}
          unitId={unitId}
          draft={draft}
          onDone={(handedIn) => {
            setWriting(false)
            setSent(handedIn)
          }}
        />
      ) : null}
      {sent && !writing ? <Receipt contribution={sent} fresh onClose={() => setSent(undefined)} /> : null}
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('section.contributions')} flush>
        {data || error ? null : <Waiting what={t('section.contributions')} />}
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
