// Says plainly that picture and sound do not go through this software yet.
import { useTranslation } from 'react-i18next'
import '#web/bridge-points/operator/add-words.ts'
import notes from '#web/ui/Note.module.css'

export const RoomNotice = () => {
  const { t } = useTranslation('operator')
  return (
    <div className={notes.note}>
      <p className={notes.what}>{t('room.title')}</p>
      <p>{t('room.notConnected')}</p>
      <p>{t('room.connectMeans')}</p>
    </div>
  )
}
