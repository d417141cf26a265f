// Whether the room is streamed out of the house, and to where; asked before it begins, as what went out cannot be taken back.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conference } from '#functions/conferences/schema.ts'
import { moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { StateChip, type Tone } from '#web/ui/StateChip.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import classes from './Recordings.module.css'
import { liveStreamOf, useStreaming } from './recording-queries.ts'

const tones: Record<'off' | 'starting' | 'on' | 'failed', Tone> = {
  off: 'quiet',
  starting: 'busy',
  on: 'live',
  failed: 'warn',
}

type Props = { conference: Conference; mayRun: boolean }

export const LiveStreamPanel = ({ conference, mayRun }: Props) => {
  const { t } = useTranslation('recordings')
  const { data, error, refetch } = useQuery(liveStreamOf(conference.id))
  const acting = useStreaming(conference.id)
  const isOpen = conference.state === 'open' || conference.state === 'in-session'
  const internal = conference.classification === 'internal'
  if (!data)
    return (
      <Panel title={t('stream.title')}>
        {error ? (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting what={t('stream.title')} />
        )}
      </Panel>
    )
  const { target, state, wanted, since, by, failure } = data
  const place = target ? t('stream.to', { target }) : t('stream.nowhere')
  const act = (verb: 'start' | 'stop') => acting.mutate(verb)
  return (
    <Panel
      title={t('stream.title')}
      aside={<StateChip tone={tones[state]}>{t(`stream.${state}`)}</StateChip>}
    >
      {acting.error ? <ProblemNote error={acting.error} /> : null}
      <p className={classes.hint}>{internal ? t('stream.internal') : place}</p>
      {failure ? <p className={classes.trouble}>{t(`failure.${failure}`)}</p> : null}
      {wanted && since && by ? (
        <p className={classes.hint}>{t('stream.since', { at: moment(since), by })}</p>
      ) : null}
      {mayRun && wanted ? (
        <Button variant="default" onClick={() => act('stop')} loading={acting.isPending}>
          {t('stream.stop')}
        </Button>
      ) : null}
      {mayRun && !wanted && target && isOpen && !internal ? (
        <Begin target={target} busy={acting.isPending} onBegin={() => act('start')} />
      ) : null}
    </Panel>
  )
}

const Begin = ({ target, busy, onBegin }: { target: string; busy: boolean; onBegin: () => void }) => {
  const { t } = useTranslation('recordings')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)} loading={busy}>
        {t('stream.start')}
      </Button>
    )
  const begin = () => {
    setAsking(false)
    onBegin()
  }
  return (
    <fieldset className={classes.ask} aria-label={t('stream.start')}>
      <p>{t('stream.ask', { target })}</p>
      <Button variant="default" onClick={begin} autoFocus>
        {t('stream.start')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>
        {t('stream.keep')}
      </Button>
    </fieldset>
  )
}
