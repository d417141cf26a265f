// Moves a person to another unit from a day on: the post and the operator's roles go along, the old ones end.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView, MoveInput } from '#functions/accounts/schema.ts'
import { UnitField } from '#web/directory/UnitField.tsx'
import { useUnitNames } from '#web/directory/useUnitNames.ts'
import { accounts, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { civilDayOf } from '#web/lib/when.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { DayField } from '#web/ui/when/DayField.tsx'
import { accountsKey } from './account-queries.ts'

type Props = { sub: string; posts: AccountView['posts'] }

export const MoveForm = ({ sub, posts }: Props) => {
  const { t } = useTranslation('accounts')
  const [open, setOpen] = useState(false)
  const act = useAct(
    async (json: MoveInput, key) =>
      (await accounts[':sub'].move.$post({ param: { sub }, json }, intent(key))).json(),
    [accountsKey, ['grants'], ['directory']],
  )
  if (!open)
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('move.act')}
        </Button>
        <p role="status">
          {act.data ? t('move.done', { moved: act.data.moved.length, ended: act.data.ended.length }) : ''}
        </p>
      </div>
    )
  const move = (told: MoveInput, done: () => void) =>
    act.mutate(told, {
      onSuccess: () => {
        done()
        setOpen(false)
      },
    })
  return (
    <Panel title={t('move.act')}>
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <Fields
        sub={sub}
        posts={posts}
        busy={act.isPending}
        at={(pointer) => act.error?.at(pointer)}
        onMove={move}
        onLeave={() => setOpen(false)}
      />
    </Panel>
  )
}

type FieldsProps = Props & {
  busy: boolean
  at: (pointer: string) => string | undefined
  onMove: (told: MoveInput, done: () => void) => void
  onLeave: () => void
}

const Fields = ({ sub, posts, busy, at, onMove, onLeave }: FieldsProps) => {
  const { t } = useTranslation('accounts')
  const common = useTranslation().t
  const units = [...new Set(posts.filter(({ to }) => !to).map(({ unitId }) => unitId))]
  const names = useUnitNames(units)
  const draft = useDraft(`move ${sub}`, { from: units[0] ?? '' })
  const send = () => {
    const [title, reason] = [draft.value('title'), draft.value('reason')]
    const told = { from: draft.value('from'), to: draft.value('to'), on: civilDayOf(draft.value('on')) ?? '' }
    onMove({ ...told, ...(title ? { title } : {}), ...(reason ? { reason } : {}) }, draft.forget)
  }
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <NativeSelect
        label={t('move.from')}
        required
        error={at('/from')}
        data={units.map((value) => ({ value, label: names.get(value) ?? value }))}
        {...draft.field('from')}
      />
      <UnitField
        label={t('move.to')}
        required
        error={at('/to')}
        value={draft.value('to')}
        onChange={(id) => draft.change('to', id)}
      />
      <DayField
        name="on"
        label={t('move.on')}
        description={t('move.onHint')}
        required
        value={draft.fields.on ?? ''}
        error={at('/on')}
        onChange={(on) => draft.change('on', on)}
      />
      <TextInput
        label={t('move.title')}
        description={t('move.titleHint')}
        maxLength={300}
        error={at('/title')}
        {...draft.field('title')}
      />
      <Textarea
        label={t('move.reason')}
        rows={2}
        maxLength={500}
        error={at('/reason')}
        {...draft.field('reason')}
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy} disabled={!draft.value('to') || !draft.value('on')}>
          {t('move.send')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {common('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
