// The technical check of a point by the conference's list: what passed, what failed, what nobody has looked at yet.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/detail.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
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

export const ReadinessPanel = ({ point, canAct }: { point: PointDetail; canAct: boolean }) => {
  const { t } = useTranslation()
  const { items, state, checkedAt } = point.readiness
  const act = useAct(
    (told: Told, key) =>
      api.conferences[':id']['bridge-points'][':point'].readiness.$post(
        { param: { id: point.conferenceId, point: point.id }, json: told },
        intent(key),
      ),
    [conferenceKey(point.conferenceId)],
  )
  const last = checkedAt ? t('point.checkedAt', { at: moment(checkedAt) }) : undefined
  const said = [t(`point.ready.${state}`), last].filter(Boolean).join(' · ')
  return (
    <Panel title={t('point.readiness')} aside={said}>
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      {canAct ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            act.mutate(readChecks(new FormData(event.currentTarget), items))
          }}
        >
          {items.map((item) => (
            <ItemCheck key={item.key} item={item} />
          ))}
          <TextInput name="note" label={t('point.checkNote')} maxLength={1000} mb={16} />
          <Button type="submit" variant="default" loading={act.isPending}>
            {t('point.sendCheck')}
          </Button>
        </form>
      ) : (
        items.map(({ key, label, verdict }) => (
          <p key={key}>
            {label}: {t(`point.verdict.${verdict}`)}
          </p>
        ))
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
