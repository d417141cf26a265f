// A picture of the room, bound to the client's stream for as long as it is shown. The client turns our own into a mirror.
import { useEffect, useRef } from 'react'
import { useRoom } from '../room-context.ts'
import classes from './Tile.module.css'

type Props = { tileId: number; label: string; whole?: boolean }

/** @param whole a shared screen is never cut */
export const Picture = ({ tileId, label, whole }: Props) => {
  const { audioVideo } = useRoom()
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (element.current) audioVideo.bindVideoElement(tileId, element.current)
    return () => audioVideo.unbindVideoElement(tileId)
  }, [audioVideo, tileId])
  return (
    <video
      ref={element}
      muted
      className={classes.picture}
      data-whole={whole || undefined}
      aria-label={label}
    />
  )
}
