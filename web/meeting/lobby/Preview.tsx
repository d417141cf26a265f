// One's own picture as the other points will see it, mirrored as a mirror is; or why there is none.
import { IconVideoOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../Room.module.css'
import { LackNote } from './LackNote.tsx'
import type { Inputs } from './useInputs.ts'

export const Preview = ({ camera: { input, again } }: Pick<Inputs, 'camera'>) => {
  const { t } = useTranslation('meeting')
  const video = useRef<HTMLVideoElement>(null)
  const stream = input.state === 'open' ? input.stream : null
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  return (
    <section aria-label={t('lobby.preview')}>
      <div className={classes.preview}>
        <video ref={video} autoPlay playsInline muted hidden={!stream} aria-label={t('lobby.preview')} />
        {stream ? null : (
          <p>
            <IconVideoOff size={32} stroke={1.4} aria-hidden="true" />
            {t(input.state === 'opening' ? 'lobby.opening' : 'lobby.cameraOff')}
          </p>
        )}
      </div>
      {input.state === 'lacking' ? <LackNote of="camera" lack={input.lack} onRetry={again} /> : null}
    </section>
  )
}
