// Why the chair sent the minutes back: above the sheet, whatever is looked at beside it.
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import notes from '#web/ui/Note.module.css'

export const RefusalNote = ({ minutes: { refusal, state } }: { minutes: MinutesView }) => {
  const { t } = useTranslation()
  if (!refusal || state !== 'draft') return null
  return (
    <div className={`${notes.note} no-print`} data-tone="problem" role="status">
      <p className={notes.what}>{t('minutes.refused', { note: refusal })}</p>
    </div>
  )
}
