// What a conference is used for besides itself: a calendar file, a template, the model of the next.
import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { saveFile } from '#web/lib/save-file.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMay } from '#web/lib/useMe.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useTry } from '#web/ui/useTry.ts'
import { errorAt } from './field-errors.ts'
import classes from './scheduling.module.css'
import { templatesKey } from './scheduling-queries.ts'

/** Whoever asks must be known, so the file is fetched and then handed to the browser to save. */
const saveCalendar = async (id: string) => {
  const answer = await api.conferences[':id']['calendar.ics'].$get({ param: { id } })
  saveFile(await answer.blob(), 'hoi-nghi.ics')
}

export const CopyPanel = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const may = useMay(conference)
  const { id } = conference
  const calendar = useTry(() => saveCalendar(id))
  return (
    <Panel title={t('copy.title')}>
      <div className={classes.stack}>
        {calendar.error ? <ProblemNote error={calendar.error} onRetry={calendar.run} /> : null}
        <div className={classes.acts}>
          <Button variant="default" loading={calendar.running} onClick={calendar.run}>
            {t('copy.calendar')}
          </Button>
          {may('conference:draft') ? (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/conferences/new" search={{ like: id }} {...props} />}
            >
              {t('copy.like')}
            </Button>
          ) : null}
        </div>
        {may('template:write') ? <TemplateForm conference={conference} /> : null}
      </div>
    </Panel>
  )
}

const TemplateForm = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const [name, setName] = useState(conference.title[0] ?? '')
  const act = useAct(
    (json: { name: string }, key) =>
      api.conferences[':id']['save-as-template'].$post({ param: { id: conference.id }, json }, intent(key)),
    [templatesKey],
  )
  return (
    <form
      aria-label={t('copy.template')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ name })
      }}
    >
      {act.error ? <ProblemNote error={act.error} kept /> : null}
      <TextInput
        name="/name"
        label={t('copy.templateName')}
        description={t('copy.templateHint')}
        required
        maxLength={300}
        value={name}
        error={errorAt(act.error, '/name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {t('copy.template')}
        </Button>
        <span role="status" className={classes.quiet}>
          {act.isSuccess ? t('copy.saved') : ''}
        </span>
      </div>
    </form>
  )
}
