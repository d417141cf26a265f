// The versions of these minutes: what was sealed, what took its place, and the way to each record.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MinutesVersion } from '#functions/minutes/workflow.schema.ts'
import { moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import './add-words.ts'
import classes from './Side.module.css'
import { historyOf } from './work-queries.ts'

/** Shows nothing while there is but one. */
export const Versions = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('minutes')
  const { data } = useQuery(historyOf(conferenceId))
  if (!data || data.items.length < 2) return null
  return (
    <Panel title={t('history.title')}>
      <ol className={classes.events}>
        {data.items.map((version) => (
          <One key={version.id} version={version} />
        ))}
      </ol>
    </Panel>
  )
}

const One = ({ version: { kind, number, seal, supersededBy, supersedes } }: { version: MinutesVersion }) => {
  const { t } = useTranslation('minutes')
  const { t: house } = useTranslation()
  return (
    <li>
      <b>{number ? t(`history.${kind}`, { number }) : t('history.draft')}</b>
      {supersedes ? <span>{t('addendum.because', { reason: supersedes.reason })}</span> : null}
      {seal ? <span>{t('history.sealed', { at: moment(seal.at) })}</span> : null}
      {supersededBy ? <span>{t('history.supersededBy', { number: supersededBy.number })}</span> : null}
      {seal ? (
        <Link to="/archive/$record" params={{ record: seal.recordId }}>
          {house('minutes.openRecord')}
        </Link>
      ) : null}
    </li>
  )
}
