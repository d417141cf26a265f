// Between the page and its seat: whose it is, and that a room is there to sit in.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { Empty } from '#web/ui/Empty.tsx'
import { RoomHead } from './RoomHead.tsx'
import { SeatRoom } from './SeatRoom.tsx'
import { seatName } from './seat.rules.ts'
import { type Sought, useSeat } from './useSeat.ts'

type Props = { conference: Conference; sought: Sought }

export const FindSeat = ({ conference, sought }: Props) => {
  const { t } = useTranslation('meeting')
  const seat = useSeat(conference, sought)
  if (seat) return <SeatRoom key={seatName(seat)} conference={conference} seat={seat} />
  return (
    <>
      <RoomHead conference={conference} seat={undefined} />
      <Empty title={t('seat.none')} hint={t('seat.noneHint')} />
    </>
  )
}
