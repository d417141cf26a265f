// Plays a recording from any of its marks. The address ends after a quarter of an hour: when the store refuses, another is asked for.
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { Marks } from './Marks.tsx'
import classes from './Recordings.module.css'
import type { Recording } from './recording-queries.ts'
import { useAddress } from './useAddress.ts'
import { useSpeakers } from './useSpeakers.ts'

type Props = {
  conferenceId: string
  recording: Recording
  /** Where it opens. */
  second: number
  onOpen: (second: number) => void
  onClose: () => void
}

export const Player = ({ conferenceId, recording, second, onOpen, onClose }: Props) => {
  const { t } = useTranslation('recordings')
  const video = useRef<HTMLVideoElement>(null)
  const { address, error, broken, ask, renew } = useAddress(conferenceId, recording.id)
  const [now, setNow] = useState(second)
  const wanted = useRef(second)
  const captions = useSpeakers(recording.marks)
  useEffect(() => {
    wanted.current = second
    if (video.current) video.current.currentTime = second
    video.current?.scrollIntoView({ block: 'nearest' })
  }, [second])
  const open = (at: number) => {
    if (at === second && video.current) video.current.currentTime = at
    onOpen(at)
    void video.current?.play().catch(() => undefined)
  }
  const close = (
    <Button variant="subtle" size="xs" color="gray" onClick={onClose}>
      {t('player.close')}
    </Button>
  )
  return (
    <Panel title={t('player.title', { at: moment(recording.startedAt ?? recording.askedAt) })} aside={close}>
      <div className={classes.player}>
        <div className={classes.screen}>
          {error ? <ProblemNote error={error} onRetry={ask} /> : null}
          {broken ? <Broken onAgain={ask} /> : null}
          {address || error || broken ? null : <Waiting what={t('player.opening')} />}
          {address ? (
            <video
              ref={video}
              key={address}
              className={classes.video}
              src={address}
              aria-label={t('player.label')}
              controls
              playsInline
              onLoadedMetadata={({ currentTarget }) => {
                currentTarget.currentTime = wanted.current
              }}
              onTimeUpdate={({ currentTarget: { currentTime } }) => {
                wanted.current = currentTime
                setNow(currentTime)
              }}
              onError={renew}
            >
              <track ref={captions} kind="captions" srcLang="vi" label={t('player.captions')} default />
            </video>
          ) : null}
        </div>
        <Marks marks={recording.marks} now={now} onOpen={open} />
      </div>
    </Panel>
  )
}

const Broken = ({ onAgain }: { onAgain: () => void }) => {
  const { t } = useTranslation('recordings')
  return (
    <div role="alert" className={classes.trouble}>
      <p>{t('player.broken')}</p>
      <Button variant="default" size="xs" onClick={onAgain}>
        {t('player.again')}
      </Button>
    </div>
  )
}
