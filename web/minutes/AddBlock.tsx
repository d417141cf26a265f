// Adds what no event could tell: a report heard, a conclusion given; what is typed is kept until it is saved.
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

const kinds = ['conclusion', 'report'] as const
type Kind = (typeof kinds)[number]

export const AddBlock = ({ conferenceId: id }: { conferenceId: string }) => {
  const { t } = useTranslation()
  const draft = useDraft(`minutes.${id}.new`, { kind: 'conclusion' })
  const [open, setOpen] = useState(draft.value('text') !== '')
  const act = useAct(
    async (json: { kind: Kind; text: string }, key): Promise<unknown> =>
      api.conferences[':id'].minutes.blocks.$post({ param: { id }, json }, intent(key)),
    [conferenceKey(id)],
  )
  const close = () => {
    draft.forget()
    setOpen(false)
  }
  if (!open)
    return (
      <Button variant="default" className="no-print" onClick={() => setOpen(true)}>
        {t('minutes.add')}
      </Button>
    )
  const kind: Kind = draft.value('kind') === 'report' ? 'report' : 'conclusion'
  return (
    <Panel title={t('minutes.add')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ kind, text: draft.value('text') }, { onSuccess: close })
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        <NativeSelect
          {...draft.field('kind')}
          label={t('minutes.kind')}
          data={kinds.map((value) => ({ value, label: t(`minutes.${value}`) }))}
        />
        <Textarea
          {...draft.field('text')}
          label={t('minutes.text')}
          required
          autosize
          minRows={6}
          maxLength={20_000}
          error={act.error?.at('/text')}
        />
        <div className={form.acts}>
          <Button type="submit" variant="default" loading={act.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="subtle" onClick={close}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
