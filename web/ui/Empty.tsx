// An empty place: what will be here, and the one act that begins it.
import classes from './Note.module.css'

type Props = { title: string; hint: string; children?: React.ReactNode }

export const Empty = ({ title, hint, children }: Props) => (
  <div className={classes.empty}>
    <p className={classes.emptyTitle}>{title}</p>
    <p>{hint}</p>
    {children}
  </div>
)
