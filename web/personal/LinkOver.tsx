// A link that opens nothing: why, and whom to turn to.
import { useTranslation } from 'react-i18next'
import classes from './Personal.module.css'

const words = {
  none: ['lost.none', 'lost.noneHint'],
  'link-invalid': ['lost.invalid', 'lost.invalidHint'],
  'link-ended': ['lost.ended', 'lost.endedHint'],
  'point-withdrawn': ['lost.withdrawn', 'lost.withdrawnHint'],
} as const

export const LinkOver = ({ slug }: { slug: keyof typeof words }) => {
  const { t } = useTranslation('personal')
  const [what, hint] = words[slug]
  return (
    <div className={classes.over} role="alert">
      <h1>{t(what)}</h1>
      <p>{t(hint)}</p>
    </div>
  )
}
