// The records of the days chosen above as a table to take away.
import { useTranslation } from 'react-i18next'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { archive, intent } from '#web/lib/api.ts'
import { useHolds } from '#web/lib/useHolds.ts'
import { instantOf } from '../archive-queries.ts'
import './add-words.ts'

type Sought = { from?: string | undefined; to?: string | undefined; unit?: string | undefined }

export const ExportRecords = ({ sought: { from, to, unit } }: { sought: Sought }) => {
  const { t } = useTranslation('keeping')
  const may = useHolds('archivist', 'secretariat')
  if (!may) return null
  const days = { from: from ?? '', to: to ?? '', ...(unit ? { unit } : {}) }
  return (
    <MakeFile
      choices={[{ order: days, label: t('csv') }]}
      not={from && to ? undefined : t('csvHint')}
      start={async (order, key) => {
        const json = { ...order, from: instantOf(order.from), to: instantOf(order.to) }
        return (await archive.exports.$post({ json }, intent(key))).json()
      }}
    />
  )
}
