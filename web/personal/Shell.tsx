// The page around what needs no account: the mark, how it looks and speaks, and one column made for a phone.
import { useTranslation } from 'react-i18next'
import { Emblem } from '#web/ui/Emblem.tsx'
import { LookSwitches } from '#web/ui/LookSwitches.tsx'
import classes from './Personal.module.css'

export const Shell = ({ children }: { children: React.ReactNode }) => {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <span className={classes.mark}>
          <Emblem />
          {t('product')}
        </span>
        <span className={classes.looks}>
          <LookSwitches className={classes.look} />
        </span>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  )
}
