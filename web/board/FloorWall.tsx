// The floor for a hall: who speaks, the countdown, the next three; between turns, what is on and what comes next.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { usePointNames } from '#web/bridge-points/usePointNames.ts'
import { agendaPlace } from '#web/conferences/agenda-place.rules.ts'
import { floorOf } from '#web/floor/floor-queries.ts'
import type { FloorNow } from '#web/floor/Speaking.tsx'
import { saidOf } from '#web/floor/said.rules.ts'
import classes from './FloorWall.module.css'
import { OutOfSession } from './OutOfSession.tsx'
import { sizeFor } from './title.rules.ts'
import { WallNote } from './WallNote.tsx'
import { WallSpeaker } from './WallSpeaker.tsx'

export const FloorWall = ({ conference }: { conference: Conference }) => {
  const { t } = useTranslation('wall')
  const { data: floor, error } = useQuery(floorOf(conference.id))
  const pointName = usePointNames(conference.id)
  if (conference.state !== 'in-session') return <OutOfSession conference={conference} />
  if (!floor) return <WallNote title={error ? t('failed') : t('loading')} problem={error} waiting={!error} />
  const { now, next } = agendaPlace(conference.agenda)
  return (
    <>
      {floor.current ? (
        <WallSpeaker conferenceId={conference.id} floor={floor} turn={floor.current} pointName={pointName} />
      ) : (
        <NowOn label={t('agendaNow')} title={now?.title ?? t('agendaNone')} presenter={now?.presenter} />
      )}
      <footer className={classes.foot}>
        {floor.current ? (
          <AgendaLine label={t('agendaNow')} title={now?.title ?? t('agendaNone')} />
        ) : (
          <AgendaLine label={t('agendaNext')} title={next?.title ?? '–'} />
        )}
        <NextSpeakers floor={floor} pointName={pointName} />
      </footer>
    </>
  )
}

const onRoom = { width: 166, height: 40, most: 9, least: 2.6 }

const NowOn = (item: { label: string; title: string; presenter: string | undefined }) => (
  <section className={classes.on}>
    <h2 className={classes.label}>{item.label}</h2>
    <p className={classes.onTitle} style={{ fontSize: `${sizeFor(item.title.length, onRoom)}vh` }}>
      {item.title}
    </p>
    {item.presenter ? <p className={classes.office}>{item.presenter}</p> : null}
  </section>
)

const lineRoom = { width: 72, height: 14, most: 3.2, least: 1.8 }

const AgendaLine = ({ label, title }: { label: string; title: string }) => (
  <section className={classes.agenda}>
    <h2 className={classes.label}>{label}</h2>
    <p className={classes.agendaTitle} style={{ fontSize: `${sizeFor(title.length, lineRoom)}vh` }}>
      {title}
    </p>
  </section>
)

const nextMost = 3

type NextProps = { floor: FloorNow; pointName: (id: string) => string }

const NextSpeakers = ({ floor, pointName }: NextProps) => {
  const { t } = useTranslation('wall')
  const waiting = floor.queue.slice(0, nextMost)
  return (
    <section className={classes.next}>
      <h2 className={classes.label}>{t('next')}</h2>
      {waiting.length === 0 ? <p className={classes.none}>{t('nobodyNext')}</p> : null}
      <ol className={classes.list}>
        {waiting.map((request, at) => (
          <li key={request.id} className={classes.entry}>
            <span className={classes.place}>{at + 1}</span>
            <b>{pointName(request.pointId)}</b>
            <span className={classes.entryWho}>
              {saidOf(request.speaker).who.join(' ')}
              {request.kind === 'point-of-order' ? ` · ${t('order')}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
