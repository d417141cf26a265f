// Preparing a conference: its facts, its agenda, its bridge points, and what is missing before invitations go out.
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { State } from '#functions/conferences/schema.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Empty } from '#web/ui/Empty.tsx'
import notes from '#web/ui/Note.module.css'
import { Page } from '#web/ui/Page.tsx'
import { useConference } from '../useConference.ts'
import { AgendaEditor } from './AgendaEditor.tsx'
import { Checklist } from './Checklist.tsx'
import { FactsForm } from './FactsForm.tsx'
import { PointsGiver } from './PointsGiver.tsx'
import classes from './scheduling.module.css'
import './add-words.ts'

const beforeOpening: readonly State[] = ['draft', 'scheduled', 'postponed']
const over: readonly State[] = ['closed', 'cancelled']

export const EditPage = () => {
  const { t } = useTranslation('scheduling')
  const conference = useConference()
  const may = useMay(conference)
  const { points } = useSearch({ from: '/frame/conferences/$id/edit' })
  const { state } = conference
  if (!may('conference:edit') || over.includes(state))
    return (
      <Page>
        <Empty title={t('edit.forbidden')} hint={t('edit.forbiddenHint')} />
      </Page>
    )
  const editable = beforeOpening.includes(state)
  return (
    <Page>
      <div className={classes.columns}>
        <div className={classes.stack}>
          {editable ? (
            <FactsForm conference={conference} />
          ) : (
            <div className={notes.note}>
              <p className={notes.what}>{t('edit.opened')}</p>
              <p>{t('edit.openedHint')}</p>
            </div>
          )}
          <AgendaEditor conference={conference} />
        </div>
        <div className={classes.stack}>
          {state === 'draft' ? <Checklist conference={conference} /> : null}
          {may('point:add') ? <PointsGiver conference={conference} failed={points === 'failed'} /> : null}
        </div>
      </div>
    </Page>
  )
}
