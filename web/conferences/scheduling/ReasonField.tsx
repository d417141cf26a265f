// Why a step is taken: its units read it.
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = { value: string; onChange: (reason: string) => void; error?: string | undefined }

export const ReasonField = ({ value, onChange, error }: Props) => {
  const { t } = useTranslation('scheduling')
  return (
    <Textarea
      name="/reason"
      label={t('steps.reason')}
      required
      rows={2}
      maxLength={1000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
