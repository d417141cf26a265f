// What was held: its title in parts, the unit that hosted it, level, form, classification, place.
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import '#web/conferences/scheduling/add-words.ts'
import { dayOf } from '#functions/imports/held.rules.ts'
import { UnitField } from '#web/directory/UnitField.tsx'
import { linesIn } from '#web/outcomes/outcome-fields.ts'
import classes from './Entering.module.css'
import { useDesk } from './entering-context.ts'
import { heldOf } from './held-fields.ts'
import { useFacts } from './useFacts.ts'
import { useFieldError } from './useFieldError.ts'

export const levels = ['ministry', 'province', 'district', 'commune'] as const
export const forms = ['in-person', 'hybrid', 'online'] as const
/** State-secret matter may not be on a networked system: no grade is offered. */
export const classifications = ['public', 'internal'] as const

export const ConferenceFields = () => {
  const { t } = useTranslation('entering')
  const at = useFieldError()
  const { facts, field } = useFacts()
  const parts = linesIn(facts.title).length
  return (
    <>
      <Textarea
        label={t('fact.title')}
        description={t('field.titleHint')}
        autosize
        minRows={3}
        {...field('title')}
        error={at('/title')}
      />
      <p className={classes.echo} aria-live="polite">
        {parts === 0 ? t('titleNone') : t('titleParts', { count: parts })}
      </p>
      <HostField />
      <Kinds />
      <TextInput
        label={t('fact.venue')}
        description={t('field.venueHint')}
        maxLength={300}
        {...field('venue')}
        error={at('/venue')}
      />
    </>
  )
}

/** Days before units were made anew: whoever knows no date can still find the unit that was. */
const turns = ['2025-06-30', '2025-02-28'] as const

const HostField = () => {
  const { t } = useTranslation('entering')
  const at = useFieldError()
  const { entering, on, setOn } = useDesk()
  const { facts, set } = useFacts()
  const isDated = dayOf(heldOf(entering.form)) !== undefined
  return (
    <>
      <UnitField
        key={on}
        name="/hostUnitId"
        label={t('fact.hostUnitId')}
        description={isDated ? t('field.hostHint') : t('field.hostUndatedHint')}
        required
        value={facts.hostUnitId ?? ''}
        on={on}
        error={at('/hostUnitId', facts.hostUnitId ?? '')}
        onChange={(hostUnitId) => set({ hostUnitId })}
      />
      {isDated ? null : (
        <NativeSelect
          label={t('field.unitsOf')}
          maw={420}
          value={turns.find((day) => day === on) ?? ''}
          onChange={(event) => setOn(event.currentTarget.value)}
          data={[
            { value: '', label: t('unitsOf.reported') },
            ...turns.map((day) => ({ value: day, label: t(`unitsOf.${day}`) })),
          ]}
        />
      )}
    </>
  )
}

const Kinds = () => {
  const { t } = useTranslation('entering')
  const { t: scheduling } = useTranslation('scheduling')
  const common = useTranslation().t
  const at = useFieldError()
  const { field } = useFacts()
  return (
    <div className={classes.three}>
      <NativeSelect
        label={t('fact.level')}
        {...field('level')}
        error={at('/level')}
        data={[
          { value: '', label: t('unsaidLevel') },
          ...levels.map((value) => ({ value, label: scheduling(`level.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('fact.form')}
        {...field('form')}
        error={at('/form')}
        data={forms.map((value) => ({ value, label: common(`form.${value}`) }))}
      />
      <NativeSelect
        label={t('fact.classification')}
        {...field('classification')}
        error={at('/classification')}
        data={classifications.map((value) => ({ value, label: common(`classification.${value}`) }))}
      />
    </div>
  )
}
