// Names in the picture whoever begins to speak, as captions: for those who listen without sound, and who look for a voice.
import { useCallback } from 'react'
import type { Mark } from './recording-queries.ts'

/** So long a name stays, unless another begins before. */
const shownSeconds = 8

/** @returns a ref for the video's track */
export const useSpeakers = (marks: readonly Mark[]) =>
  useCallback(
    (element: HTMLTrackElement | null) => {
      if (!element || element.track.cues?.length) return
      element.track.mode = 'showing'
      for (const [place, { seconds, title }] of marks.entries()) {
        const next = marks[place + 1]?.seconds ?? Number.POSITIVE_INFINITY
        const end = Math.min(seconds + shownSeconds, next)
        if (end > seconds) element.track.addCue(new VTTCue(seconds, end, title))
      }
    },
    [marks],
  )
