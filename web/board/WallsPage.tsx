// The way in to the wall screens: one of the three, or all in turn when the address says how often.
import './add-words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import { oneConference } from '#web/conferences/conference-queries.ts'
import { IntervalChoice } from './IntervalChoice.tsx'
import { screens } from './screens.data.ts'
import { useTurning } from './useTurning.ts'
import { useWallAddress, type WallAddress } from './useWallAddress.ts'
import { Wall } from './Wall.tsx'
import classes from './WallsPage.module.css'

export const WallsPage = () => {
  const address = useWallAddress()
  return address.every ? <AllInTurn {...address} every={address.every} /> : <Chooser id={address.id} />
}

/** The pages of one screen turn in their own time while it is shown. */
const AllInTurn = ({ every, ...address }: WallAddress & { every: number }) => {
  const screen = screens[useTurning(screens.length, every)] ?? 'points'
  return <Wall {...address} every={undefined} screen={screen} />
}

const addresses = {
  points: '/board/$id/points',
  floor: '/board/$id/floor',
  attendance: '/board/$id/attendance',
} as const

const usualSeconds = 20

const Chooser = ({ id }: { id: string }) => {
  const { t } = useTranslation('wall')
  const { data: conference } = useQuery(oneConference(id))
  const [scheme, setScheme] = useState<'light' | 'dark'>('dark')
  const [every, setEvery] = useState(usualSeconds)
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{t('title')}</h1>
        {conference ? <ConferenceTitle title={conference.title} /> : null}
        <p className={classes.lead}>{t('lead')}</p>
        <Link to="/conferences/$id" params={{ id }} className={classes.back}>
          {t('back')}
        </Link>
      </header>
      <ul className={classes.screens}>
        {screens.map((screen) => (
          <li key={screen}>
            <Link to={addresses[screen]} params={{ id }} search={{ scheme }} className={classes.screen}>
              <b>{t(`screen.${screen}`)}</b>
              <span>{t(`about.${screen}`)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/board/$id" params={{ id }} search={{ scheme, every }} className={classes.screen}>
            <b>{t('rotate')}</b>
            <span>{t('rotateHint')}</span>
          </Link>
        </li>
      </ul>
      <IntervalChoice every={every} onEvery={setEvery} scheme={scheme} onScheme={setScheme} />
    </main>
  )
}
