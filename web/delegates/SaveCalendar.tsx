// The conference for one's own calendar, saved as a file.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/lib/api.ts'
import { saveFile } from '#web/lib/save-file.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useTry } from '#web/ui/useTry.ts'

export const SaveCalendar = ({ conferenceId: id }: { conferenceId: string }) => {
  const { t } = useTranslation('delegate')
  const save = useTry(async () => {
    const answer = await api.conferences[':id']['calendar.ics'].$get({ param: { id } })
    saveFile(await answer.blob(), 'hoi-nghi.ics')
  })
  return (
    <>
      {save.error ? <ProblemNote error={save.error} /> : null}
      <Button variant="default" onClick={save.run} loading={save.running}>
        {t('calendar')}
      </Button>
    </>
  )
}
