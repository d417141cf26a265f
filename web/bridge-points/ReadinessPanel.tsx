// The technical check of a point: picture, sound, network; a failed part is a fault every screen shows.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PointDetail } from '#functions/bridge-points/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Point.module.css'

const parts = ['picture', 'sound', 'network'] as const
type Verdict = 'pass' | 'fail'
type Told = { checks: Record<(typeof parts)[number], Verdict>; note?: string }

const readChecks = (fields: FormData): Told => {
  const verdict = (part: string): Verdict => (fields.get(part) === 'fail' ? 'fail' : 'pass')
  const note = String(fields.get('note') ?? '').trim()
  const checks = { picture: verdict('picture'), sound: verdict('sound'), network: verdict('network') }
  return note ? { checks, note } : { checks }
}

export const ReadinessPanel = ({ point, canAct }: { point: PointDetail; canAct: boolean }) => {
  const { t } = useTranslation()
  const { check } = point
  const act = useAct(
    (told: Told, key) =>
      api.conferences[':id']['bridge-points'][':point'].readiness.$post(
        { param: { id: point.conferenceId, point: point.id }, json: told },
        intent(key),
      ),
    [conferenceKey(point.conferenceId)],
  )
  const said = check ? t('point.checkedAt', { at: moment(check.at) }) : t('point.notChecked')
  return (
    <Panel title={t('point.readiness')} aside={said}>
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      {canAct ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            act.mutate(readChecks(new FormData(event.currentTarget)))
          }}
        >
          {parts.map((part) => (
            <PartCheck key={part} part={part} before={check?.checks[part]} />
          ))}
          <TextInput name="note" label={t('point.checkNote')} maxLength={1000} mb={16} />
          <Button type="submit" variant="default" loading={act.isPending}>
            {t('point.sendCheck')}
          </Button>
        </form>
      ) : (
        parts.map((part) => (
          <p key={part}>
            {t(`point.part.${part}`)}: {check ? t(`point.verdict.${check.checks[part]}`) : '–'}
          </p>
        ))
      )}
    </Panel>
  )
}

const PartCheck = ({ part, before }: { part: (typeof parts)[number]; before: Verdict | undefined }) => {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.checks}>
      <legend className="visually-hidden">{t(`point.part.${part}`)}</legend>
      <div className={classes.check}>
        <span aria-hidden="true">{t(`point.part.${part}`)}</span>
        {(['pass', 'fail'] as const).map((verdict) => (
          <label key={verdict} className={classes.choice}>
            <input
              type="radio"
              name={part}
              value={verdict}
              required
              defaultChecked={(before ?? 'pass') === verdict}
            />
            {t(`point.verdict.${verdict}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
