// The minutes page by page, exactly as they print; set anew after each edit while the pages of before stay in sight.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './add-words.ts'
import { type Printed, printedOf } from './printed-query.ts'
import classes from './Side.module.css'

type Props = { conferenceId: string; version: number }

/** Pictures of this page's own making, given back when they are shown no more. */
const usePictures = (printed: Printed | undefined): string[] => {
  const [urls, setUrls] = useState<string[]>([])
  useEffect(() => {
    const made = (printed?.pages ?? []).map((page) =>
      URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' })),
    )
    setUrls(made)
    return () => {
      for (const url of made) URL.revokeObjectURL(url)
    }
  }, [printed])
  return urls
}

export const PrintedPages = ({ conferenceId, version }: Props) => {
  const { t } = useTranslation('minutes')
  const { data, error, refetch, isPlaceholderData, isFetching } = useQuery(printedOf(conferenceId, version))
  const pictures = usePictures(data)
  return (
    <div className={classes.stack}>
      {error && !isFetching ? (
        <>
          <div className={notes.note}>
            <p className={notes.what}>{t('print.failed')}</p>
            <p>{t('print.failedHint')}</p>
          </div>
          <ProblemNote error={error} onRetry={() => void refetch()} />
        </>
      ) : null}
      {data || error ? null : <Waiting what={t('print.making')} rows={14} />}
      {data ? (
        <p className={classes.told} role="status">
          {isPlaceholderData ? t('print.again') : <Many printed={data} />}
        </p>
      ) : null}
      <ol className={classes.pages} data-older={isPlaceholderData || undefined}>
        {pictures.map((url, at) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer" aria-label={t('print.zoom', { page: at + 1 })}>
              <img src={url} alt={t('print.page', { page: at + 1 })} />
            </a>
          </li>
        ))}
      </ol>
    </div>
  )
}

const Many = ({ printed: { pages, pageCount = pages.length } }: { printed: Printed }) => {
  const { t } = useTranslation('minutes')
  return pageCount > pages.length
    ? t('print.first', { shown: pages.length, count: pageCount })
    : t('print.pages', { count: pageCount })
}
