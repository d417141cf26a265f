// How far a directive is: its state as a word with a mark, whether it is overdue, who said what last and when.
import { useTranslation } from 'react-i18next'
import type { DirectiveTask } from '#functions/outcomes/progress.schema.ts'
import { moment } from '#web/lib/format.ts'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import classes from './Outcomes.module.css'

const tones: Record<DirectiveTask['state'], Tone> = {
  open: 'quiet',
  'in-progress': 'busy',
  done: 'good',
  'not-done': 'warn',
}

type Props = Pick<DirectiveTask, 'state' | 'overdue' | 'progress'>

export const ProgressFacts = ({ state, overdue, progress }: Props) => {
  const { t } = useTranslation('outcomes')
  const last = progress.at(-1)
  return (
    <div className={classes.flags}>
      <StateChip tone={tones[state]}>{t(`progress.state.${state}`)}</StateChip>
      {overdue ? <StateChip tone="warn">{t('progress.overdue')}</StateChip> : null}
      {last ? (
        <span className={classes.quiet}>
          {last.note ? `${last.note} ` : ''}
          {t('progress.by', { name: last.by, at: moment(last.at) })}
        </span>
      ) : null}
    </div>
  )
}
