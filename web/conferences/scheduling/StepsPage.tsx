// What else may become of a conference: put off, called off, reopened, presided by another; copied, kept as a template.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { moment } from '#web/lib/format.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Page } from '#web/ui/Page.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { useConference } from '../useConference.ts'
import { CancelForm } from './CancelForm.tsx'
import { CopyPanel } from './CopyPanel.tsx'
import { PostponeForm } from './PostponeForm.tsx'
import { ReopenForm } from './ReopenForm.tsx'
import classes from './scheduling.module.css'
import { type Step, stepsOpen } from './steps.ts'
import { TakeChair } from './TakeChair.tsx'
import './add-words.ts'

const forms: Record<Step, (props: { conference: Conference }) => React.ReactNode> = {
  postpone: PostponeForm,
  cancel: CancelForm,
  reopen: ReopenForm,
  'take-chair': TakeChair,
}

export const StepsPage = () => {
  const { t } = useTranslation('scheduling')
  const conference = useConference()
  const may = useMay(conference)
  const open = stepsOpen(conference.state).filter((step) => may(`conference:${step}`))
  return (
    <Page>
      <div className={classes.columns}>
        <div className={classes.stack}>
          {open.map((step) => {
            const Form = forms[step]
            return (
              <Panel key={step} title={t(`steps.${step}`)}>
                <Form conference={conference} />
              </Panel>
            )
          })}
          {open.length === 0 ? (
            <Panel title={t('steps.title')}>
              <p className={classes.quiet}>{t('steps.none')}</p>
            </Panel>
          ) : null}
        </div>
        <div className={classes.stack}>
          <Happened conference={conference} />
          <CopyPanel conference={conference} />
        </div>
      </div>
    </Page>
  )
}

/** What was put off, called off or undone before: it shows for ever. */
const Happened = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const { postponements = [], reopenings = [], cancellation } = conference
  const lines = [
    ...postponements.map(({ at, from, to, reason }) => ({
      at,
      text: to
        ? t('happened.moved', { from: moment(from), to: moment(to), reason })
        : t('happened.postponed', { from: moment(from), reason }),
    })),
    ...reopenings.map(({ at, reason }) => ({ at, text: t('happened.reopened', { reason }) })),
    ...(cancellation
      ? [{ at: cancellation.at, text: t('happened.cancelled', { reason: cancellation.reason }) }]
      : []),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (lines.length === 0) return null
  return (
    <Panel title={t('happened.title')}>
      <ol className={classes.changes}>
        {lines.map(({ at, text }) => (
          <li key={at + text}>
            <b>{moment(at)}</b> {text}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
