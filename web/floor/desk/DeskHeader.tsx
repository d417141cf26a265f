// The head of the desk: the conference, how it stands, the server's clock, the way back.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { ConferenceClock } from '#web/conferences/ConferenceClock.tsx'
import { ConferenceState } from '#web/conferences/ConferenceState.tsx'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import { useActKeys } from '#web/ui/useActKeys.ts'
import classes from './Desk.module.css'
import { DeskKeys } from './DeskKeys.tsx'
import { KeyCap } from './KeyCap.tsx'
import { keys } from './keys.data.ts'
import { ToRoom } from './ToRoom.tsx'

export const DeskHeader = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('desk')
  const [shown, setShown] = useState(false)
  useActKeys({ [keys.all]: () => setShown(true) })
  return (
    <header className={classes.header}>
      <div className={classes.titled}>
        <div className={classes.facts}>
          <b className={classes.gold}>{t('title')}</b>
          <ConferenceState state={conference.state} />
          <Link to="/conferences/$id" params={{ id: conference.id }} className={classes.back}>
            {t('back')}
          </Link>
          <ToRoom conference={conference} />
        </div>
        <ConferenceTitle title={conference.title} as="h1" />
      </div>
      <ConferenceClock conference={conference} />
      <Button variant="subtle" size="md" onClick={() => setShown(true)} rightSection={<KeyCap of="all" />}>
        {t('keys')}
      </Button>
      <DeskKeys open={shown} onClose={() => setShown(false)} />
    </header>
  )
}
