// The floor as our point needs it: whether requests are taken, our place in the list, asking and giving back.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import { RequestForm } from '#web/floor/RequestForm.tsx'
import type { FloorNow } from '#web/floor/Speaking.tsx'
import { TurnClock } from '#web/floor/TurnClock.tsx'
import { useFloorAct } from '#web/floor/useFloorAct.ts'
import { useDo, usePending } from '#web/lib/outbox/useOutbox.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip } from '#web/ui/StateChip.tsx'
import { Unsent } from '#web/ui/Unsent.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useDelegates } from '../useDelegates.ts'
import { usePointNames } from '../usePointNames.ts'
import classes from './Operator.module.css'

type Props = {
  conference: Conference
  unitId: string
  /** Once we are connected, asking is the page's main act. */
  linked: boolean
}

export const FloorPanel = ({ conference, unitId, linked }: Props) => {
  const { t } = useTranslation('operator')
  const { data, error, dataUpdatedAt, refetch } = useQuery(floorOf(conference.id))
  const running = conference.state === 'in-session'
  const open = data?.open ?? false
  return (
    <Panel
      title={t('floor.title')}
      aside={
        running && data ? (
          <StateChip tone={open ? 'good' : 'quiet'}>{t(open ? 'floor.open' : 'floor.closed')}</StateChip>
        ) : null
      }
    >
      {error && !data ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {!running ? <p>{t('floor.notYet')}</p> : null}
      {running && !data && !error ? <Waiting what={t('floor.title')} rows={2} /> : null}
      {running && data ? (
        <OurFloor
          conferenceId={conference.id}
          unitId={unitId}
          floor={data}
          dataUpdatedAt={dataUpdatedAt}
          linked={linked}
        />
      ) : null}
    </Panel>
  )
}

type OursProps = {
  conferenceId: string
  unitId: string
  floor: FloorNow
  dataUpdatedAt: number
  linked: boolean
}

const OurFloor = (props: OursProps) => {
  const { conferenceId, unitId, floor, dataUpdatedAt, linked } = props
  const { t } = useTranslation('operator')
  const { t: say } = useTranslation()
  const [asking, setAsking] = useState(false)
  const delegates = useDelegates(conferenceId, unitId)
  const ask = () => setAsking(true)
  const ours = floor.current?.unitId === unitId
  return (
    <div className={classes.stack}>
      <Current {...props} />
      <Places conferenceId={conferenceId} unitId={unitId} floor={floor} dataUpdatedAt={dataUpdatedAt} />
      {asking ? (
        <RequestForm
          conferenceId={conferenceId}
          unitId={unitId}
          delegates={delegates}
          onDone={() => setAsking(false)}
        />
      ) : null}
      {asking || ours || linked ? null : (
        <Button variant="default" className={classes.touch} disabled={!floor.open} onClick={ask}>
          {say('floor.request')}
        </Button>
      )}
      {!asking && !ours && linked ? (
        <MainAct disabled={!floor.open} onClick={ask}>
          {say('floor.request')}
        </MainAct>
      ) : null}
      <p className="visually-hidden" role="status">
        {ours ? t('floor.speaking', { name: floor.current?.speaker.display ?? '' }) : ''}
      </p>
    </div>
  )
}

const Current = ({ conferenceId, unitId, floor: { current } }: OursProps) => {
  const { t } = useTranslation('operator')
  const { t: say } = useTranslation()
  const pointName = usePointNames(conferenceId)
  const act = useFloorAct(conferenceId)
  if (!current) return <p className={classes.quiet}>{t('floor.nobody')}</p>
  if (current.unitId !== unitId)
    return <p className={classes.quiet}>{t('floor.others', { point: pointName(current.pointId) })}</p>
  const { requestId, speaker, startedAt, budgetSeconds } = current
  return (
    <>
      {act.error ? <ProblemNote error={act.error} /> : null}
      <p className={classes.speaking}>{t('floor.speaking', { name: speaker.display })}</p>
      <TurnClock startedAt={startedAt} budgetSeconds={budgetSeconds} />
      <MainAct busy={act.isPending} onClick={() => act.mutate({ act: 'yield', requestId })}>
        {say('floor.yield')}
      </MainAct>
    </>
  )
}

type PlacesProps = Omit<OursProps, 'linked'>

/** Our requests and where each stands, those not sent yet included. */
const Places = ({ conferenceId, unitId, floor: { queue }, dataUpdatedAt }: PlacesProps) => {
  const { t } = useTranslation('operator')
  const { t: say } = useTranslation()
  const place = { conferenceId, pointId: pointIdOf(unitId) }
  const add = useDo(place)
  const asked = usePending(place, ['floor-request'], dataUpdatedAt)
  const withdrawn = usePending(place, ['floor-withdraw'], dataUpdatedAt)
  const mine = queue.flatMap((request, index) =>
    request.unitId === unitId ? [{ request, at: index + 1 }] : [],
  )
  if (mine.length + asked.length === 0) return <p className={classes.quiet}>{t('floor.none')}</p>
  return (
    <ul className={classes.places}>
      {mine.map(({ request: { id, speaker }, at }) => {
        const back = withdrawn.find(({ act }) => act.request === id)
        return (
          <li key={id}>
            <span>
              <b>{t('floor.place', { place: at, of: queue.length })}</b>
              <span className={classes.detail}>{speaker.display}</span>
            </span>
            {back ? (
              <span className={classes.quiet}>
                {t('floor.withdrawn')} {back.unsent ? <Unsent /> : null}
              </span>
            ) : (
              <Button
                variant="default"
                aria-label={t('floor.withdrawFor', { name: speaker.display })}
                onClick={() => void add({ kind: 'floor-withdraw', request: id })}
              >
                {say('floor.withdraw')}
              </Button>
            )}
          </li>
        )
      })}
      {asked.map(({ key, unsent }) => (
        <li key={key}>
          <span>{say('floor.request')}</span>
          {unsent ? <Unsent /> : null}
        </li>
      ))}
    </ul>
  )
}
