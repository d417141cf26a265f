// The desk notes an opinion that was said in the session: whose it is, who said it, what was said.
import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentOf } from '#functions/conferences/agenda.rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { civilDay } from '#functions/shared/time.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { UnitField } from '#web/directory/UnitField.tsx'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

export const draftOfOpinion = (conferenceId: string): string => `opinion.${conferenceId}`

type Opinion = { unitId: string; author: { position: string }; text: string; agendaItem?: string }
type Props = { conference: Conference; onDone: () => void }

export const OpinionForm = ({ conference, onDone }: Props) => {
  const { t } = useTranslation('secretariat')
  const { t: house } = useTranslation()
  const draft = useDraft(draftOfOpinion(conference.id))
  const act = useAct(
    (opinion: Opinion, key) =>
      api.conferences[':id'].contributions.$post(
        { param: { id: conference.id }, json: { kind: 'opinion', ...opinion } },
        intent(key),
      ),
    [conferenceKey(conference.id)],
  )
  const done = () => {
    draft.forget()
    onDone()
  }
  const send = () => {
    const item = currentOf(conference.agenda)?.id
    const unitId = draft.value('unit')
    const author = { position: draft.value('by') }
    const opinion = { unitId, author, text: draft.value('text'), ...(item ? { agendaItem: item } : {}) }
    act.mutate(opinion, { onSuccess: done })
  }
  return (
    <Panel title={t('review.opinion')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        <UnitField
          label={t('review.opinionUnit')}
          required
          value={draft.value('unit')}
          onChange={(unit) => draft.fill({ unit })}
          on={civilDay(conference.startsAt)}
          error={act.error?.at('/unitId')}
        />
        <TextInput
          {...draft.field('by')}
          label={t('review.opinionBy')}
          required
          maxLength={300}
          error={act.error?.at('/author/position')}
        />
        <Textarea
          {...draft.field('text')}
          label={t('review.opinionText')}
          description={house('contribution.textHint')}
          required
          autosize
          minRows={3}
          maxLength={5000}
          error={act.error?.at('/text')}
        />
        <div className={form.acts}>
          <Button type="submit" disabled={draft.value('unit') === ''} loading={act.isPending}>
            {t('review.opinionSave')}
          </Button>
          <Button variant="subtle" onClick={done}>
            {house('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
