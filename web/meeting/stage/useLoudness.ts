// Draws how loud a seat is without drawing the page anew: an attribute and a measure on its element.
import { type RefObject, useEffect } from 'react'
import { useRoom } from '../room-context.ts'
import { rosterOf } from './roster.ts'

const everyMs = 120
const audible = 0.05
/** Between two words nobody is silent. */
const holdMs = 500

export const useLoudness = (
  element: RefObject<HTMLElement | null>,
  attendeeId: string,
  muted: boolean,
): void => {
  const { audioVideo } = useRoom()
  useEffect(() => {
    const { current } = element
    if (!current) return
    const quiet = () => current.removeAttribute('data-heard')
    if (muted) return quiet()
    const roster = rosterOf(audioVideo)
    let heardAt = 0
    const timer = setInterval(() => {
      const volume = roster.volume(attendeeId)
      const now = performance.now()
      if (volume >= audible) heardAt = now
      else if (now - heardAt > holdMs) return quiet()
      current.setAttribute('data-heard', '')
      current.style.setProperty('--loudness', volume.toFixed(2))
    }, everyMs)
    return () => clearInterval(timer)
  }, [audioVideo, element, attendeeId, muted])
}
