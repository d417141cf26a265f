// A link that opens nothing: why, and whom to turn to.
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#web/lib/problem.ts'
import classes from './Personal.module.css'

const words = {
  none: ['lost.none', 'lost.noneHint'],
  'link-invalid': ['lost.invalid', 'lost.invalidHint'],
  'link-ended': ['lost.ended', 'lost.endedHint'],
} as const
type Over = keyof typeof words

/** Whether the link itself is refused, and not one act of it. */
export const isOver = (error: unknown): error is ApiProblem & { slug: Exclude<Over, 'none'> } =>
  error instanceof ApiProblem && (error.slug === 'link-invalid' || error.slug === 'link-ended')

export const LinkOver = ({ slug }: { slug: Over }) => {
  const { t } = useTranslation('personal')
  const [what, hint] = words[slug]
  return (
    <div className={classes.over} role="alert">
      <h1>{t(what)}</h1>
      <p>{t(hint)}</p>
    </div>
  )
}
