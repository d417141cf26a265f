// One thing looked at: what it is, how to look, and what came of it, by a sign and a word.
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import type { CheckName, Verdict } from './checks.rules.ts'

type Props = {
  of: CheckName
  verdict: Verdict | undefined
  hint: React.ReactNode
  children?: React.ReactNode
}

const signs = { pass: IconCircleCheck, fail: IconCircleX, waiting: IconCircleDashed }

export const CheckRow = ({ of, verdict, hint, children }: Props) => {
  const { t } = useTranslation('meeting')
  const state = verdict ?? 'waiting'
  const Sign = signs[state]
  return (
    <li className={classes.check}>
      <div>
        <b>{t(`lobby.check.${of}`)}</b>
        <p className={classes.quiet}>{hint}</p>
        {children}
      </div>
      <span className={classes.verdict} data-verdict={state}>
        <Sign size={20} stroke={1.8} aria-hidden="true" />
        {t(`lobby.check.${state}`)}
      </span>
    </li>
  )
}
