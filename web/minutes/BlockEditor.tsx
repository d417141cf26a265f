// Changes one paragraph of the draft, or adds what no event could tell: a report heard, a conclusion given.
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#functions/minutes/schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

export type Editing = { kind: 'block'; id: string } | { kind: 'new' } | undefined
type Written = { text: string; added: 'report' | 'conclusion' }

type Props = {
  conferenceId: string
  minutes: MinutesView
  editing: Editing
  onEditing: (editing: Editing) => void
}

const blocks = api.conferences[':id'].minutes.blocks

export const BlockEditor = ({ conferenceId: id, minutes, editing, onEditing }: Props) => {
  const { t } = useTranslation()
  const block = editing?.kind === 'block' ? minutes.blocks.find((one) => one.id === editing.id) : undefined
  const save = useAct(
    ({ text, added }: Written, key): Promise<unknown> =>
      block
        ? blocks[':block'].$put(
            { param: { id, block: block.id }, json: { text } },
            { headers: { 'if-match': `"${block.version}"` } },
          )
        : blocks.$post({ param: { id }, json: { kind: added, text } }, intent(key)),
    [conferenceKey(id)],
  )
  if (!editing)
    return (
      <Button variant="default" onClick={() => onEditing({ kind: 'new' })}>
        {t('minutes.add')}
      </Button>
    )
  const send = (fields: FormData) => {
    const added = fields.get('kind') === 'report' ? 'report' : 'conclusion'
    const text = String(fields.get('text') ?? '')
    save.mutate({ text, added }, { onSuccess: () => onEditing(undefined) })
  }
  return (
    <Panel title={block ? t('minutes.edit') : t('minutes.add')}>
      <form
        key={block?.id ?? 'new'}
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        {save.error ? <ProblemNote error={save.error} kept /> : null}
        {block ? null : (
          <NativeSelect
            name="kind"
            label={t('minutes.kind')}
            data={[
              { value: 'conclusion', label: t('minutes.conclusion') },
              { value: 'report', label: t('minutes.report') },
            ]}
          />
        )}
        <Textarea
          name="text"
          label={t('minutes.text')}
          defaultValue={block?.text ?? ''}
          required
          rows={8}
          maxLength={20_000}
          error={save.error?.at('/text')}
        />
        <div className={form.acts}>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="subtle" onClick={() => onEditing(undefined)}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
