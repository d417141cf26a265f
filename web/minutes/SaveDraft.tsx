// The minutes as they stand as a file: PDF to look at elsewhere, DOCX for those who work in Word.
import { useTranslation } from 'react-i18next'
import { MakeFile } from '#web/jobs/MakeFile.tsx'
import { api, intent } from '#web/lib/api.ts'
import { Panel } from '#web/ui/Panel.tsx'
import './add-words.ts'

const formats = ['pdf', 'docx'] as const

export const SaveDraft = ({ conferenceId: id }: { conferenceId: string }) => {
  const { t } = useTranslation('minutes')
  return (
    <Panel title={t('save.title')}>
      <MakeFile
        choices={formats.map((order) => ({ order, label: t(`save.${order}`) }))}
        start={async (format, key) =>
          (
            await api.conferences[':id'].minutes.exports.$post(
              { param: { id }, json: { format } },
              intent(key),
            )
          ).json()
        }
      />
    </Panel>
  )
}
