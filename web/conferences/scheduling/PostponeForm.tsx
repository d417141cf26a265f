// Puts a conference off, to another time or to none yet.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useKept } from '#web/lib/useKept.ts'
import { instantOf, nowhen, onDayOf, type When } from '#web/lib/when.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { WhenField } from '#web/ui/when/WhenField.tsx'
import { errorAt, useFocusFirst } from './field-errors.ts'
import { JobProgress } from './JobProgress.tsx'
import { ReasonField } from './ReasonField.tsx'
import classes from './scheduling.module.css'
import { useStep } from './useStep.ts'

type Kept = { dated: boolean; starts: When; ends: When; reason: string }

export const PostponeForm = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const { id, state } = conference
  const { kept, keep, forget } = useKept<Kept>(`postpone.${id}`)
  const act = useStep(id)
  const form = useFocusFirst(act.error)
  const change = (part: Partial<Kept>) => keep({ ...kept, ...part })
  const { starts = nowhen, ends = nowhen, reason = '' } = kept
  const waits = state === 'postponed'
  const dated = waits || (kept.dated ?? true)
  const send = () => {
    const [startsAt, endsAt] = [instantOf(starts), instantOf(onDayOf(ends, starts))]
    const date = dated && startsAt ? { startsAt, ...(endsAt ? { endsAt } : {}) } : {}
    act.mutate({ step: 'postpone', json: { reason, ...date } }, { onSuccess: forget })
  }
  return (
    <form
      ref={form}
      aria-label={t('steps.postpone')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      {act.data ? <JobProgress job={act.data} what={t('job.moving')} conference={id} /> : null}
      <p className={classes.quiet}>{t('steps.postponeHint')}</p>
      {waits ? null : (
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{t('steps.postponeTo')}</legend>
          {([true, false] as const).map((one) => (
            <label key={String(one)} className={classes.check}>
              <input
                type="radio"
                name="dated"
                checked={dated === one}
                onChange={() => change({ dated: one })}
              />
              {one ? t('steps.newDate') : t('steps.noDate')}
            </label>
          ))}
        </fieldset>
      )}
      {dated ? (
        <>
          <WhenField
            label={t('field.starts')}
            name="/startsAt"
            required
            value={starts}
            error={errorAt(act.error, '/startsAt')}
            onChange={(next) => change({ starts: next })}
          />
          <WhenField
            label={t('field.ends')}
            hint={t('steps.endHint')}
            name="/endsAt"
            value={ends}
            dayOtherwise={starts.day}
            error={errorAt(act.error, '/endsAt')}
            onChange={(next) => change({ ends: next })}
          />
        </>
      ) : null}
      <ReasonField
        value={reason}
        error={errorAt(act.error, '/reason')}
        onChange={(next) => change({ reason: next })}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {dated ? t('steps.doMove') : t('steps.doPostpone')}
        </Button>
      </div>
    </form>
  )
}
