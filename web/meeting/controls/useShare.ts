// Our screen for everybody to see: begun by the person, ended by them, by the browser, or with the turn.
import type { AudioVideoFacade } from 'amazon-chime-sdk-js'
import { useEffect, useState } from 'react'
import { useRoom } from '../room-context.ts'

type Share = { sharing: boolean; failed: boolean; toggle: () => void }

/** The person may think better of it in the browser's own question. */
const wasDeclined = (error: unknown): boolean => error instanceof Error && error.name === 'NotAllowedError'

/** Slides and documents: few pictures, each of them sharp. */
const framesPerSecond = 10

const stop = (audioVideo: AudioVideoFacade) => {
  try {
    audioVideo.stopContentShare()
  } catch {
    // The session is over, and what it shared with it.
  }
}

export const useShare = (): Share => {
  const { audioVideo, maySpeak } = useRoom()
  const [sharing, setSharing] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const observer = {
      contentShareDidStart: () => setSharing(true),
      contentShareDidStop: () => setSharing(false),
    }
    audioVideo.addContentShareObserver(observer)
    return () => audioVideo.removeContentShareObserver(observer)
  }, [audioVideo])
  useEffect(() => {
    if (sharing && !maySpeak) stop(audioVideo)
  }, [audioVideo, sharing, maySpeak])
  const toggle = () => {
    setFailed(false)
    if (sharing) return stop(audioVideo)
    audioVideo
      .startContentShareFromScreenCapture(undefined, framesPerSecond)
      .catch((error) => setFailed(!wasDeclined(error)))
  }
  return { sharing, failed, toggle }
}
