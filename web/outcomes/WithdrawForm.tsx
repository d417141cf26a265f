// Takes a mistaken entry back, with the reason that stays beside it.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDraft } from '#web/lib/useDraft.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Outcomes.module.css'
import type { ShownOutcome } from './outcome-queries.ts'
import { useWithdrawOutcome } from './useOutcomeActs.ts'

type Props = { conferenceId: string; item: ShownOutcome; onDone: () => void }

export const WithdrawForm = ({ conferenceId, item: { id, kind }, onDone }: Props) => {
  const { t } = useTranslation('outcomes')
  const draft = useDraft(`withdraw.${id}`)
  const act = useWithdrawOutcome(conferenceId)
  const done = () => {
    draft.forget()
    onDone()
  }
  return (
    <form
      className={classes.withdraw}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ kind, item: id, reason: draft.value('reason') }, { onSuccess: done })
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <TextInput
        {...draft.field('reason')}
        label={t('withdrawReason')}
        description={t('withdrawHint')}
        required
        maxLength={500}
        data-autofocus
        error={act.error?.at('/reason')}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {t('withdrawNow')}
        </Button>
      </div>
    </form>
  )
}
