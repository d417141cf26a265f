// The turns at the floor as a workbook to take away.
import { useTranslation } from 'react-i18next'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { api, intent } from '#web/lib/api.ts'

export const ExportFloor = ({ conferenceId: id }: { conferenceId: string }) => {
  const { t } = useTranslation('jobs')
  return (
    <MakeFile
      choices={[{ order: 'xlsx', label: t('order.floor') }]}
      start={async (_, key) =>
        (await api.conferences[':id'].floor.exports.$post({ param: { id } }, intent(key))).json()
      }
    />
  )
}
