// The facts of a conference edited before it opens; what somebody else changed meanwhile is shown, not overwritten.
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { PersonField } from '#web/directory/PersonField.tsx'
import { api } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from '../conference-queries.ts'
import { myConferences } from '../list-queries.ts'
import { FactsConflict } from './FactsConflict.tsx'
import { FactsFields } from './FactsFields.tsx'
import { errorAt, useFocusFirst } from './field-errors.ts'
import { JobProgress } from './JobProgress.tsx'
import { inputOf, type Plan } from './plan.ts'
import classes from './scheduling.module.css'
import { useEditing } from './useEditing.ts'

type Edit = { plan: Plan; version: number; following: boolean }

const save =
  (id: string) =>
  async ({ plan, version, following }: Edit) => {
    const sent = { param: { id }, json: inputOf(plan) }
    const reading = { headers: { 'if-match': `"${version}"` } }
    const one = api.conferences[':id']
    if (following) {
      await one.following.$put(sent, reading)
      return undefined
    }
    const answer = await one.$put(sent, reading)
    return answer.headers.get('location')?.split('/').at(-1)
  }

export const FactsForm = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const client = useQueryClient()
  const { id, seriesId } = conference
  const editing = useEditing(conference)
  const [saved, setSaved] = useState(false)
  const act = useAct(save(id), [conferenceKey(id), myConferences.queryKey])
  const form = useFocusFirst(act.error)
  const { plan, version } = editing
  const change = (change: Partial<Plan>) => {
    setSaved(false)
    editing.change(change)
  }
  const send = (following: boolean) =>
    act.mutate(
      { plan, version, following },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: conferenceKey(id) })
          editing.saved(plan)
          setSaved(true)
        },
      },
    )
  const stale = act.error?.slug === 'stale-version'
  return (
    <Panel title={t('edit.facts')} aside={editing.dirty ? t('edit.unsaved') : undefined}>
      <form
        ref={form}
        aria-label={t('edit.facts')}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(false)
        }}
      >
        {editing.theirs.length > 0 ? <FactsConflict conference={conference} editing={editing} /> : null}
        {act.error && !(stale && editing.theirs.length === 0) ? <ProblemNote error={act.error} kept /> : null}
        {act.data ? <JobProgress job={act.data} what={t('job.moving')} conference={id} /> : null}
        {conference.state === 'postponed' ? <p className={classes.quiet}>{t('edit.postponed')}</p> : null}
        <FactsFields plan={plan} onChange={change} problem={act.error} />
        <PersonField
          name="/deputyChair"
          label={t('field.deputy')}
          value={plan.deputy}
          error={errorAt(act.error, '/deputyChair')}
          onChange={(deputy) => change({ deputy })}
        />
        <PersonField
          name="/secretary"
          label={t('field.secretary')}
          value={plan.secretary}
          error={errorAt(act.error, '/secretary')}
          onChange={(secretary) => change({ secretary })}
        />
        <div className={classes.acts}>
          <Button type="submit" variant="default" loading={act.isPending} disabled={!editing.dirty}>
            {t('edit.save')}
          </Button>
          {seriesId ? (
            <Button variant="subtle" disabled={!editing.dirty} onClick={() => send(true)}>
              {t('edit.saveFollowing')}
            </Button>
          ) : null}
          <span role="status" className={classes.quiet}>
            {saved && !editing.dirty ? t('edit.saved') : ''}
          </span>
        </div>
      </form>
    </Panel>
  )
}
