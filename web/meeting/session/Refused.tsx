// A quota of the media service stands in the way: which, and that the page goes on trying.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MediaQuota } from '#functions/media/schema.ts'
import classes from '../Room.module.css'
import { Card } from './Card.tsx'

type Props = { quota: MediaQuota; onRetry: () => void; onBack: () => void }

export const Refused = ({ quota, onRetry, onBack }: Props) => {
  const { t } = useTranslation('meeting')
  const name = t(`session.quota.${quota}`)
  return (
    <Card title={t('session.refused')} hint={t('session.refusedHint', { quota: name })}>
      <div className={classes.row}>
        <Button className={classes.touch} data-main-act onClick={onRetry}>
          {t('lobby.again')}
        </Button>
        <Button variant="default" className={classes.touch} onClick={onBack}>
          {t('session.cancel')}
        </Button>
      </div>
    </Card>
  )
}
