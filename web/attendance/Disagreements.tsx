// Figures of two sources that do not agree: each is settled by a choice and a reason before minutes can be submitted.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NamedChoice, ShownDisagreement, Statement } from '#functions/attendance/disagreements.schema.ts'
import { choicesOf } from '#functions/attendance/settling.rules.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { disagreementsOf } from './attendance-queries.ts'
import classes from './Disagreements.module.css'

/** What a statement says, by whom and when: what one chooses among. */
const useStatementWords = () => {
  const { t } = useTranslation()
  const source = (name: string) =>
    name === 'secretariat' || name === 'operator' || name === 'check-in'
      ? t(`disagreement.source.${name}`)
      : name
  return ({ source: name, by, at, state, text, marks }: Statement): string =>
    [
      text ?? (state ? t(`roll.choice.${state}`) : t('disagreement.marks', { count: marks ?? 0 })),
      source(name),
      by,
      hourMinute(at),
    ]
      .filter(Boolean)
      .join(' · ')
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
  const pointName = usePointNames(conferenceId)
  const words = useStatementWords()
  const { pointId, subject, statements = [] } = disagreement
  const act = useAct(
    (json: { chosen: string; reason: string }, key) =>
      api.conferences[':id'].disagreements[':disagreement'].settle.$post(
        { param: { id: conferenceId, disagreement: disagreement.id }, json },
        intent(key),
      ),
    [conferenceKey(conferenceId)],
  )
  const choices = choicesOf(disagreement)
  const wordsOf = (choice: string) => {
    const statement = statements.find(({ event }) => event === choice)
    return statement ? words(statement) : t(`disagreement.choice.${choice as NamedChoice}`)
  }
  const send = (fields: FormData) => {
    const chosen = choices.find((choice) => choice === fields.get('chosen')) ?? 'neither'
    act.mutate({ chosen, reason: String(fields.get('reason') ?? '') })
  }
  return (
    <details className={classes.disagreement}>
      <summary>
        <b>{pointId ? pointName(pointId) : subject}</b>
        <span>{t(`disagreement.kind.${disagreement.kind}`)}</span>
        {statements.map((statement) => (
          <span key={statement.event}>{words(statement)}</span>
        ))}
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
          data={choices.map((value) => ({ value, label: wordsOf(value) }))}
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
