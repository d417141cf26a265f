// The way into the room from the operator's page: the page's main act until the point is connected, a button after.
import './add-words.ts'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MainAct } from '#web/ui/MainAct.tsx'
import classes from './EnterRoom.module.css'

type Props = { conferenceId: string; pointId: string; main: boolean }

export const EnterRoom = ({ conferenceId, pointId, main }: Props) => {
  const { t } = useTranslation('meeting')
  const navigate = useNavigate()
  const room = { to: '/room/$id', params: { id: conferenceId }, search: { point: pointId } } as const
  return (
    <div className={classes.enter}>
      <p>
        <b>{t('link.title')}</b>
      </p>
      <p>{t('link.hint')}</p>
      {main ? (
        <MainAct onClick={() => void navigate(room)}>{t('link.enter')}</MainAct>
      ) : (
        <Button variant="default" renderRoot={(props) => <Link {...room} {...props} />}>
          {t('link.enter')}
        </Button>
      )}
      <p className={classes.other}>{t('link.other')}</p>
    </div>
  )
}
