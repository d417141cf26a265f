// The first twelve fields of a conference; everything else is on the page of the draft they make.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { instantOf } from '#web/lib/when.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { myConferences } from '../list-queries.ts'
import { itemsOf, rowsFrom, timesOf } from './agenda-plan.ts'
import { FactsFields } from './FactsFields.tsx'
import { errorAt, useFocusFirst } from './field-errors.ts'
import { makeDraft, type Repeat, type Told } from './make-draft.ts'
import { blankPlan, inputOf, type Plan } from './plan.ts'
import classes from './scheduling.module.css'
import { useMade } from './useMade.ts'

export type NewDraft = Plan & {
  source: string
  agenda: string
  allPoints: boolean
  every: string
  count: string
  copyTitle: string
}

type KeptProps = {
  kept: Partial<NewDraft>
  keep: (change: Partial<NewDraft>) => void
}
export type DraftProps = KeptProps & { forget: () => void }

const repeats = ['week', 'month', 'quarter'] as const

const repeatOf = ({ every, count }: Partial<NewDraft>): Repeat | undefined => {
  const known = repeats.find((one) => one === every)
  return known && Number(count ?? 4) > 1 ? { every: known, count: Number(count ?? 4) } : undefined
}

const toldOf = (host: string, kept: Partial<NewDraft>): Told => {
  const plan: Plan = { ...blankPlan, ...kept, host }
  const input = inputOf(plan)
  const rows = rowsFrom(kept.agenda ?? '')
  const repeat = repeatOf(kept)
  return {
    input: { ...input, ...(rows.length > 0 ? { agenda: itemsOf(rows, input.startsAt) } : {}) },
    allPoints: (kept.allPoints ?? true) && plan.form !== 'in-person',
    ...(repeat ? { repeat } : {}),
  }
}

export const BlankForm = ({ host, kept, keep, forget }: DraftProps & { host: string }) => {
  const { t } = useTranslation('scheduling')
  const act = useAct(makeDraft, [myConferences.queryKey])
  const form = useFocusFirst(act.error)
  const done = useMade(forget)
  const plan: Plan = { ...blankPlan, ...kept, host }
  return (
    <form
      ref={form}
      aria-label={t('new.title')}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(toldOf(host, kept), { onSuccess: done })
      }}
    >
      <Panel title={t('new.facts')} aside={t('new.kept')}>
        <div className={classes.form}>
          {act.error ? <ProblemNote error={act.error} kept /> : null}
          <FactsFields plan={plan} onChange={keep} problem={act.error} />
          <QuickAgenda kept={kept} keep={keep} error={errorAt(act.error, '/agenda')} />
          <AllPoints kept={kept} keep={keep} />
          <RepeatFields kept={kept} keep={keep} />
        </div>
      </Panel>
      <MainAct busy={act.isPending} onClick={() => form.current?.requestSubmit()}>
        {t('new.save')}
      </MainAct>
      <Button type="submit" variant="default" mt={16} loading={act.isPending}>
        {t('new.save')}
      </Button>
    </form>
  )
}

const QuickAgenda = ({ kept, keep, error }: KeptProps & { error: string | undefined }) => {
  const { t } = useTranslation('scheduling')
  const rows = rowsFrom(kept.agenda ?? '')
  const startsAt = instantOf(kept.starts ?? blankPlan.starts)
  const times = startsAt ? timesOf(rows, startsAt) : []
  return (
    <div>
      <Textarea
        name="/agenda"
        label={t('field.agenda')}
        description={t('field.agendaHint')}
        rows={5}
        value={kept.agenda ?? ''}
        error={error}
        onChange={(event) => keep({ agenda: event.currentTarget.value })}
      />
      {rows.length > 0 ? (
        <ol className={classes.preview} aria-label={t('field.agendaPreview')}>
          {rows.map((row, index) => {
            const at = times[index]
            return (
              <li key={row.id}>
                <b>{at ? hourMinute(at) : '–'}</b>
                <span>{row.title}</span>
                <span className={classes.quiet}>
                  {row.minutes ? t('agenda.minutes', { count: Number(row.minutes) }) : t(`kind.${row.kind}`)}
                </span>
              </li>
            )
          })}
        </ol>
      ) : null}
    </div>
  )
}

const AllPoints = ({ kept, keep }: KeptProps) => {
  const { t } = useTranslation('scheduling')
  const none = kept.form === 'in-person'
  return (
    <label className={classes.check}>
      <input
        type="checkbox"
        checked={!none && (kept.allPoints ?? true)}
        disabled={none}
        onChange={(event) => keep({ allPoints: event.currentTarget.checked })}
      />
      <span>
        {t('field.allPoints')}
        <span className={classes.hint}> {none ? t('field.allPointsNone') : t('field.allPointsHint')}</span>
      </span>
    </label>
  )
}

const RepeatFields = ({ kept, keep }: KeptProps) => {
  const { t } = useTranslation('scheduling')
  return (
    <div className={classes.three}>
      <NativeSelect
        label={t('repeat.label')}
        value={kept.every ?? ''}
        onChange={(event) => keep({ every: event.currentTarget.value })}
        data={[
          { value: '', label: t('repeat.none') },
          ...repeats.map((every) => ({ value: every, label: t(`repeat.${every}`) })),
        ]}
      />
      {kept.every ? (
        <TextInput
          type="number"
          label={t('repeat.count')}
          min={2}
          max={53}
          required
          value={kept.count ?? '4'}
          onChange={(event) => keep({ count: event.currentTarget.value })}
        />
      ) : null}
    </div>
  )
}
