// What was recorded too late for these minutes, and the addendum that tells of it: opened, or given up again.
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { count, moment } from '#web/lib/format.ts'
import { patiently } from '#web/lib/patiently.ts'
import { useAct } from '#web/lib/useAct.ts'
import notes from '#web/ui/Note.module.css'
import { ReasonAct } from '#web/ui/ReasonAct.tsx'
import './add-words.ts'
import classes from './Side.module.css'

type Props = { conferenceId: string; minutes: MinutesView; mayDraft: boolean }

export const LateNote = ({ conferenceId, minutes, mayDraft }: Props) => {
  const { t } = useTranslation('minutes')
  const { late, state } = minutes
  const sealed = state === 'sealed'
  if (!late && !(sealed && mayDraft)) return null
  return (
    <div className={`${notes.note} no-print`} data-tone={late ? 'problem' : undefined} role="status">
      {late ? (
        <>
          <p className={notes.what}>
            {t('late.title', { count: late.count, shown: count(late.count), at: moment(late.since) })}
          </p>
          <p>{t('late.hint')}</p>
          {sealed ? null : <p>{t('late.wait')}</p>}
        </>
      ) : (
        <p>{t('late.none')}</p>
      )}
      {sealed && mayDraft ? (
        <div className={classes.again}>
          <OpenAddendum conferenceId={conferenceId} />
        </div>
      ) : null}
    </div>
  )
}

const OpenAddendum = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation('minutes')
  const act = useAct(
    async (reason: string, key): Promise<unknown> =>
      patiently('history-settling', () =>
        api.conferences[':id'].minutes.addenda.$post(
          { param: { id: conferenceId }, json: { reason } },
          intent(key),
        ),
      ),
    [conferenceKey(conferenceId)],
  )
  return (
    <ReasonAct
      act={t('addendum.open')}
      reason={t('addendum.reason')}
      hint={t('addendum.reasonHint')}
      most={1000}
      busy={act.isPending}
      error={act.error}
      onAct={act.mutate}
    />
  )
}
