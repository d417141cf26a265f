// One of a few ways to see a list, each with how many there are; the chosen one is told by its frame and to listeners.
import { count } from '#web/lib/format.ts'
import classes from './Pills.module.css'

type Pill = { value: string; word: string; many: number }
type Props = { label: string; pills: readonly Pill[]; chosen: string; onChoose: (value: string) => void }

export const Pills = ({ label, pills, chosen, onChoose }: Props) => (
  <fieldset className={`${classes.pills} no-print`}>
    <legend className="visually-hidden">{label}</legend>
    {pills.map(({ value, word, many }) => (
      <button
        key={value}
        type="button"
        className={classes.pill}
        aria-pressed={value === chosen}
        onClick={() => onChoose(value)}
      >
        {word} ({count(many)})
      </button>
    ))}
  </fieldset>
)
