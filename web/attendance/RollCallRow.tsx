// One delegate of the roll call: four large choices, and what two of them need to know.
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import type { ApiProblem } from '#web/lib/problem.ts'
import classes from './RollCall.module.css'
import type { Choice, Draft, Item } from './useRollDraft.ts'

const choices: readonly Choice[] = ['present', 'online', 'absent', 'substituted']

type Props = {
  item: Item
  draft: Draft
  locked: boolean
  problem: ApiProblem | null
  /** The place among the marks sent, which problems point at. */
  index: number
  onChange: (change: Partial<Draft>) => void
}

/** What the mark was before it was corrected: when, and by whom. */
const Corrected = ({ item: { mark, before = [] } }: { item: Item }) => {
  const { t } = useTranslation()
  const [earlier] = before
  if (!mark || !earlier || earlier.state === mark.state) return null
  const was = t(`roll.choice.${earlier.state}`)
  return (
    <span className={classes.corrected}>
      {t('roll.corrected', { was, at: hourMinute(earlier.at), by: earlier.by ?? '' })}
    </span>
  )
}

export const RollCallRow = ({ item, draft, locked, problem, index, onChange }: Props) => {
  const { t } = useTranslation()
  const { state } = draft
  return (
    <li className={classes.row}>
      <fieldset className={classes.mark} disabled={locked}>
        <legend className={classes.name}>
          {item.display}
          <Corrected item={item} />
        </legend>
        <div className={classes.choices}>
          {choices.map((choice) => (
            <label key={choice} className={classes.choice} data-choice={choice}>
              <input
                type="radio"
                name={`mark-${item.id}`}
                checked={state === choice}
                onChange={() => onChange({ state: choice })}
              />
              <span>{t(`roll.choice.${choice}`)}</span>
            </label>
          ))}
          {state ? null : <span className={classes.unmarked}>{t('roll.choice.unmarked')}</span>}
        </div>
        {state === 'absent' ? (
          <TextInput
            label={t('roll.reason')}
            value={draft.reason}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
            required
            maxLength={500}
            error={problem?.at(`/marks/${index}/reason`)}
          />
        ) : null}
        {state === 'substituted' ? (
          <TextInput
            label={t('roll.substitute')}
            description={t('floor.positionHint')}
            value={draft.substitute}
            onChange={(event) => onChange({ substitute: event.currentTarget.value })}
            required
            maxLength={300}
            error={problem?.at(`/marks/${index}/substitute/position`)}
          />
        ) : null}
      </fieldset>
    </li>
  )
}
