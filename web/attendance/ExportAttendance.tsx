// Attendance to take away: a workbook of three sheets, or the delegates alone as CSV.
import { useTranslation } from 'react-i18next'
import type { ExportInput } from '#functions/attendance/exports.schema.ts'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { api, intent } from '#web/lib/api.ts'

const formats: readonly ExportInput['format'][] = ['xlsx', 'csv']

export const ExportAttendance = ({ conferenceId: id }: { conferenceId: string }) => {
  const { t } = useTranslation('jobs')
  return (
    <MakeFile
      choices={formats.map((order) => ({ order, label: t(`order.attendance.${order}`) }))}
      start={async (format, key) =>
        (
          await api.conferences[':id'].attendance.exports.$post(
            { param: { id }, json: { format } },
            intent(key),
          )
        ).json()
      }
    />
  )
}
