// Another takes the chair while the conference goes on: the deputy for themselves, or the desk for whom it names.
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { hourMinute } from '#web/lib/format.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMyRoles } from '#web/lib/useMe.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from '../conference-queries.ts'
import classes from './scheduling.module.css'

export const TakeChair = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const { id, chairs, deputyChair, presiding } = conference
  const roles = useMyRoles(id)
  const self = roles.includes('chair') || roles.includes('deputy-chair')
  const named = [...chairs, ...(deputyChair ? [deputyChair] : [])]
  const [person, setPerson] = useState('')
  const act = useAct(
    (json: { personId?: string }, key) =>
      api.conferences[':id']['take-chair'].$post({ param: { id }, json }, intent(key)),
    [conferenceKey(id)],
  )
  const chosen = person || named.find(({ personId }) => personId !== presiding?.personId)?.personId || ''
  return (
    <form
      aria-label={t('steps.take-chair')}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(self ? {} : { personId: chosen })
      }}
    >
      {act.error ? <ProblemNote error={act.error} /> : null}
      <p role="status">
        {presiding
          ? t('steps.presiding', { name: presiding.display, at: hourMinute(presiding.since) })
          : t('steps.noPresiding')}
      </p>
      {self ? null : (
        <NativeSelect
          label={t('steps.chairFor')}
          value={chosen}
          onChange={(event) => setPerson(event.currentTarget.value)}
          data={named.map(({ personId, display }) => ({ value: personId, label: display }))}
        />
      )}
      {named.length === 0 && !self ? <p className={classes.quiet}>{t('steps.nobodyNamed')}</p> : null}
      <div className={classes.acts}>
        <Button
          type="submit"
          variant="default"
          loading={act.isPending}
          disabled={!self && named.length === 0}
        >
          {self ? t('steps.doTakeChair') : t('steps.doGiveChair')}
        </Button>
      </div>
    </form>
  )
}
