// What a wall says when it has nothing else to show: loading, empty, over, an error; large enough for the hall.
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/lib/problem.ts'
import classes from './WallNote.module.css'

type Props = {
  title: string
  hint?: string | undefined
  problem?: unknown
  /** What is awaited is on its way. */
  waiting?: boolean
  /** Where the page has no other. */
  heading?: boolean
  children?: React.ReactNode
}

export const WallNote = ({ title, hint, problem, waiting = false, heading = false, children }: Props) => {
  const { t } = useTranslation()
  const Title = heading ? 'h1' : 'p'
  const { slug, message } = problem ? asProblem(problem) : {}
  return (
    <div className={classes.note} role="status" data-waiting={waiting || undefined}>
      <Title className={classes.title}>{title}</Title>
      {problem ? <p className={classes.hint}>{slug === 'offline' ? t('problem.offline') : message}</p> : null}
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      {children}
    </div>
  )
}
