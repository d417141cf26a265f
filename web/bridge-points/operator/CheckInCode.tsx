// The code of the point, new each minute: as a QR code to scan and as six digits to type; large for the whole room.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { checkInAddress } from '#functions/attendance/check-in-address.rules.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './CheckIns.module.css'
import { checkInCodeOf } from './operator-queries.ts'
import { QrCode } from './QrCode.tsx'

type Props = { conferenceId: string; pointId: string }

export const CheckInCode = ({ conferenceId, pointId }: Props) => {
  const { t } = useTranslation('operator')
  const large = useRef<HTMLDialogElement>(null)
  const { data, error, refetch } = useQuery(checkInCodeOf(conferenceId, pointId))
  const now = useServerNow()
  if (!data && error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting what={t('checkIn.code')} rows={4} />
  const left = Math.ceil((Date.parse(data.validUntil) - now) / 1000)
  if (left <= 0 && error) return <p className={classes.over}>{t('checkIn.offline')}</p>
  const address = checkInAddress(location.origin, { conferenceId, pointId, code: data.code })
  const shown = (
    <>
      <QrCode text={address} label={t('checkIn.code')} />
      <div>
        <p className={classes.digits}>
          <span className="visually-hidden">{t('checkIn.code')}: </span>
          {data.code.slice(0, 3)} {data.code.slice(3)}
        </p>
        <p className={classes.left}>{t('checkIn.left', { count: Math.max(0, left) })}</p>
      </div>
    </>
  )
  return (
    <div className={classes.code}>
      {shown}
      <Button variant="default" onClick={() => large.current?.showModal()}>
        {t('checkIn.large')}
      </Button>
      <dialog ref={large} className={classes.large} aria-label={t('checkIn.code')}>
        {shown}
        <Button variant="default" onClick={() => large.current?.close()}>
          {t('checkIn.small')}
        </Button>
      </dialog>
    </div>
  )
}
