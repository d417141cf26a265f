// The desk's inbox: papers and opinions by state, lateness and unit, with how many stand where.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { hasDraft } from '#web/lib/useKept.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { MainAct } from '#web/ui/MainAct.tsx'
import { More } from '#web/ui/More.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ContributionsTable } from './ContributionsTable.tsx'
import { contributionCountsOf, contributionsSought } from './contribution-queries.ts'
import { InboxFilters, soughtIn } from './InboxFilters.tsx'
import { draftOfOpinion, OpinionForm } from './OpinionForm.tsx'
import '#web/conferences/secretariat/add-words.ts'

export const Inbox = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const { id } = conference
  const mayNote = useMay(conference)('contribution:submit') && conference.startedAt !== undefined
  // What is filtered stays so while one opens a paper and comes back.
  const filters = useDraft(`inbox.${id}`)
  const [noting, setNoting] = useState(() => hasDraft(draftOfOpinion(id)))
  const sought = soughtIn(filters)
  const { data: counts } = useQuery(contributionCountsOf(id))
  const list = useInfiniteQuery(contributionsSought(id, sought))
  const items = list.data?.pages.flatMap((page) => page.items)
  const total = counts && (sought.kind === 'opinion' ? counts.opinions : counts.contributions).total
  return (
    <Page>
      {mayNote && !noting ? <MainAct onClick={() => setNoting(true)}>{t('review.opinion')}</MainAct> : null}
      {mayNote && noting ? <OpinionForm conference={conference} onDone={() => setNoting(false)} /> : null}
      {list.error && !items ? <ProblemNote error={list.error} onRetry={() => void list.refetch()} /> : null}
      {counts ? <InboxFilters conferenceId={id} counts={counts} filters={filters} /> : null}
      <Panel title={t(`review.kind.${sought.kind}`)} flush>
        {items || list.error ? null : <Waiting what={house('section.contributions')} />}
        {items?.length === 0 ? (
          <Empty
            title={t(total === 0 ? 'review.nothing' : 'review.none')}
            hint={t(total === 0 ? 'review.nothingHint' : 'review.noneHint')}
          />
        ) : null}
        {items && items.length > 0 ? <ContributionsTable conferenceId={id} items={items} /> : null}
      </Panel>
      <More
        hasNextPage={list.hasNextPage}
        isFetchingNextPage={list.isFetchingNextPage}
        fetchNextPage={list.fetchNextPage}
      />
    </Page>
  )
}
