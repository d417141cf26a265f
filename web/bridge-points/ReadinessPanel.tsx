// The technical check of a point by the conference's list: what passed, what failed, what nobody has looked at yet.
import { Button, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import { moment } from '#web/lib/format.ts'
import { useDo, usePending } from '#web/lib/outbox/useOutbox.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { Unsent } from '#web/ui/Unsent.tsx'
import classes from './Point.module.css'

const verdicts = ['pass', 'fail', 'not-checked'] as const
type Verdict = (typeof verdicts)[number]
type Item = PointDetail['readiness']['items'][number]
type Told = { checks: Record<string, Verdict>; note?: string }

const readChecks = (fields: FormData, items: readonly Item[]): Told => {
  const verdict = (key: string): Verdict => verdicts.find((one) => one === fields.get(key)) ?? 'not-checked'
  const note = String(fields.get('note') ?? '').trim()
  const checks = Object.fromEntries(items.map(({ key }) => [key, verdict(key)]))
  return note ? { checks, note } : { checks }
}

type Props = { point: PointDetail; canAct: boolean; dataUpdatedAt: number }

export const ReadinessPanel = ({ point, canAct, dataUpdatedAt }: Props) => {
  const { t } = useTranslation()
  const { items, state, checkedAt } = point.readiness
  const place = { conferenceId: point.conferenceId, pointId: point.id }
  const add = useDo(place)
  const unsent = usePending(place, ['readiness'], dataUpdatedAt).some((one) => one.unsent)
  const last = checkedAt ? t('point.checkedAt', { at: moment(checkedAt) }) : undefined
  const said = [t(`point.ready.${state}`), last].filter(Boolean).join(' · ')
  return (
    <Panel
      title={t('point.readiness')}
      aside={
        <>
          {unsent ? <Unsent /> : null}
          <span>{said}</span>
        </>
      }
    >
      {canAct ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void add({ kind: 'readiness', told: readChecks(new FormData(event.currentTarget), items) })
          }}
        >
          {items.map((item) => (
            <ItemCheck key={item.key} item={item} />
          ))}
          <TextInput name="note" label={t('point.checkNote')} maxLength={1000} mb={16} />
          <Button type="submit" variant="default">
            {t('point.sendCheck')}
          </Button>
        </form>
      ) : (
        <dl className={classes.verdicts}>
          {items.map(({ key, label, verdict }) => (
            <Fragment key={key}>
              <dt>{label}</dt>
              <dd>{t(`point.verdict.${verdict}`)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </Panel>
  )
}

const ItemCheck = ({ item: { key, label, hint, verdict: before } }: { item: Item }) => {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{label}</legend>
      <div className={classes.check} title={hint}>
        <span aria-hidden="true">{label}</span>
        {verdicts.map((verdict) => (
          <label key={verdict} className={classes.choice}>
            <input type="radio" name={key} value={verdict} required defaultChecked={before === verdict} />
            {t(`point.verdict.${verdict}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
