// Where the facts of a past conference were read.
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { TextSource } from '#functions/minutes/text.schema.ts'
import { Panel } from '#web/ui/Panel.tsx'
import './add-words.ts'
import classes from './Imports.module.css'

type Source = Omit<z.infer<typeof TextSource>, 'id'>

const written = (on: string) => on.split('-').reverse().join('/')

export const Sources = ({ sources }: { sources: readonly Source[] }) => {
  const { t } = useTranslation('imports')
  if (sources.length === 0) return null
  return (
    <Panel title={t('sources')}>
      <ol className={classes.sources}>
        {sources.map(({ title, publisher, publishedOn, url, sha256 }) => (
          <li key={`${title} ${publishedOn}`}>
            {title}
            <p className={classes.quiet}>
              {publisher ?? t('noPublisher')}
              {', '}
              {publishedOn ? t('published', { on: written(publishedOn) }) : t('noPublished')}
            </p>
            {url ? (
              <a href={url} rel="noreferrer noopener" target="_blank">
                {url}
              </a>
            ) : null}
            {sha256 ? <p className={classes.hash}>SHA-256 {sha256}</p> : null}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
