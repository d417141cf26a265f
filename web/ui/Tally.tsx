// Present against expected: the figures, and a thin bar under them.
import classes from './Tally.module.css'

type Props = { present: number; expected: number; label: string }

export const Tally = ({ present, expected, label }: Props) => {
  const share = expected === 0 ? 0 : Math.min(100, (present / expected) * 100)
  return (
    <span className={classes.tally}>
      <span className="visually-hidden">{label}: </span>
      <span>
        <b className={classes.present}>{present}</b>/{expected}
      </span>
      <svg className={classes.bar} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.track} width="100" height="3" />
        <rect className={classes.fill} width={share} height="3" />
      </svg>
    </span>
  )
}
