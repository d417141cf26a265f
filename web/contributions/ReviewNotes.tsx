// What was said in reviews, oldest first, each with who said it and of which version.
import { useTranslation } from 'react-i18next'
import { moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Contribution.module.css'

type Note = { id: string; note: string; number: number; at: string; by: { name: string } }

export const ReviewNotes = ({ notes }: { notes: readonly Note[] }) => {
  const { t } = useTranslation()
  return (
    <Panel title={t('contribution.notes')}>
      {notes.map(({ id, note, number, at, by }) => (
        <div key={id} className={classes.note}>
          <p>{note}</p>
          <p className={classes.author}>
            {t('contribution.notesFrom', { name: by.name, at: moment(at), number })}
          </p>
        </div>
      ))}
    </Panel>
  )
}
