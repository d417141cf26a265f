// For whoever may take the chair and is not in it: the deputy when the chair is away, the chair when coming back.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { useMay, useMe, useMyRoles } from '#web/lib/useMe.ts'
import notes from '#web/ui/Note.module.css'
import classes from './Desk.module.css'

type Props = { conference: Conference; busy: boolean; onTake: (() => void) | undefined }

export const TakeChair = ({ conference, busy, onTake }: Props) => {
  const { t } = useTranslation('desk')
  const may = useMay(conference)
  const roles = useMyRoles(conference.id)
  const { data: me } = useMe()
  const { presiding } = conference
  const deputy = roles.includes('deputy-chair')
  const named = deputy || (roles.includes('chair') && presiding !== undefined)
  if (!named || presiding?.sub === me?.sub || !may('conference:take-chair')) return null
  return (
    <div className={notes.note} data-tone="gold">
      {presiding ? <p className={notes.what}>{t('presiding', { who: presiding.display })}</p> : null}
      {deputy ? <p>{t('deputy')}</p> : null}
      <div className={classes.row}>
        <Button variant="default" h={44} disabled={busy} onClick={onTake}>
          {t('act.take')}
        </Button>
      </div>
    </div>
  )
}
