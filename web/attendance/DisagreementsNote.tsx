// In the minutes: how much is still to be settled before they can be submitted, and the way there.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import notes from '#web/ui/Note.module.css'
import { disagreementsOf } from './attendance-queries.ts'
import '#web/conferences/secretariat/add-words.ts'

/** Shows nothing while all figures agree. */
export const DisagreementsNote = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('secretariat')
  const { data } = useQuery(disagreementsOf(conferenceId))
  if (!data || data.unsettled === 0) return null
  return (
    <div className={`${notes.note} no-print`} data-tone="problem">
      <p className={notes.what}>{t('disagreement.inMinutes', { count: data.unsettled })}</p>
      <Link to="/conferences/$id/disagreements" params={{ id: conferenceId }}>
        {t('disagreement.fromMinutes')}
      </Link>
    </div>
  )
}
