// One delegate who says to be there: the operator looks into the room and confirms, or rejects with a reason.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckIn } from '#functions/attendance/check-ins.schema.ts'
import { hourMinute } from '#web/lib/format.ts'
import classes from './CheckIns.module.css'

type Props = { claim: CheckIn; onConfirm: () => void; onReject: (reason: string) => void }

export const CheckInClaim = ({ claim: { display, at }, onConfirm, onReject }: Props) => {
  const { t } = useTranslation('operator')
  const { t: say } = useTranslation()
  const [rejecting, setRejecting] = useState(false)
  return (
    <li className={classes.claim}>
      <span>
        {display} <span className={classes.quiet}>{t('checkIn.at', { at: hourMinute(at) })}</span>
      </span>
      <div className={classes.acts}>
        <Button variant="default" aria-label={t('checkIn.confirmFor', { name: display })} onClick={onConfirm}>
          {t('checkIn.confirm')}
        </Button>
        <Button
          variant="subtle"
          aria-label={t('checkIn.rejectFor', { name: display })}
          aria-expanded={rejecting}
          onClick={() => setRejecting(!rejecting)}
        >
          {t('checkIn.reject')}
        </Button>
      </div>
      {rejecting ? (
        <form
          className={classes.reject}
          onSubmit={(event) => {
            event.preventDefault()
            onReject(String(new FormData(event.currentTarget).get('reason') ?? ''))
          }}
        >
          <TextInput name="reason" label={t('checkIn.reason')} required maxLength={500} autoFocus />
          <Button type="submit" variant="default">
            {t('checkIn.reject')}
          </Button>
          <Button variant="subtle" onClick={() => setRejecting(false)}>
            {say('common.cancel')}
          </Button>
        </form>
      ) : null}
    </li>
  )
}
