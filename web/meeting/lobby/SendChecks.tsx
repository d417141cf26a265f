// Writes what was looked at into the point's checklist, by the very route its own form takes.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { pointOf } from '#web/bridge-points/point-queries.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import classes from '../Room.module.css'
import { type Checks, toldChecks } from './checks.rules.ts'

type Props = { conferenceId: string; point: string; checks: Checks }

const { readiness } = api.conferences[':id']['bridge-points'][':point']

export const SendChecks = ({ conferenceId, point, checks }: Props) => {
  const { t } = useTranslation('meeting')
  const { data } = useQuery(pointOf(conferenceId, point))
  const told = toldChecks(checks, data?.readiness.items.map(({ key }) => key) ?? [])
  const send = useAct(
    async (json: { checks: typeof told }, key) =>
      (await readiness.$post({ param: { id: conferenceId, point }, json }, intent(key))).json(),
    [conferenceKey(conferenceId)],
  )
  return (
    <div className={classes.row}>
      <Button
        variant="default"
        className={classes.touch}
        loading={send.isPending}
        disabled={Object.keys(told).length === 0}
        onClick={() => send.mutate({ checks: told })}
      >
        {t('lobby.check.send')}
      </Button>
      <span role="status" className={classes.quiet}>
        {send.isSuccess ? t('lobby.check.sent') : ''}
      </span>
      {send.error ? <ProblemNote error={send.error} /> : null}
    </div>
  )
}
