// The delegation pasted from a table: shown as it was read before anything is entered. Needs the line.
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import notes from '#web/ui/Note.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from './Paste.module.css'
import { PastePreviewTable } from './PastePreviewTable.tsx'

type Props = { conferenceId: string; pointId: string }

const delegates = api.conferences[':id']['bridge-points'][':point'].delegates

export const PasteDelegation = (props: Props) => {
  const { t } = useTranslation('operator')
  const [open, setOpen] = useState(false)
  const [entered, setEntered] = useState(0)
  return (
    <div className={classes.paste}>
      <p role="status" className={entered ? notes.note : 'visually-hidden'}>
        {entered ? t('paste.entered', { count: entered }) : ''}
      </p>
      {open ? (
        <Pasting
          {...props}
          onDone={(count) => {
            setEntered(count)
            setOpen(false)
          }}
        />
      ) : (
        <Button variant="default" className={classes.touch} onClick={() => setOpen(true)}>
          {t('paste.open')}
        </Button>
      )}
    </div>
  )
}

/** Rows that read wrong are left out; they can be corrected in the table and pasted again. */
const Pasting = ({ conferenceId, pointId, onDone }: Props & { onDone: (count: number) => void }) => {
  const { t } = useTranslation('operator')
  const { t: say } = useTranslation()
  const draft = useDraft(`paste.${conferenceId}.${pointId}`)
  const param = { id: conferenceId, point: pointId }
  const look = useAct(
    async (table: string, key) =>
      (await delegates.preview.$post({ param, json: { table } }, intent(key))).json(),
    [],
  )
  const rows = look.data?.rows.filter(({ errors }) => errors.length === 0) ?? []
  const enter = useAct(
    (_: null, key) =>
      delegates.$post({ param, json: { delegates: rows.map(({ delegate }) => delegate) } }, intent(key)),
    [conferenceKey(conferenceId)],
  )
  const table = draft.field('table')
  return (
    <form
      className={classes.form}
      aria-label={t('paste.title')}
      onSubmit={(event) => {
        event.preventDefault()
        look.mutate(draft.value('table'))
      }}
    >
      {look.error ? <ProblemNote error={look.error} kept /> : null}
      {enter.error ? <ProblemNote error={enter.error} kept /> : null}
      <Textarea
        {...table}
        onChange={(event) => {
          table.onChange(event)
          look.reset()
        }}
        label={t('paste.table')}
        description={t('paste.tableHint')}
        required
        rows={5}
      />
      {look.data ? <PastePreviewTable preview={look.data} /> : null}
      <div className={classes.acts}>
        {rows.length > 0 ? (
          <Button
            variant="default"
            loading={enter.isPending}
            onClick={() =>
              enter.mutate(null, {
                onSuccess: () => {
                  draft.forget()
                  onDone(rows.length)
                },
              })
            }
          >
            {t('paste.enter', { count: rows.length })}
          </Button>
        ) : (
          <Button type="submit" variant="default" loading={look.isPending}>
            {t('paste.preview')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => onDone(0)}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
