// Calls a conference off for good: asks for its name, for nothing brings it back.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useKept } from '#web/lib/useKept.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { errorAt, useFocusFirst } from './field-errors.ts'
import { ReasonField } from './ReasonField.tsx'
import classes from './scheduling.module.css'
import { isNamed, nameToType } from './steps.ts'
import { useStep } from './useStep.ts'

export const CancelForm = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const { id, title, state } = conference
  const { kept, keep, forget } = useKept<{ reason: string }>(`cancel.${id}`)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const act = useStep(id)
  const form = useFocusFirst(act.error)
  const { reason = '' } = kept
  const send = () => {
    const named = isNamed(typed, title)
    setWrong(!named)
    if (named) act.mutate({ step: 'cancel', json: { reason } }, { onSuccess: forget })
    else form.current?.querySelector<HTMLInputElement>('input[name="named"]')?.focus()
  }
  return (
    <form
      ref={form}
      aria-label={t('steps.cancel')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <p className={classes.quiet}>
        {state === 'draft' ? t('steps.cancelDraftHint') : t('steps.cancelHint')}
      </p>
      <ReasonField
        value={reason}
        error={errorAt(act.error, '/reason')}
        onChange={(next) => keep({ reason: next })}
      />
      <TextInput
        name="named"
        label={t('steps.cancelName', { name: nameToType(title) })}
        description={t('steps.cancelNameHint')}
        required
        autoComplete="off"
        value={typed}
        error={wrong ? t('steps.cancelWrong') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {t('steps.doCancel')}
        </Button>
      </div>
    </form>
  )
}
