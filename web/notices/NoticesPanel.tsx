// What the desk has said to all points, newest first, for everybody in the conference; those who may, say more.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Posting } from '#functions/notices/schema.ts'
import { moment } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import classes from './Notices.module.css'
import { noticesOf } from './notice-queries.ts'
import '#web/conferences/secretariat/add-words.ts'

type Props = { conference: { id: string; hostUnitId: string; state: string } }

export const NoticesPanel = ({ conference }: Props) => {
  const { t } = useTranslation('secretariat')
  const mayPost = useMay(conference)('notice:post') && conference.state !== 'draft'
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    noticesOf(conference.id),
  )
  const notices = data?.pages.flatMap(({ items }) => items)
  return (
    <Panel title={t('notice.title')} aside={t('notice.toAll')}>
      <div className={classes.stack}>
        {mayPost ? <NoticeForm conferenceId={conference.id} /> : null}
        {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
        {data || error ? null : <Waiting what={t('notice.title')} rows={2} />}
        {notices?.length === 0 ? <p className={classes.none}>{t('notice.none')}</p> : null}
        <ol className={classes.list} aria-live="polite" aria-label={t('notice.title')}>
          {notices?.map((notice) => (
            <Said key={notice.id} notice={notice} />
          ))}
        </ol>
        {hasNextPage ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('notice.older')}
          </Button>
        ) : null}
      </div>
    </Panel>
  )
}

const Said = ({ notice: { text, weight, by, at } }: { notice: Posting }) => {
  const { t } = useTranslation('secretariat')
  return (
    <li className={classes.notice} data-weight={weight}>
      {weight === 'urgent' ? <b className={classes.urgent}>{t('notice.urgent')}</b> : null}
      <p className={classes.text}>{text}</p>
      <p className={classes.by}>{t('notice.by', { at: moment(at), name: by.name })}</p>
    </li>
  )
}
