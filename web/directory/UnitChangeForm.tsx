// One change of a unit: what, and from which day.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import { civilDayOf } from '#web/lib/when.ts'
import form from '#web/ui/form.module.css'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { DayField } from '#web/ui/when/DayField.tsx'
import { directoryKey } from './directory-queries.ts'
import { UnitField } from './UnitField.tsx'
import { sendChange, type Told, type UnitChange } from './unit-changes.ts'

type Props = {
  unit: { id: string; version: number }
  change: UnitChange
  onDone: () => void
  onLeave: () => void
}

/** The words of the day and of the unit that a change asks for, and the field the API calls that unit by. */
const words = {
  rename: { day: 'unit.renameFrom', pointer: '/from' },
  move: { day: 'unit.moveFrom', unit: 'column.parent', pointer: '/from' },
  end: { day: 'unit.lastDay', unit: 'unit.heir', pointer: '/lastDay' },
  absorb: { day: 'unit.absorbOn', unit: 'unit.absorbed', pointer: '/on' },
} as const

export const UnitChangeForm = ({ unit, change, onDone, onLeave }: Props) => {
  const { t } = useTranslation('directory')
  const common = useTranslation().t
  const draft = useDraft(`${change} ${unit.id}`)
  const act = useAct(
    (told: Told, key) => sendChange(unit, change, told, key),
    [directoryKey, ['unit', unit.id]],
  )
  const asked = words[change]
  const send = () => {
    const told = {
      day: civilDayOf(draft.value('day')) ?? '',
      name: draft.value('name'),
      shortName: draft.value('shortName'),
      unit: draft.value('unit'),
    }
    act.mutate(told, {
      onSuccess: () => {
        draft.forget()
        onDone()
      },
    })
  }
  return (
    <form
      className={form.form}
      aria-label={t(`unit.${change}`)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      {change === 'rename' ? (
        <>
          <TextInput
            label={t('column.name')}
            required
            maxLength={300}
            error={act.error?.at('/name')}
            {...draft.field('name')}
          />
          <TextInput label={t('new.shortName')} maxLength={100} {...draft.field('shortName')} />
        </>
      ) : null}
      {'unit' in asked ? (
        <UnitField
          label={t(asked.unit)}
          description={change === 'end' ? t('unit.heirHint') : undefined}
          required={change !== 'end'}
          value={draft.value('unit')}
          onChange={(id) => draft.change('unit', id)}
        />
      ) : null}
      <DayField
        name="day"
        label={t(asked.day)}
        required
        value={draft.fields.day ?? ''}
        error={act.error?.at(asked.pointer)}
        onChange={(day) => draft.change('day', day)}
      />
      <div className={form.acts}>
        <Button type="submit" loading={act.isPending}>
          {t('unit.send')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {common('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
