// Gives a role: to whom, which, where, and until when.
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GrantInput } from '#functions/grants/giving.schema.ts'
import type { Role } from '#functions/grants/schema.ts'
import { PersonField } from '#web/directory/PersonField.tsx'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { instantOf, type When } from '#web/lib/when.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { WhenField } from '#web/ui/when/WhenField.tsx'
import { grantsKey } from './grant-queries.ts'
import { ScopeField } from './ScopeField.tsx'
import { scopeKindOf } from './scope-kind.ts'
import { useGivenRoles } from './useGivenRoles.ts'

type Props = { personId?: string; onDone: () => void }
type Draft = ReturnType<typeof useDraft>

/** A day and a time are two fields of the form. */
const whenIn = ({ fields }: Draft, end: 'from' | 'to'): When => ({
  day: fields[`${end}Day`] ?? '',
  time: fields[`${end}Time`] ?? '',
})

const toldBy = (draft: Draft, person: string): GrantInput => {
  const role = draft.value('role') as Role
  const [from, to] = [instantOf(whenIn(draft, 'from')), instantOf(whenIn(draft, 'to'))]
  const reason = draft.value('reason')
  return {
    personId: person,
    role,
    scope: (scopeKindOf(role) === 'everywhere' ? '*' : draft.value('scope')) as GrantInput['scope'],
    ...(from ? { validFrom: from } : {}),
    ...(to ? { validTo: to } : {}),
    ...(reason ? { reason } : {}),
  }
}

export const GiveForm = ({ personId, onDone }: Props) => {
  const { t } = useTranslation('grants')
  const common = useTranslation().t
  const roles = useGivenRoles()
  const draft = useDraft(`grant ${personId ?? ''}`, { role: roles[0] ?? '' })
  const act = useAct((json: GrantInput, key) => api.grants.$post({ json }, intent(key)), [grantsKey])
  const person = personId ?? draft.value('person')
  const role = draft.value('role') as Role
  const leave = () => {
    draft.forget()
    onDone()
  }
  const whole = person !== '' && (scopeKindOf(role) === 'everywhere' || draft.value('scope') !== '')
  return (
    <Panel title={t('give.act')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate(toldBy(draft, person), { onSuccess: leave })
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        {personId ? null : (
          <PersonField
            label={t('column.person')}
            description={t('give.personHint')}
            required
            error={act.error?.at('/personId')}
            value={draft.value('person')}
            onChange={(id) => draft.change('person', id)}
          />
        )}
        <NativeSelect
          label={t('column.role')}
          required
          error={act.error?.at('/role')}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          {...draft.field('role')}
        />
        <ScopeField
          role={role}
          error={act.error?.at('/scope')}
          value={draft.value('scope')}
          onChange={(scope) => draft.change('scope', scope)}
        />
        <Span draft={draft} at={(pointer) => act.error?.at(pointer)} />
        <div className={form.acts}>
          <Button type="submit" loading={act.isPending} disabled={!whole}>
            {t('give.send')}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {common('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

const Span = ({ draft, at }: { draft: Draft; at: (pointer: string) => string | undefined }) => {
  const { t } = useTranslation('grants')
  return (
    <>
      <WhenField
        label={t('give.from')}
        hint={t('give.fromHint')}
        name="/validFrom"
        value={whenIn(draft, 'from')}
        error={at('/validFrom')}
        onChange={({ day, time }) => draft.fill({ fromDay: day, fromTime: time })}
      />
      <WhenField
        label={t('give.to')}
        hint={t('give.toHint')}
        name="/validTo"
        value={whenIn(draft, 'to')}
        error={at('/validTo')}
        onChange={({ day, time }) => draft.fill({ toDay: day, toTime: time })}
      />
      <Textarea
        label={t('give.reason')}
        description={t('give.reasonHint')}
        rows={2}
        maxLength={500}
        error={at('/reason')}
        {...draft.field('reason')}
      />
    </>
  )
}
