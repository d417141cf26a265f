// A directive: what is directed, by whom, who carries it out by when, and the documents it rests on.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import '#web/ui/checkbox.css'
import { useTranslation } from 'react-i18next'
import { DayField } from '#web/ui/when/DayField.tsx'
import type { FieldsProps } from './OutcomeFields.tsx'
import classes from './Outcomes.module.css'
import { OwnersField } from './OwnersField.tsx'
import { listIn } from './outcome-fields.ts'

export const DirectiveFields = ({ conference, draft, citations, at }: FieldsProps) => {
  const { t } = useTranslation('outcomes')
  const chosen = listIn(draft.value('citationIds'))
  const cited = citations.filter(({ id, withdrawn }) => !withdrawn || chosen.includes(id))
  return (
    <>
      <Textarea
        {...draft.field('text')}
        label={t('field.text')}
        required
        autosize
        minRows={3}
        maxLength={5000}
        error={at('/text')}
      />
      <TextInput {...draft.field('saidBy')} label={t('field.saidBy')} maxLength={300} error={at('/saidBy')} />
      <OwnersField conference={conference} draft={draft} at={at} />
      <DayField
        name="dueOn"
        label={t('field.dueOn')}
        description={t('field.dueOnHint')}
        value={draft.fields.dueOn ?? ''}
        onChange={(dueOn) => draft.fill({ dueOn })}
        error={at('/dueOn')}
      />
      {cited.length > 0 ? (
        <Checkbox.Group
          label={t('field.citations')}
          value={chosen}
          onChange={(ids) => draft.fill({ citationIds: ids.join(' ') })}
        >
          <div className={classes.stacked}>
            {cited.map(({ id, text }) => (
              <Checkbox key={id} value={id} label={text} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      {conference.agenda.length > 0 ? (
        <NativeSelect
          {...draft.field('agendaItem')}
          label={t('field.agendaItem')}
          data={[
            { value: '', label: t('field.noItem') },
            ...conference.agenda.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      ) : null}
    </>
  )
}
