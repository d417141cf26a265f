// Where a figure, a citation or a commendation was read.
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldsProps } from './OutcomeFields.tsx'

export const SourceField = ({ draft, at }: Pick<FieldsProps, 'draft' | 'at'>) => {
  const { t } = useTranslation('outcomes')
  return (
    <TextInput
      {...draft.field('source')}
      label={t('field.source')}
      description={t('field.sourceHint')}
      maxLength={300}
      error={at('/source')}
    />
  )
}
