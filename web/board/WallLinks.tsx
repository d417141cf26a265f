// A wall's own few links, shown only while somebody moves the pointer or uses the keyboard.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Screen, screens } from './screens.data.ts'
import { toggleFullScreen } from './useWallManners.ts'
import classes from './WallLinks.module.css'

type Props = { id: string; scheme: 'light' | 'dark'; screen: Screen; hidden: boolean }

const addresses = {
  points: '/board/$id/points',
  floor: '/board/$id/floor',
  attendance: '/board/$id/attendance',
} as const

export const WallLinks = ({ id, scheme, screen, hidden }: Props) => {
  const { t } = useTranslation('wall')
  return (
    <nav className={classes.links} aria-label={t('title')} data-hidden={hidden || undefined}>
      {screens.map((one) => (
        <Link
          key={one}
          to={addresses[one]}
          params={{ id }}
          search={{ scheme }}
          className={classes.link}
          aria-current={one === screen ? 'page' : undefined}
        >
          {t(`screen.${one}`)}
        </Link>
      ))}
      <Link to="/board/$id" params={{ id }} className={classes.link} activeOptions={{ exact: true }}>
        {t('chooser')}
      </Link>
      <button type="button" className={classes.link} onClick={toggleFullScreen}>
        {t('full')}
      </button>
    </nav>
  )
}
