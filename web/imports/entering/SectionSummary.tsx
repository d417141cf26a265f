// A section that is not being edited, in words.
import { useTranslation } from 'react-i18next'
import { useUnitName } from '#web/lib/useUnitName.ts'
import { linesIn } from '#web/outcomes/outcome-fields.ts'
import classes from './Entering.module.css'
import { EntryWords } from './EntryWords.tsx'
import { useDesk } from './entering-context.ts'
import { isList, type Section } from './form.ts'
import { useHeldWords } from './useHeldWords.ts'

const shown = 3

export const SectionSummary = ({ section }: { section: Section }) => {
  const { t } = useTranslation('entering')
  const { form } = useDesk().entering
  const words = useHeldWords()
  if (section === 'held') return <p>{words}</p>
  if (!isList(section)) return <ConferenceWords />
  const rows = form.lists[section]
  return (
    <ol className={classes.summary}>
      {rows.slice(0, shown).map((row) => (
        <li key={row.key}>
          <EntryWords list={section} row={row} />
        </li>
      ))}
      {rows.length > shown ? (
        <li className={classes.quiet}>{t('more', { count: rows.length - shown })}</li>
      ) : null}
    </ol>
  )
}

const ConferenceWords = () => {
  const { t } = useTranslation('entering')
  const { t: imports } = useTranslation('imports')
  const { entering, on } = useDesk()
  const { title, hostUnitId, venue } = entering.form.facts
  const host = useUnitName(hostUnitId || undefined, `${on}T05:00:00.000Z`)
  return (
    <>
      <p>{linesIn(title).join('; ') || imports('untitled')}</p>
      <p className={classes.quiet}>{[hostUnitId ? host : t('noHost'), venue].filter(Boolean).join(' · ')}</p>
    </>
  )
}
