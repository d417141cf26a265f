// Words a paragraph anew where it stands: who else is at it is said, and what is typed is kept whatever happens.
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Block } from '#functions/minutes/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './add-words.ts'
import classes from './Editor.module.css'
import { OtherEditors } from './OtherEditors.tsx'

type Props = { conferenceId: string; block: Block; onDone: () => void }

const one = api.conferences[':id'].minutes.blocks[':block']

const useSaving = (id: string, block: string) => {
  const stale = [conferenceKey(id)]
  const param = { id, block }
  const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  const save = useAct(
    async ({ text, version }: { text: string; version: number }): Promise<unknown> =>
      one.$put({ param, json: { text } }, ifMatch(version)),
    stale,
  )
  const restore = useAct(async (version: number, key): Promise<unknown> => {
    const once = intent(key)
    return one.restore.$post({ param }, { headers: { ...once.headers, 'if-match': `"${version}"` } })
  }, stale)
  return { save, restore }
}

export const BlockForm = ({ conferenceId, block, onDone }: Props) => {
  const { t } = useTranslation('minutes')
  const { t: house } = useTranslation()
  const draft = useDraft(`minutes.${conferenceId}.${block.id}`, {
    text: block.text,
    version: String(block.version),
  })
  const { save, restore } = useSaving(conferenceId, block.id)
  const done = () => {
    draft.forget()
    onDone()
  }
  /** The version whose words are being changed: that of the first letter typed, not of the last look. */
  const version = Number(draft.value('version'))
  const overtaken = version !== block.version
  const error = save.error ?? restore.error
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ text: draft.value('text'), version }, { onSuccess: done })
      }}
    >
      <OtherEditors conferenceId={conferenceId} block={block.id} />
      {error && error.slug !== 'stale-version' ? <ProblemNote error={error} kept /> : null}
      <Textarea
        {...draft.field('text')}
        onChange={(event) => draft.fill({ text: event.currentTarget.value, version: String(version) })}
        label={t('block.text')}
        required
        autosize
        autoFocus
        minRows={3}
        maxLength={20_000}
        error={save.error?.at('/text')}
        classNames={{ input: classes.words ?? '' }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      />
      {overtaken ? (
        <div className={notes.note} data-tone="problem" role="alert">
          <p className={notes.what}>{t('block.overtaken')}</p>
          <p>{t('block.theirs')}</p>
          <blockquote className={classes.theirs}>{block.text}</blockquote>
          <Button
            size="compact-sm"
            variant="default"
            mt={8}
            onClick={() => draft.fill({ text: draft.value('text'), version: String(block.version) })}
          >
            {t('block.over')}
          </Button>
        </div>
      ) : null}
      <div className={classes.acts}>
        <Button type="submit" size="compact-sm" loading={save.isPending} disabled={overtaken}>
          {t('block.save')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={done}>
          {house('common.cancel')}
        </Button>
        {block.original ? (
          <Button
            size="compact-sm"
            variant="default"
            title={t('block.restoreHint')}
            loading={restore.isPending}
            disabled={overtaken}
            onClick={() => restore.mutate(block.version, { onSuccess: done })}
          >
            {t('block.restore')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
