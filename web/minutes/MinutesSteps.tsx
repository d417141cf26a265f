// How far the minutes have come, what was fixed at each step, and the chair's way to send them back.
import { Button, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { count, moment } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Minutes.module.css'
import { type Step, stepDue, steps } from './next-step.ts'
import type { MinutesAct } from './useMinutesAct.ts'

type Props = {
  conference: { id: string; hostUnitId: string }
  minutes: MinutesView
  onAct: (act: MinutesAct) => void
}

export const MinutesSteps = ({ conference, minutes, onAct }: Props) => {
  const { t } = useTranslation()
  const due = stepDue(minutes)
  const done = due === 'sealed' ? steps.length : steps.indexOf(due)
  const mayRefuse = useMay(conference)('minutes:refuse')
  return (
    <Panel title={t('minutes.steps')}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={classes.step}
            data-done={index < done || undefined}
            data-now={index === done || undefined}
            data-sealed={(step === 'seal' && due === 'sealed') || undefined}
            aria-current={index === done ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {index < done ? <IconCheck size={13} stroke={3} /> : index + 1}
            </span>
            <div>
              {t(`minutes.step.${step}`)}
              <StepFacts step={step} minutes={minutes} />
            </div>
          </li>
        ))}
      </ol>
      {minutes.refusal && minutes.state === 'draft' ? (
        <p>{t('minutes.refused', { note: minutes.refusal })}</p>
      ) : null}
      {mayRefuse && minutes.state === 'submitted' ? <RefuseForm onAct={onAct} /> : null}
    </Panel>
  )
}

const StepFacts = ({ step, minutes }: { step: Step; minutes: MinutesView }) => {
  const { t } = useTranslation()
  const now = useServerNow()
  const { digest, horizon, seal, submittableFrom, state } = minutes
  if (step === 'submit' && state === 'draft' && submittableFrom && now < Date.parse(submittableFrom))
    return <p className={classes.fact}>{t('minutes.submittableFrom', { at: moment(submittableFrom) })}</p>
  if (step === 'submit' && digest && horizon)
    return (
      <>
        <p className={classes.fact}>
          {t('minutes.horizon', { count: horizon.count, shown: count(horizon.count) })}
        </p>
        <p className={classes.hash}>SHA-256 {digest}</p>
      </>
    )
  if (step === 'seal' && seal)
    return (
      <>
        <p className={classes.fact}>{t('minutes.sealedAt', { n: seal.n, at: moment(seal.at) })}</p>
        <Link to="/archive/$record" params={{ record: seal.recordId }}>
          {t('minutes.openRecord')}
        </Link>
      </>
    )
  return null
}

const RefuseForm = ({ onAct }: { onAct: (act: MinutesAct) => void }) => {
  const { t } = useTranslation()
  return (
    <form
      className={classes.refuse}
      onSubmit={(event) => {
        event.preventDefault()
        onAct({ act: 'refuse', note: String(new FormData(event.currentTarget).get('note') ?? '') })
      }}
    >
      <Textarea name="note" label={t('minutes.refuseNote')} required maxLength={2000} rows={3} />
      <Button type="submit" variant="default">
        {t('minutes.refuse')}
      </Button>
    </form>
  )
}
