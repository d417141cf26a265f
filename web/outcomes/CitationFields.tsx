// A citation as it was said: its parts are read as one types.
import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldsProps } from './OutcomeEditor.tsx'

export const CitationFields = ({ draft, at }: FieldsProps) => {
  const { t } = useTranslation('outcomes')
  return (
    <>
      <Textarea
        {...draft.field('said')}
        label={t('field.cited')}
        description={t('field.citedHint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        error={at('/said')}
      />
      <TextInput
        {...draft.field('source')}
        label={t('field.source')}
        description={t('field.sourceHint')}
        maxLength={300}
        error={at('/source')}
      />
    </>
  )
}
