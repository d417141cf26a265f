// Self check-in at the point: the code to show, and the claims that wait for the operator's word.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDo, usePending } from '#web/lib/outbox/useOutbox.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Unsent } from '#web/ui/Unsent.tsx'
import { CheckInClaim } from './CheckInClaim.tsx'
import { CheckInCode } from './CheckInCode.tsx'
import classes from './CheckIns.module.css'
import { checkInsOf } from './operator-queries.ts'

type Props = { conferenceId: string; pointId: string; live: boolean }

/** So many the API decides at once. */
const atOnce = 80

export const CheckInsPanel = ({ conferenceId, pointId, live }: Props) => {
  const { t } = useTranslation('operator')
  return (
    <Panel title={t('checkIn.title')}>
      {live ? (
        <div className={classes.both}>
          <CheckInCode conferenceId={conferenceId} pointId={pointId} />
          <Claims conferenceId={conferenceId} pointId={pointId} />
        </div>
      ) : (
        <p>{t('checkIn.soon')}</p>
      )}
    </Panel>
  )
}

const Claims = ({ conferenceId, pointId }: Omit<Props, 'live'>) => {
  const { t } = useTranslation('operator')
  const place = { conferenceId, pointId }
  const { data, error, dataUpdatedAt, refetch } = useQuery(checkInsOf(conferenceId, pointId))
  const add = useDo(place)
  const decided = usePending(place, ['check-ins-confirm', 'check-ins-reject'], dataUpdatedAt)
  const ids = decided.flatMap(({ act }) => act.told.delegateIds)
  const claims =
    data?.items.filter(({ state, delegateId }) => state === 'claimed' && !ids.includes(delegateId)) ?? []
  const confirm = (delegateIds: string[]) => void add({ kind: 'check-ins-confirm', told: { delegateIds } })
  return (
    <div className={classes.claims}>
      <p>{t('checkIn.how')}</p>
      <h3 className={classes.title}>
        {t('checkIn.waiting')} {decided.some(({ unsent }) => unsent) ? <Unsent /> : null}
      </h3>
      {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data && claims.length === 0 ? <p className={classes.quiet}>{t('checkIn.none')}</p> : null}
      <ul className={classes.list}>
        {claims.map((claim) => (
          <CheckInClaim
            key={claim.delegateId}
            claim={claim}
            onConfirm={() => confirm([claim.delegateId])}
            onReject={(reason) =>
              void add({ kind: 'check-ins-reject', told: { delegateIds: [claim.delegateId], reason } })
            }
          />
        ))}
      </ul>
      {claims.length > 1 ? (
        <Button
          variant="default"
          onClick={() => confirm(claims.slice(0, atOnce).map(({ delegateId }) => delegateId))}
        >
          {t('checkIn.confirmAll', { count: Math.min(atOnce, claims.length) })}
        </Button>
      ) : null}
    </div>
  )
}
