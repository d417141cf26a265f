// Before the invitations go out: what is still missing, and the act itself.
import { IconAlertTriangle, IconCheck, IconCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { boardOf } from '#web/bridge-points/point-queries.ts'
import { api, intent } from '#web/lib/api.ts'
import { useServerNow } from '#web/lib/server-clock.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useMay } from '#web/lib/useMe.ts'
import { MainAct } from '#web/ui/MainAct.tsx'
import notes from '#web/ui/Note.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { conferenceKey } from '../conference-queries.ts'
import { myConferences } from '../list-queries.ts'
import { checklistId, isGrave, type Lack, lacksOf } from './missing.ts'
import classes from './scheduling.module.css'

const everyMs = 15_000

const icon = { size: 18, stroke: 1.8, className: classes.mark, 'aria-hidden': true }

/** Whoever was led here by the act finds the focus here. */
const useSought = () => {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (location.hash !== `#${checklistId}`) return
    // No further than needed: the act itself stands at the top of the page.
    ref.current?.focus({ preventScroll: true })
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return ref
}

export const Checklist = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('scheduling')
  const { data: board } = useQuery(boardOf(conference.id))
  const lacks = lacksOf(conference, board?.items.length, useServerNow(everyMs))
  return (
    <div id={checklistId} ref={useSought()} tabIndex={-1} className={classes.sought}>
      <Panel title={t('check.title')}>
        <ul className={classes.lacks}>
          {lacks.map((lack) => (
            <li key={lack} className={classes.lack} data-grave={isGrave(lack) ? '' : undefined}>
              {isGrave(lack) ? <IconAlertTriangle {...icon} /> : <IconCircle {...icon} />}
              <span>{t(`check.${lack}`)}</span>
            </li>
          ))}
          {lacks.length === 0 ? (
            <li className={`${classes.lack} ${classes.ready}`}>
              <IconCheck {...icon} />
              <span>{t('check.ready')}</span>
            </li>
          ) : null}
        </ul>
        <p className={classes.note}>{t('check.hint')}</p>
        <ScheduleAct conference={conference} lacks={lacks} />
      </Panel>
    </div>
  )
}

/** What is gravely missing is asked about once; then the second word schedules all the same. */
const ScheduleAct = ({ conference, lacks }: { conference: Conference; lacks: readonly Lack[] }) => {
  const { t } = useTranslation('scheduling')
  const common = useTranslation().t
  const may = useMay(conference)
  const { id } = conference
  const [asking, setAsking] = useState(false)
  const act = useAct(
    (_: undefined, key) => api.conferences[':id'].schedule.$post({ param: { id } }, intent(key)),
    [conferenceKey(id), myConferences.queryKey],
  )
  const grave = lacks.filter(isGrave)
  const settled = grave.length === 0
  useEffect(() => {
    if (settled) setAsking(false)
  }, [settled])
  if (!may('conference:schedule')) return null
  const take = () => (settled || asking ? act.mutate(undefined) : setAsking(true))
  return (
    <>
      {asking ? (
        <div className={notes.note} data-tone="problem" role="alert">
          <p className={notes.what}>{t('check.ask')}</p>
          <ul className={notes.list}>
            {grave.map((lack) => (
              <li key={lack}>{t(`check.${lack}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {act.error ? <ProblemNote error={act.error} /> : null}
      <MainAct busy={act.isPending} onClick={take}>
        {asking ? t('check.anyway') : common('act.schedule')}
      </MainAct>
    </>
  )
}
