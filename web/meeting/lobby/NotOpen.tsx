// No room to sit in: not yet, with when it begins; or no more.
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { moment } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'

const over: readonly Conference['state'][] = ['closed', 'cancelled']

export const NotOpen = ({ conference: { state, startsAt } }: { conference: Conference }) => {
  const { t } = useTranslation('meeting')
  if (over.includes(state)) return <Empty title={t('lobby.gone')} hint={t('lobby.goneHint')} />
  return (
    <Empty title={t('lobby.notOpen')} hint={t('lobby.notOpenHint')}>
      <p>{t('lobby.startsAt', { at: moment(startsAt) })}</p>
    </Empty>
  )
}
