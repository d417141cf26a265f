// A figure as it was said, what it is about, of when and from where.
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldsProps } from './OutcomeFields.tsx'
import { SourceField } from './SourceField.tsx'

export const FigureFields = ({ draft, at, sourced = false }: FieldsProps) => {
  const { t } = useTranslation('outcomes')
  return (
    <>
      <TextInput
        {...draft.field('said')}
        label={t('field.said')}
        description={t('field.saidHint')}
        required
        maxLength={200}
        error={at('/said')}
      />
      <TextInput
        {...draft.field('subject')}
        label={t('field.subject')}
        required
        maxLength={300}
        error={at('/subject')}
      />
      <TextInput
        {...draft.field('period')}
        label={t('field.period')}
        description={t('field.periodHint')}
        maxLength={100}
        error={at('/period')}
      />
      {sourced ? null : <SourceField draft={draft} at={at} />}
    </>
  )
}
