// The frame of every page after sign-in: rail on the left, the page beside it.
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Frame.module.css'
import { OnDutyLater } from './OnDutyLater.tsx'
import { Rail } from './Rail.tsx'
import { useFocusKept } from './useFocusKept.ts'
import { useKeys } from './useKeys.ts'

/** Few ask for it: the first page does not carry it. */
const KeyboardHelp = lazy(async () => ({ default: (await import('./KeyboardHelp.tsx')).KeyboardHelp }))

export const Frame = () => {
  const { t } = useTranslation()
  const keys = useKeys()
  useFocusKept()
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        {t('settings.skip')}
      </a>
      <Rail onKeys={keys.show} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
        <OnDutyLater />
      </main>
      {keys.shown ? (
        <Suspense>
          <KeyboardHelp onClose={keys.hide} />
        </Suspense>
      ) : null}
    </div>
  )
}
