// How long a record is kept, whether it is held, and how its files are locked; the archivist decides, with a reason.
import { useTranslation } from 'react-i18next'
import type { Keeping } from '#functions/archive/keeping.schema.ts'
import { day, moment } from '#web/lib/format.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { StateChip } from '#web/ui/StateChip.tsx'
import classes from '../Record.module.css'
import { KeepingActs } from './KeepingActs.tsx'
import './add-words.ts'

type Props = { record: string; keeping: Keeping }

export const KeepingPanel = ({ record, keeping }: Props) => {
  const { t } = useTranslation('keeping')
  const isArchivist = useHolds('archivist')
  const { endsOn, reason, lock } = keeping
  return (
    <Panel title={t('title')}>
      <dl className={classes.facts}>
        <dt>{t('class')}</dt>
        <dd>
          {t(`ofClass.${keeping.class}`)}
          <p className={classes.quiet}>{reason ?? t('basis')}</p>
          {endsOn ? <p>{t('until', { day: day(`${endsOn}T00:00:00Z`) })}</p> : null}
        </dd>
        <HoldFacts keeping={keeping} />
        <dt>{t('lock')}</dt>
        <dd>
          {lock ? null : t('notYet')}
          {lock?.store === 'none' ? t('noLock') : null}
          {lock?.until ? t('locked', { count: lock.objects, at: moment(lock.until) }) : null}
        </dd>
      </dl>
      {isArchivist ? <KeepingActs record={record} keeping={keeping} /> : null}
    </Panel>
  )
}

const HoldFacts = ({ keeping: { hold } }: { keeping: Keeping }) => {
  const { t } = useTranslation('keeping')
  if (!hold) return null
  const at = moment(hold.at)
  return (
    <>
      <dt>
        <StateChip tone="gold">{t('held')}</StateChip>
      </dt>
      <dd>
        {hold.by ? t('by', { name: hold.by, at }) : t('since', { at })}
        {hold.reason ? <p>{hold.reason}</p> : null}
        <p className={classes.quiet}>{t('heldHint')}</p>
      </dd>
    </>
  )
}
