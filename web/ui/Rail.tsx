// The left rail: the places of the product, then who is signed in and how the page should look and speak.
import {
  IconArchive,
  IconCalendarEvent,
  IconChecklist,
  IconKey,
  IconKeyboard,
  IconLogout,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Role } from '#functions/grants/schema.ts'
import { signOut } from '#web/lib/sign-in.ts'
import { useMe } from '#web/lib/useMe.ts'
import { Emblem } from './Emblem.tsx'
import { LookSwitches } from './LookSwitches.tsx'
import classes from './Rail.module.css'

/** Six at most, each a letter after `g`; those with roles are for whoever holds one of them. */
const places = [
  { to: '/conferences', letter: 'h', word: 'places.conferences', Icon: IconCalendarEvent },
  { to: '/archive', letter: 'l', word: 'places.archive', Icon: IconArchive },
  { to: '/accounts', letter: 't', word: 'places.accounts', Icon: IconUsers, roles: ['administrator'] },
  {
    to: '/grants',
    letter: 'q',
    word: 'places.grants',
    Icon: IconKey,
    roles: ['administrator', 'secretariat'],
  },
  {
    to: '/units',
    letter: 'd',
    word: 'places.units',
    Icon: IconSitemap,
    roles: ['administrator', 'secretariat', 'archivist'],
  },
  {
    to: '/jobs',
    letter: 'c',
    word: 'places.jobs',
    Icon: IconChecklist,
    roles: ['administrator', 'secretariat', 'archivist'],
  },
] as const
type Place = (typeof places)[number]

const isFor = (place: Place, held: readonly string[]) =>
  !('roles' in place) || (place.roles as readonly Role[]).some((role) => held.includes(role))

/** Whatever is not sent yet may have a word first. */
const leave = () => {
  if (dispatchEvent(new Event('diemcau:sign-out', { cancelable: true }))) void signOut()
}

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true }

export const Rail = ({ onKeys }: { onKeys: () => void }) => {
  const { t } = useTranslation()
  const me = useMe()
  const held = me.data?.grants.map(({ role }) => role) ?? []
  return (
    <header className={classes.rail} data-frame>
      <Link to="/conferences" className={classes.mark} aria-label={t('product')}>
        <Emblem />
        <span>{t('product')}</span>
      </Link>
      <nav aria-label={t('places.label')} className={classes.places}>
        {places
          .filter((place) => isFor(place, held))
          .map(({ to, letter, word, Icon }) => (
            <Link key={to} to={to} className={classes.place} data-place={letter}>
              <Icon {...icon} />
              <span>{t(word)}</span>
            </Link>
          ))}
      </nav>
      <div className={classes.foot}>
        <Preferences onKeys={onKeys} />
        <p className={classes.who}>{me.data?.name}</p>
        <button type="button" className={classes.tool} onClick={leave}>
          <IconLogout {...icon} />
          <span>{t('account.signOut')}</span>
        </button>
      </div>
    </header>
  )
}

const Preferences = ({ onKeys }: { onKeys: () => void }) => {
  const { t } = useTranslation()
  return (
    <>
      <button type="button" className={classes.tool} data-keys onClick={onKeys}>
        <IconKeyboard {...icon} />
        <span>{t('settings.keys')}</span>
      </button>
      <LookSwitches className={classes.tool} />
    </>
  )
}
