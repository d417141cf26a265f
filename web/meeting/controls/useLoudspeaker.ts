// The one element all sound of the room comes from, and how loud it is on this device.
import { useEffect, useState } from 'react'
import { prefer, usePreferences } from '../lobby/preferences.ts'
import { useRoom } from '../room-context.ts'

type Loudspeaker = {
  /** From 0 to 1. */
  volume: number
  off: boolean
  setVolume: (volume: number) => void
  toggle: () => void
}

export const useLoudspeaker = (): Loudspeaker => {
  const { audioVideo } = useRoom()
  const { loudness = 1 } = usePreferences()
  const [element] = useState(() => new Audio())
  const [off, setOff] = useState(false)
  useEffect(() => {
    void audioVideo.bindAudioElement(element).catch(() => undefined)
    return () => audioVideo.unbindAudioElement()
  }, [audioVideo, element])
  useEffect(() => {
    element.volume = loudness
    element.muted = off
  }, [element, loudness, off])
  const setVolume = (volume: number) => {
    setOff(false)
    prefer({ loudness: volume })
  }
  return { volume: loudness, off, setVolume, toggle: () => setOff(!off) }
}
