// Settles a disagreement: one side is chosen, with the reason that the minutes print; what is typed is kept.
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShownDisagreement } from '#functions/attendance/disagreements.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Disagreements.module.css'
import { SayingCard } from './SayingCard.tsx'
import type { Saying } from './sayings.ts'

type Props = {
  conferenceId: string
  disagreement: ShownDisagreement
  sayings: readonly Saying[]
  onDone: () => void
}

export const SettleForm = ({ conferenceId, disagreement, sayings, onDone }: Props) => {
  const { t } = useTranslation('secretariat')
  const { id, kind } = disagreement
  const draft = useDraft(`settle.${conferenceId}.${id}`)
  const act = useAct(
    (json: { chosen: string; reason: string }, key) =>
      api.conferences[':id'].disagreements[':disagreement'].settle.$post(
        { param: { id: conferenceId, disagreement: id }, json },
        intent(key),
      ),
    [conferenceKey(conferenceId)],
  )
  const send = () =>
    act.mutate(
      { chosen: draft.value('chosen'), reason: draft.value('reason') },
      {
        onSuccess: () => {
          draft.forget()
          onDone()
        },
      },
    )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <fieldset className={classes.choices}>
        <legend>{t('disagreement.chosen')}</legend>
        <div className={classes.sayings}>
          {sayings.map((saying) =>
            saying.choice === undefined ? (
              <div key={saying.told.of} className={classes.saying}>
                <SayingCard kind={kind} saying={saying} />
              </div>
            ) : (
              <label key={saying.choice} className={classes.saying} data-choice>
                <input
                  type="radio"
                  name={`chosen ${id}`}
                  required
                  checked={draft.value('chosen') === saying.choice}
                  onChange={() => draft.fill({ chosen: saying.choice ?? '' })}
                />
                <SayingCard kind={kind} saying={saying} asking />
              </label>
            ),
          )}
        </div>
      </fieldset>
      <Textarea
        {...draft.field('reason')}
        label={t('disagreement.reason')}
        description={t('disagreement.reasonHint')}
        required
        autosize
        minRows={1}
        maxLength={1000}
        maw={640}
        error={act.error?.at('/reason')}
      />
      <Button type="submit" variant="default" loading={act.isPending}>
        {t('disagreement.settle')}
      </Button>
    </form>
  )
}
