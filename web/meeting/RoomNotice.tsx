// Says plainly that picture and sound do not go through this software yet.
import { useTranslation } from 'react-i18next'
import '#web/bridge-points/operator/add-words.ts'
import classes from './RoomNotice.module.css'

export const RoomNotice = () => {
  const { t } = useTranslation('operator')
  return (
    <div className={classes.notice}>
      <p>
        <b>{t('room.title')}</b>
      </p>
      <p>{t('room.notConnected')}</p>
      <p>{t('room.connectMeans')}</p>
    </div>
  )
}
