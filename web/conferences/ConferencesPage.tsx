// My conferences: the ones to come and under way large, the finished ones as a list.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Empty } from '#web/ui/Empty.tsx'
import { Page, PageHead } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ConferenceRow } from './ConferenceRow.tsx'
import classes from './ConferencesPage.module.css'
import { myConferences } from './conference-queries.ts'

export const ConferencesPage = () => {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(myConferences)
  const isOver = ({ state }: { state: string }) => state === 'closed' || state === 'cancelled'
  const current = data?.items.filter((item) => !isOver(item)) ?? []
  const past = data?.items.filter(isOver) ?? []
  return (
    <Page>
      <PageHead title={t('conferences.title')} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting what={t('places.conferences')} />}
      {data && data.items.length === 0 ? (
        <Empty title={t('conferences.none')} hint={t('conferences.noneHint')} />
      ) : null}
      {[
        { title: t('conferences.now'), items: current.toReversed() },
        { title: t('conferences.past'), items: past },
      ].map(({ title, items }) =>
        items.length > 0 ? (
          <Panel key={title} title={title} flush>
            <ul className={classes.list} data-rows>
              {items.map((conference) => (
                <ConferenceRow key={conference.id} conference={conference} />
              ))}
            </ul>
          </Panel>
        ) : null,
      )}
    </Page>
  )
}
