// Figures of two sources that do not agree: each is settled by a choice and a reason before minutes can be submitted.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { Choice, DisagreementKind, ShownDisagreement } from '#functions/attendance/schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { disagreementsOf } from './attendance-queries.ts'
import classes from './Disagreements.module.css'

type Chosen = z.infer<typeof Choice>

const choicesOf: Record<z.infer<typeof DisagreementKind>, readonly Chosen[]> = {
  'link-without-roll': ['link', 'neither'],
  'roll-without-link': ['roll', 'neither'],
  'heads-below-present': ['roll', 'heads', 'neither'],
}

/** Shows nothing while all figures agree. */
export const Disagreements = ({ conferenceId }: { conferenceId: string }) => {
  const { t } = useTranslation()
  const { data } = useQuery(disagreementsOf(conferenceId))
  const open = data?.items.filter(({ settled }) => !settled) ?? []
  if (open.length === 0) return null
  return (
    <Panel title={t('disagreement.title')} aside={t('disagreement.many', { count: open.length })} flush>
      {open.map((disagreement) => (
        <Settle key={disagreement.id} conferenceId={conferenceId} disagreement={disagreement} />
      ))}
    </Panel>
  )
}

type Props = { conferenceId: string; disagreement: ShownDisagreement }

const Settle = ({ conferenceId, disagreement }: Props) => {
  const { t } = useTranslation()
  const name = usePointNames(conferenceId)(disagreement.pointId)
  const act = useAct(
    (json: { chosen: Chosen; reason: string }, key) =>
      api.conferences[':id'].disagreements[':disagreement'].settle.$post(
        { param: { id: conferenceId, disagreement: disagreement.id }, json },
        intent(key),
      ),
    [conferenceKey(conferenceId)],
  )
  const choices = choicesOf[disagreement.kind]
  const send = (fields: FormData) => {
    const chosen = choices.find((choice) => choice === fields.get('chosen')) ?? 'neither'
    act.mutate({ chosen, reason: String(fields.get('reason') ?? '') })
  }
  return (
    <details className={classes.disagreement}>
      <summary>
        <b>{name}</b>
        <span>{t(`disagreement.kind.${disagreement.kind}`)}</span>
      </summary>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        <NativeSelect
          name="chosen"
          label={t('disagreement.chosen')}
          data={choices.map((value) => ({ value, label: t(`disagreement.choice.${value}`) }))}
        />
        <TextInput
          name="reason"
          label={t('disagreement.reason')}
          required
          maxLength={1000}
          error={act.error?.at('/reason')}
        />
        <Button type="submit" variant="default" loading={act.isPending}>
          {t('disagreement.settle')}
        </Button>
      </form>
    </details>
  )
}
