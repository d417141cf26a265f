// An act that is recorded with its reason: a button, then one field, then the act.
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from './form.module.css'
import { ProblemNote } from './ProblemNote.tsx'

type Props = {
  /** The act, on the button that opens the field and on the one that performs it. */
  act: string
  /** What the reason is asked for. */
  reason: string
  /** What becomes of it, where that is not plain. */
  hint?: string
  most?: number
  /** In a row of a table. */
  small?: boolean
  busy: boolean
  error: unknown
  onAct: (reason: string, done: { onSuccess: () => void }) => void
}

export const ReasonAct = ({ act, reason, hint, most = 500, small = false, busy, error, onAct }: Props) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState('')
  if (!open)
    return (
      <Button variant="default" {...(small ? { size: 'compact-sm' } : {})} onClick={() => setOpen(true)}>
        {act}
      </Button>
    )
  const close = () => {
    setTold('')
    setOpen(false)
  }
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        onAct(told.trim(), { onSuccess: close })
      }}
    >
      {error ? <ProblemNote error={error} kept /> : null}
      <Textarea
        label={reason}
        description={hint}
        required
        autoFocus
        rows={2}
        maxLength={most}
        value={told}
        onChange={(event) => setTold(event.currentTarget.value)}
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy} disabled={told.trim() === ''}>
          {act}
        </Button>
        <Button variant="subtle" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
