// Says how far a directive is; what was said before stays.
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressState } from '#functions/outcomes/progress.schema.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useReportProgress } from './directive-queries.ts'
import classes from './Outcomes.module.css'

type Props = {
  directive: { id: string; conferenceId: string; text: string }
  /** The owner that speaks; nobody for the whole. */
  unitId?: string | undefined
}

export const ProgressAct = (props: Props) => {
  const { t } = useTranslation('outcomes')
  const [open, setOpen] = useState(false)
  return (
    <div className={`${classes.progress} no-print`}>
      <div className={classes.acts}>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={open}
          aria-label={t('progress.reportOf', { text: props.directive.text })}
          onClick={() => setOpen(!open)}
        >
          {t('progress.report')}
        </Button>
      </div>
      {open ? <ProgressForm {...props} onDone={() => setOpen(false)} /> : null}
    </div>
  )
}

const ProgressForm = ({ directive, unitId, onDone }: Props & { onDone: () => void }) => {
  const { t } = useTranslation('outcomes')
  const draft = useDraft(`progress.${directive.id}`, { state: 'in-progress' })
  const act = useReportProgress(directive.conferenceId, directive.id)
  const send = () => {
    const note = draft.value('note')
    const state = ProgressState.catch('in-progress').parse(draft.value('state'))
    const done = () => {
      draft.forget()
      onDone()
    }
    act.mutate({ state, ...(note ? { note } : {}), ...(unitId ? { unitId } : {}) }, { onSuccess: done })
  }
  return (
    <form
      className={classes.withdraw}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <NativeSelect
        {...draft.field('state')}
        label={t('progress.how')}
        data={ProgressState.options.map((value) => ({ value, label: t(`progress.state.${value}`) }))}
      />
      <Textarea
        {...draft.field('note')}
        label={t('progress.note')}
        description={t('progress.noteHint')}
        maxLength={1000}
        autosize
        minRows={2}
        error={act.error?.at('/note')}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {t('progress.send')}
        </Button>
      </div>
    </form>
  )
}
