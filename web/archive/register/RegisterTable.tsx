// Numbers in their order, each with what it was given to and when.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '#functions/minutes/workflow.schema.ts'
import { moment } from '#web/lib/format.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import table from '#web/ui/table.module.css'
import './add-words.ts'
import classes from './Register.module.css'

export const RegisterTable = ({ entries }: { entries: readonly RegisterEntry[] }) => {
  const { t } = useTranslation('register')
  return (
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{t('column.number')}</th>
          <th scope="col">{t('column.title')}</th>
          <th scope="col" className={classes.taken}>
            {t('column.taken')}
          </th>
        </tr>
      </thead>
      <tbody data-rows>
        {entries.map((entry) => (
          <EntryRow key={entry.number} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

const EntryRow = ({ entry }: { entry: RegisterEntry }) => {
  const { number, text, takenAt } = entry
  const taken = takenAt ? moment(takenAt) : '–'
  return (
    <tr>
      <td className={`${table.nowrap} ${table.long}`}>
        <b>{text ?? String(number).padStart(2, '0')}</b>
      </td>
      <td className={`${table.long} ${classes.words}`}>
        <Given entry={entry} />
        <p className={classes.below}>{taken}</p>
      </td>
      <td className={`${table.nowrap} ${classes.taken}`}>{taken}</td>
    </tr>
  )
}

/** Whoever reads the register alone has no minutes to open. */
const Given = ({ entry: { conferenceId, title, supersedes } }: { entry: RegisterEntry }) => {
  const { t } = useTranslation('register')
  const opens = useHolds('archivist', 'secretariat')
  if (!conferenceId) return <span className={table.quiet}>{t('unknown')}</span>
  const words = title?.join('; ') || t('untitled')
  return (
    <>
      {opens ? (
        <Link to="/conferences/$id/minutes" params={{ id: conferenceId }} className={table.link}>
          {words}
        </Link>
      ) : (
        words
      )}
      {supersedes ? <p className={table.quiet}>{t('addendum', { number: supersedes })}</p> : null}
    </>
  )
}
