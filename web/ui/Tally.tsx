// Present against expected: the figures, and a thin bar under them, drawn as their background: long tables hold thousands.
import { count } from '#web/lib/format.ts'
import classes from './Tally.module.css'

/** @property label where nothing else says what is counted, as the head of a column does */
type Props = { present: number; expected: number; label?: string }

export const Tally = ({ present, expected, label }: Props) => {
  const share: Record<'--share', string> = {
    '--share': `${expected === 0 ? 0 : Math.min(100, (present / expected) * 100)}%`,
  }
  return (
    <span className={classes.tally} style={share as React.CSSProperties}>
      {label ? <span className="visually-hidden">{label}: </span> : null}
      <b className={classes.present}>{count(present)}</b>/{count(expected)}
    </span>
  )
}
