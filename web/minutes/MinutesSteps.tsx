// How far the minutes have come, what was fixed at each step, and the chair's way to send them back.
import { Button, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { count, moment } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Minutes.module.css'
import './add-words.ts'
import { NextSigner } from './NextSigner.tsx'
import { type Step, stepDue, steps } from './next-step.ts'
import side from './Side.module.css'
import type { MinutesAct } from './useMinutesAct.ts'

type Props = {
  conference: { id: string; hostUnitId: string }
  minutes: MinutesView
  busy: boolean
  onAct: (act: MinutesAct) => void
}

export const MinutesSteps = ({ conference, minutes, busy, onAct }: Props) => {
  const { t } = useTranslation()
  const { t: work } = useTranslation('minutes')
  const due = stepDue(minutes)
  const done = due === 'sealed' ? steps.length : steps.indexOf(due)
  const may = useMay(conference)
  const mayRefuse = may('minutes:refuse')
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
      {minutes.signsNext ? <NextSigner due={minutes.signsNext} /> : null}
      {may('minutes:draft') && minutes.state === 'draft' ? (
        <div className={side.again}>
          <p className={side.told}>{work('next.redraftHint')}</p>
          <Button variant="default" loading={busy} onClick={() => onAct({ act: 'draft' })}>
            {work('next.redraft')}
          </Button>
        </div>
      ) : null}
      {mayRefuse && minutes.state === 'submitted' ? (
        <RefuseForm name={`refuse.${minutes.digest}`} busy={busy} onAct={onAct} />
      ) : null}
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

type RefuseProps = { name: string; busy: boolean; onAct: (act: MinutesAct) => void }

const RefuseForm = ({ name, busy, onAct }: RefuseProps) => {
  const { t } = useTranslation()
  const draft = useDraft(name)
  return (
    <form
      className={classes.refuse}
      onSubmit={(event) => {
        event.preventDefault()
        onAct({ act: 'refuse', note: draft.value('note') })
      }}
    >
      <Textarea {...draft.field('note')} label={t('minutes.refuseNote')} required maxLength={2000} rows={3} />
      <Button type="submit" variant="default" loading={busy}>
        {t('minutes.refuse')}
      </Button>
    </form>
  )
}
