// What a seat is called: "Điểm cầu Công an tỉnh Ninh Bình", the chair's, the desk's.
import { useTranslation } from 'react-i18next'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { type SeatRef, seatName } from './seat.rules.ts'

/** By the name a seat has in the meeting. */
export const useSeatName = (conferenceId: string) => {
  const { t } = useTranslation('meeting')
  const pointName = usePointNames(conferenceId)
  return (name: string): string =>
    name === 'chair' || name === 'desk' ? t(`seat.${name}`) : t('seat.point', { name: pointName(name) })
}

export const useSeatWord = (conferenceId: string) => {
  const name = useSeatName(conferenceId)
  return (seat: SeatRef): string => name(seatName(seat))
}
