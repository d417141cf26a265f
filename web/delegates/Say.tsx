// One plain statement about a check-in: what is so, and what to do.
import { useTranslation } from 'react-i18next'
import own from '#web/personal/Personal.module.css'
import classes from './CheckIn.module.css'

type What =
  | 'none'
  | 'unknown'
  | 'who'
  | 'old'
  | 'waited'
  | 'notOpen'
  | 'stranger'
  | 'elsewhere'
  | 'gone'
  | 'claimed'
  | 'confirmed'

type Props = {
  what: What
  /** The delegate's own point, where that is told. */
  point?: string
  children?: React.ReactNode
}

const good: What[] = ['claimed', 'confirmed']

export const Say = ({ what, point = '', children }: Props) => {
  const { t } = useTranslation('delegate')
  const isGood = good.includes(what)
  return (
    <section className={classes.say} data-good={isGood || undefined} role={isGood ? 'status' : undefined}>
      {isGood ? <Tick /> : null}
      <h1>{t(`checkIn.${what}`)}</h1>
      <p className={own.quiet}>{t(`checkIn.${what}Hint`, { point })}</p>
      {children}
    </section>
  )
}

const Tick = () => (
  <svg className={classes.tick} viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="22" />
    <path d="M14 25l7 7 14-15" />
  </svg>
)
