// The audit log of a conference, oldest first: who did what, when it counts, when it was received.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { api } from '#web/lib/api.ts'
import { called } from '#web/lib/called.ts'
import { wallClock } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { More } from '#web/ui/More.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import table from '#web/ui/table.module.css'
import { Waiting } from '#web/ui/Waiting.tsx'
import { conferenceKey } from './conference-queries.ts'
import { useConference } from './useConference.ts'
import { useEventWord } from './useEventWord.ts'

const useEvents = (id: string) =>
  useInfiniteQuery({
    queryKey: [...conferenceKey(id), 'events'],
    queryFn: async ({ pageParam }) =>
      (
        await api.conferences[':id'].events.$get({
          param: { id },
          query: { limit: '200', ...(pageParam ? { cursor: pageParam } : {}) },
        })
      ).json(),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
    refetchInterval: 10_000,
  })

export const EventsPage = () => {
  const { t } = useTranslation()
  const conference = useConference()
  const pointName = usePointNames(conference.id)
  const word = useEventWord()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvents(conference.id)
  const events = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('section.events')} aside={t('event.note')} flush>
        {data || error ? null : <Waiting what={t('section.events')} />}
        {data && events.length === 0 ? <Empty title={t('event.none')} hint={t('event.noneHint')} /> : null}
        {events.length > 0 ? (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('event.column.at')}</th>
                <th scope="col">{t('event.column.what')}</th>
                <th scope="col">{t('event.column.point')}</th>
                <th scope="col">{t('event.column.by')}</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <tr key={event.id}>
                  <td>{wallClock(event.effectiveAt)}</td>
                  <td>{word(event.name)}</td>
                  <td>{event.point ? pointName(event.point) : ''}</td>
                  <td className={table.quiet}>{called(event.by.name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Panel>
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </Page>
  )
}
