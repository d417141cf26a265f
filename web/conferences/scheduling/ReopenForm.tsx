// Undoes a mistaken start or close, with the reason, which shows for ever.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useKept } from '#web/lib/useKept.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { errorAt, useFocusFirst } from './field-errors.ts'
import { ReasonField } from './ReasonField.tsx'
import classes from './scheduling.module.css'
import { useStep } from './useStep.ts'

export const ReopenForm = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const { id, state } = conference
  const { kept, keep, forget } = useKept<{ reason: string }>(`reopen.${id}`)
  const act = useStep(id)
  const form = useFocusFirst(act.error)
  const { reason = '' } = kept
  return (
    <form
      ref={form}
      aria-label={t('steps.reopen')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ step: 'reopen', json: { reason } }, { onSuccess: forget })
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <p className={classes.quiet}>
        {state === 'closed' ? t('steps.reopenClosedHint') : t('steps.reopenStartedHint')}
      </p>
      <ReasonField
        value={reason}
        error={errorAt(act.error, '/reason')}
        onChange={(next) => keep({ reason: next })}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {state === 'closed' ? t('steps.doReopenClosed') : t('steps.doReopenStarted')}
        </Button>
      </div>
    </form>
  )
}
