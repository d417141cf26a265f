// Records or revises one outcome: its fields, and beside them what the minutes will say and what is still unknown.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OutcomeKind } from '#functions/outcomes/schema.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { type FormConference, OutcomeFields } from './OutcomeFields.tsx'
import { fieldsOf, inputOf } from './outcome-fields.ts'
import type { Outcomes, ShownOutcome } from './outcome-queries.ts'
import { Preview } from './Preview.tsx'
import { type Saving, useSaveOutcome } from './useOutcomeActs.ts'

/** Under which name what is typed is kept. */
export const draftOf = (conferenceId: string, of: string): string => `outcome.${conferenceId}.${of}`

type Props = {
  conference: FormConference & { id: string }
  kind: OutcomeKind
  item?: ShownOutcome | undefined
  outcomes: Outcomes
  onDone: () => void
}

export const OutcomeEditor = ({ conference, kind, item, outcomes, onDone }: Props) => {
  const { t } = useTranslation('outcomes')
  const { t: house } = useTranslation()
  const draft = useDraft(draftOf(conference.id, item?.id ?? kind), item ? fieldsOf(item) : {})
  const save = useSaveOutcome(conference.id)
  const input = inputOf(kind, draft.fields)
  const stale = save.error?.slug === 'stale-version'
  const newest = item && outcomes[kind].items.find(({ id }) => id === item.id)
  const done = () => {
    draft.forget()
    onDone()
  }
  const send = () => {
    if (!input) return
    // Whoever was told that somebody else revised it, and saves again, means the newest.
    const entry = { kind, input, item: stale ? newest : item } as Saving
    save.mutate(entry, { onSuccess: done })
  }
  return (
    <Panel title={t(item ? `revising.${kind}` : `record.${kind}`)}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {stale ? <p role="alert">{t('stale')}</p> : null}
        {save.error && !stale ? <ProblemNote error={save.error} kept /> : null}
        <OutcomeFields
          kind={kind}
          conference={conference}
          draft={draft}
          citations={outcomes.citation.items}
          at={(pointer) => save.error?.at(pointer)}
        />
        <Preview kind={kind} fields={draft.fields} />
        <div className={form.acts}>
          <Button type="submit" disabled={!input} loading={save.isPending}>
            {t('save')}
          </Button>
          <Button variant="subtle" onClick={done}>
            {house('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
