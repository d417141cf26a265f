// What was said in reviews, oldest first, each with who said it and of which version; the desk adds remarks.
import { useTranslation } from 'react-i18next'
import type { ReviewNote } from '#functions/contributions/schema.ts'
import { moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Contribution.module.css'
import { RemarkForm } from './RemarkForm.tsx'
import '#web/conferences/secretariat/add-words.ts'

type Props = {
  param: { id: string; ctb: string }
  notes: readonly ReviewNote[]
  /** Whether one may add a remark. */
  remarks: boolean
}

export const ReviewNotes = ({ param, notes, remarks }: Props) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  if (notes.length === 0 && !remarks) return null
  return (
    <Panel title={house('contribution.notes')}>
      {notes.map(({ id, note, number, at, by, toAuthor }) => (
        <div key={id} className={classes.note}>
          <p>{note}</p>
          <p className={classes.quiet}>
            {house('contribution.notesFrom', { name: by.name, at: moment(at), number })}
            {toAuthor ? '' : ` · ${t('review.toDesk')}`}
          </p>
        </div>
      ))}
      {remarks ? <RemarkForm param={param} /> : null}
    </Panel>
  )
}
