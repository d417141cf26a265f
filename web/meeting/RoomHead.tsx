// The head of the room: whose seat, which conference and how it stands, the clock, the way back.
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { ConferenceState } from '#web/conferences/ConferenceState.tsx'
import { ConferenceTitle } from '#web/conferences/ConferenceTitle.tsx'
import { wallClock } from '#web/lib/format.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import classes from './Room.module.css'
import type { SeatRef } from './seat.rules.ts'
import { useSeatWord } from './useSeatWord.ts'

type Props = { conference: Conference; seat: SeatRef | undefined; slim?: boolean }

const Clock = () => <b className={classes.clock}>{wallClock(useServerNow())}</b>

/** @param slim once seated: the picture needs the place */
export const RoomHead = ({ conference, seat, slim = false }: Props) => {
  const { t } = useTranslation('meeting')
  const word = useSeatWord(conference.id)
  return (
    <header className={classes.head} data-slim={slim || undefined}>
      <div className={classes.titled}>
        <div className={classes.facts}>
          <b>{seat ? word(seat) : t('title')}</b>
          <ConferenceState state={conference.state} />
          <Clock />
        </div>
        <ConferenceTitle title={conference.title} as="h1" />
      </div>
      {slim ? null : <Back conference={conference} seat={seat} />}
    </header>
  )
}

/** Where the person came from. */
export const Back = ({ conference, seat }: Omit<Props, 'slim'>) => {
  const { t } = useTranslation('meeting')
  const kind = seat?.kind ?? 'desk'
  const words = (
    <>
      <IconArrowLeft size={18} stroke={1.6} aria-hidden="true" />
      {t(`seat.back.${kind}`)}
    </>
  )
  const params = { id: conference.id }
  if (seat?.kind === 'point')
    return (
      <Link
        to="/conferences/$id/my-point"
        params={params}
        search={{ point: seat.point }}
        className={classes.back}
      >
        {words}
      </Link>
    )
  return (
    <Link to={kind === 'chair' ? '/chair/$id' : '/conferences/$id'} params={params} className={classes.back}>
      {words}
    </Link>
  )
}
