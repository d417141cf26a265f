// The pictures of the room and its sound.
import { Button } from '@mantine/core'
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import { useRoom } from '../room-context.ts'
import { useSeatName } from '../useSeatWord.ts'
import { useTiles } from './useTiles.ts'

export const Stage = () => {
  const { t } = useTranslation('meeting')
  const { audioVideo } = useRoom()
  const tiles = useTiles(audioVideo)
  useRoomSound(audioVideo)
  return (
    <>
      <div className={classes.stage}>
        {tiles.length === 0 ? <p className={classes.nobody}>{t('stage.nobody')}</p> : null}
        {tiles.map(({ tileId, seat, own }) => (
          <Picture key={tileId} tileId={tileId} seat={seat} own={own} />
        ))}
      </div>
      <Controls />
    </>
  )
}

/** The one element all sound of the room comes from; there is nothing to see of it. */
const useRoomSound = (audioVideo: AudioVideoFacade) => {
  useEffect(() => {
    void audioVideo.bindAudioElement(new Audio()).catch(() => undefined)
    return () => audioVideo.unbindAudioElement()
  }, [audioVideo])
}

const Picture = ({ tileId, seat, own }: { tileId: number; seat: string; own: boolean }) => {
  const { t } = useTranslation('meeting')
  const { audioVideo, conferenceId } = useRoom()
  const name = useSeatName(conferenceId)
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (element.current) audioVideo.bindVideoElement(tileId, element.current)
    return () => audioVideo.unbindVideoElement(tileId)
  }, [audioVideo, tileId])
  const label = own ? t('stage.you') : name(seat)
  return (
    <figure className={classes.tile}>
      <video ref={element} muted aria-label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  )
}

const Controls = () => {
  const { t } = useTranslation('meeting')
  const { audioVideo, viewOnly, maySpeak, showPicture, leave } = useRoom()
  const [muted, setMuted] = useState(audioVideo.realtimeIsLocalAudioMuted())
  const [shown, setShown] = useState(audioVideo.hasStartedLocalVideoTile())
  useEffect(() => {
    audioVideo.realtimeSubscribeToMuteAndUnmuteLocalAudio(setMuted)
    return () => audioVideo.realtimeUnsubscribeToMuteAndUnmuteLocalAudio(setMuted)
  }, [audioVideo])
  const onMute = () => (muted ? audioVideo.realtimeUnmuteLocalAudio() : audioVideo.realtimeMuteLocalAudio())
  return (
    <div className={classes.controls}>
      <Button variant="default" className={classes.touch} disabled={muted && !maySpeak} onClick={onMute}>
        {t(muted ? 'controls.unmute' : 'controls.mute')}
      </Button>
      <Button
        variant="default"
        className={classes.touch}
        disabled={viewOnly}
        onClick={() => void showPicture(!shown).then(setShown)}
      >
        {t(shown ? 'controls.hidePicture' : 'controls.showPicture')}
      </Button>
      <Button variant="default" className={classes.touch} onClick={() => void leave()}>
        {t('session.leave')}
      </Button>
    </div>
  )
}
