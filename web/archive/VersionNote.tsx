// Which of a conference's sealed records holds: the one an addendum took the place of says so, and so does the addendum.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RecordSheet } from '#functions/archive/sheet.schema.ts'
import notes from '#web/ui/Note.module.css'
import './add-record-words.ts'
import classes from './Record.module.css'

export const VersionNote = ({ sheet: { id, versions, text } }: { sheet: RecordSheet }) => {
  const { t } = useTranslation('record')
  const at = versions.findIndex(({ recordId }) => recordId === id)
  const last = versions.at(-1)
  const before = versions[at - 1]
  const superseded = at >= 0 && last !== undefined && last.recordId !== id
  const { supersedes } = text
  if (!superseded && !supersedes) return null
  const number = supersedes?.number ?? before?.number ?? ''
  return (
    <div className={notes.note} data-tone={superseded ? 'problem' : 'gold'} role="note">
      {superseded ? (
        <>
          <p className={notes.what}>{t('versions.superseded', { number: last.number })}</p>
          <p>{t('versions.supersededHint')}</p>
          <Ways record={id} other={last.recordId} number={last.number} />
        </>
      ) : null}
      {supersedes ? (
        <>
          <p className={notes.what}>{t(superseded ? 'versions.supersedes' : 'versions.holds', { number })}</p>
          <p>{t('versions.reason', { reason: supersedes.reason })}</p>
          <Ways record={id} other={supersedes.recordId} number={number} />
        </>
      ) : null}
    </div>
  )
}

const Ways = ({ record, other, number }: { record: string; other: string; number: string }) => {
  const { t } = useTranslation('record')
  return (
    <p className={`${classes.ways} no-print`}>
      <Link to="/archive/$record" params={{ record: other }}>
        {t('versions.open', { number })}
      </Link>
      <Link to="/archive/$record/compare/$other" params={{ record, other }}>
        {t('versions.compare')}
      </Link>
    </p>
  )
}
