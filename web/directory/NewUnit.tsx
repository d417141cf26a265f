// Enters a unit: its name, its type, the unit above it, and from which day.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { UnitInput } from '#functions/directory/schema.ts'
import { unitTypeNames } from '#functions/directory/unit-types.data.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { civilDayOf } from '#web/lib/when.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { DayField } from '#web/ui/when/DayField.tsx'
import { directoryKey } from './directory-queries.ts'
import { UnitField } from './UnitField.tsx'

type Draft = ReturnType<typeof useDraft>

const toldBy = (draft: Draft): UnitInput => {
  const [shortName, email] = [draft.value('shortName'), draft.value('email')]
  return {
    name: draft.value('name'),
    ...(shortName ? { shortName } : {}),
    type: draft.value('type') as UnitInput['type'],
    parent: draft.value('parent') || null,
    validFrom: civilDayOf(draft.value('validFrom')) ?? '',
    ...(email ? { email } : {}),
  }
}

export const NewUnit = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('directory')
  const common = useTranslation().t
  const draft = useDraft('unit', { type: 'provincial-police' })
  const act = useAct((json: UnitInput, key) => api.units.$post({ json }, intent(key)), [directoryKey])
  const leave = () => {
    draft.forget()
    onDone()
  }
  const field = (name: string, maxLength: number) => ({
    maxLength,
    error: act.error?.at(`/${name}`),
    ...draft.field(name),
  })
  return (
    <Panel title={t('new.act')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate(toldBy(draft), { onSuccess: leave })
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        <TextInput
          label={t('column.name')}
          description={t('new.nameHint')}
          required
          {...field('name', 300)}
        />
        <TextInput
          label={t('new.shortName')}
          description={t('new.shortNameHint')}
          {...field('shortName', 100)}
        />
        <NativeSelect
          label={t('column.type')}
          required
          error={act.error?.at('/type')}
          data={unitTypeNames.map((value) => ({ value, label: t(`types.${value}`) }))}
          {...draft.field('type')}
        />
        <UnitField
          label={t('column.parent')}
          description={t('new.parentHint')}
          error={act.error?.at('/parent')}
          value={draft.value('parent')}
          onChange={(id) => draft.change('parent', id)}
        />
        <DayField
          name="validFrom"
          label={t('new.from')}
          required
          value={draft.fields.validFrom ?? ''}
          error={act.error?.at('/validFrom')}
          onChange={(day) => draft.change('validFrom', day)}
        />
        <TextInput
          type="email"
          label={t('new.email')}
          description={t('new.emailHint')}
          {...field('email', 254)}
        />
        <div className={form.acts}>
          <Button type="submit" loading={act.isPending}>
            {t('new.send')}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {common('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
