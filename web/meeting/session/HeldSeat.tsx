// Another page sits here: whose, on what, since when; and the one act that moves the seat to this device.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Held } from '#functions/shared/problem.ts'
import { hourMinute } from '#web/lib/format.ts'
import classes from '../Room.module.css'
import { Card } from './Card.tsx'

type Props = { held: Held | undefined; onTakeOver: () => void; onBack: () => void }

export const HeldSeat = ({ held, onTakeOver, onBack }: Props) => {
  const { t } = useTranslation('meeting')
  const told = held && {
    who: held.by ?? t('session.unknownDevice'),
    device: held.device ?? t('session.unknownDevice'),
    at: hourMinute(held.since),
  }
  return (
    <Card title={t('session.held')}>
      {told ? (
        <p className={classes.holder}>{t(held.own ? 'session.heldByOwn' : 'session.heldBy', told)}</p>
      ) : null}
      <p>{t('session.heldHint')}</p>
      <div className={classes.row}>
        <Button className={classes.touch} data-main-act onClick={onTakeOver}>
          {t('session.takeOver')}
        </Button>
        <Button variant="default" className={classes.touch} onClick={onBack}>
          {t('session.cancel')}
        </Button>
      </div>
    </Card>
  )
}
