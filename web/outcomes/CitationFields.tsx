// A citation as it was said: its parts are read as one types.
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldsProps } from './OutcomeFields.tsx'
import { SourceField } from './SourceField.tsx'

export const CitationFields = ({ draft, at, sourced = false }: FieldsProps) => {
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
      {sourced ? null : <SourceField draft={draft} at={at} />}
    </>
  )
}
