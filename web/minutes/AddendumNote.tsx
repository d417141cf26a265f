// Says that this is an addendum, to what and why; until it is submitted it can be given up.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './add-words.ts'

type Props = { conferenceId: string; minutes: MinutesView; mayDraft: boolean }

export const AddendumNote = ({ conferenceId, minutes, mayDraft }: Props) => {
  const { t } = useTranslation('minutes')
  const act = useAct(
    async (_: undefined, key): Promise<unknown> =>
      api.conferences[':id'].minutes.addenda.withdraw.$post({ param: { id: conferenceId } }, intent(key)),
    [conferenceKey(conferenceId)],
  )
  const { supersedes, state, number } = minutes
  if (!supersedes) return null
  return (
    <div className={`${notes.note} no-print`} data-tone="gold">
      <p className={notes.what}>{t('addendum.is', { number: supersedes.number })}</p>
      <p>{t('addendum.because', { reason: supersedes.reason })}</p>
      {act.error ? <ProblemNote error={act.error} /> : null}
      {mayDraft && state === 'draft' && !number ? (
        <>
          <p className={notes.small}>{t('addendum.withdrawHint')}</p>
          <Button
            size="compact-sm"
            variant="default"
            mt={8}
            loading={act.isPending}
            onClick={() => act.mutate(undefined)}
          >
            {t('addendum.withdraw')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
