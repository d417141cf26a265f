// What is known of an outcome beside its words: owners and deadline, source, how a document is cited later.
import { useTranslation } from 'react-i18next'
import { day } from '#web/lib/format.ts'
import { useUnitName } from '#web/lib/useUnitName.ts'
import classes from './Outcomes.module.css'
import type { ShownOutcome } from './outcome-queries.ts'

type Props = {
  item: ShownOutcome
  startsAt: string
  citations: readonly ShownOutcome<'citation'>[]
}

/** A civil day as tables have it. */
const civil = (date: string): string => day(`${date}T00:00:00+07:00`)

export const UnitName = ({ id, at }: { id: string; at: string }) => useUnitName(id, at)

export const OutcomeFacts = ({ item, startsAt, citations }: Props) => {
  const { t } = useTranslation('outcomes')
  if (item.kind === 'directive')
    return <DirectiveFacts item={item} startsAt={startsAt} citations={citations} />
  return (
    <p className={classes.facts}>
      {item.kind === 'citation' && item.short && item.short !== item.text ? (
        <span>{t('short', { text: item.short })}</span>
      ) : null}
      {item.kind === 'commendation' && item.reason ? <span>{item.reason}</span> : null}
      {item.source ? <span>{t('source', { source: item.source })}</span> : null}
    </p>
  )
}

const DirectiveFacts = ({ item, startsAt, citations }: Props & { item: ShownOutcome<'directive'> }) => {
  const { t } = useTranslation('outcomes')
  const { ownerUnitIds, owners, dueOn, saidBy, citationIds } = item
  const basis = citationIds.map((id) => citations.find((one) => one.id === id)?.short ?? '…')
  return (
    <p className={classes.facts}>
      {ownerUnitIds.length > 0 ? (
        <span>
          {t('owners', { names: '' })}
          {ownerUnitIds.map((id, at) => (
            <b key={id}>
              {at > 0 ? ', ' : ''}
              <UnitName id={id} at={startsAt} />
            </b>
          ))}
        </span>
      ) : null}
      {owners ? <span>{t('ownersPlain', { names: owners })}</span> : null}
      {dueOn ? (
        <span>
          <b>{t('due', { day: civil(dueOn) })}</b>
        </span>
      ) : null}
      {saidBy ? <span>{t('saidBy', { name: saidBy })}</span> : null}
      {basis.length > 0 ? <span>{t('basis', { documents: basis.join('; ') })}</span> : null}
    </p>
  )
}
