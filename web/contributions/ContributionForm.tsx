// A contribution is handed in: its text and files, and who speaks it where that is not whoever writes. What is typed and
// sent up is kept until it is handed in or given up.
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '#functions/contributions/schema.ts'
import { useDelegates } from '#web/bridge-points/useDelegates.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { AuthorField } from './AuthorField.tsx'
import { FilesField } from './FilesField.tsx'
import { KeptFiles } from './KeptFiles.tsx'
import { type AuthorChoice, type Earlier, sendContribution, type Written } from './send-contribution.ts'
import { useUploads } from './useUploads.ts'

type Props = {
  conference: { id: string }
  unitId: string
  /** Whose form this is, and which: what is typed is kept under it. */
  draft: string
  /** Who hands it in for themselves; without one somebody of the delegation is chosen. */
  author?: AuthorChoice
  /** What a new version goes out from. */
  earlier?: Earlier
  /** @param sent missing where it was given up */
  onDone: (sent?: Contribution) => void
}

export const ContributionForm = ({ conference, unitId, draft: name, author, earlier, onDone }: Props) => {
  const { t } = useTranslation()
  const people = useDelegates(conference.id, unitId).filter(({ personId }) => personId)
  const draft = useDraft(name, earlier ? { title: earlier.title, text: earlier.text } : {})
  const [kept, setKept] = useState(() => earlier?.files ?? [])
  const uploads = useUploads(name, kept.length)
  const act = useAct(
    (written: Written, key) => sendContribution({ id: conference.id, unitId, earlier }, written, key),
    [conferenceKey(conference.id)],
  )
  const leave = (sent?: Contribution) => {
    draft.forget()
    uploads.forget()
    onDone(sent)
  }
  const send = () => {
    const person = draft.value('person')
    const chosen = person ? { personId: person } : { position: draft.value('position') }
    const text = draft.value('text')
    const files = [...kept.map(({ digest }) => digest), ...uploads.uploads]
    const written = { title: draft.value('title'), ...(text ? { text } : {}), files }
    act.mutate({ ...written, author: author ?? chosen }, { onSuccess: leave })
  }
  const at = (pointer: string) => act.error?.at(pointer)
  const title = t(earlier ? 'contribution.rewrite' : 'contribution.submit')
  return (
    <Panel title={title}>
      <form
        className={form.form}
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        {author || earlier ? null : (
          <AuthorField people={people} draft={draft} error={at('/author/position')} />
        )}
        <TextInput
          label={t('contribution.title')}
          required
          maxLength={1000}
          error={at('/title')}
          {...draft.field('title')}
        />
        <Textarea
          label={t('contribution.text')}
          description={t('contribution.textHint')}
          required={uploads.files.length + kept.length === 0}
          rows={10}
          maxLength={100_000}
          error={at('/text')}
          {...draft.field('text')}
        />
        <KeptFiles
          files={kept}
          onRemove={(digest) => setKept((all) => all.filter((one) => one.digest !== digest))}
        />
        <FilesField uploads={uploads} />
        {uploads.ready ? null : <p>{t('contribution.filesUnready')}</p>}
        <div className={form.acts}>
          <Button type="submit" disabled={!uploads.ready} loading={act.isPending}>
            {t('contribution.send')}
          </Button>
          <Button variant="subtle" onClick={() => leave()}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
