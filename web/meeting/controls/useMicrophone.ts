// Our microphone: opened by the person alone, or at a call where this device was told to; closed when the turn is over.
import { useCallback, useEffect, useRef, useState } from 'react'
import { prefer, usePreferences } from '../lobby/preferences.ts'
import { useRoom } from '../room-context.ts'
import { useOwnMuted } from '../stage/useOwnSound.ts'

export type Microphone = {
  muted: boolean
  toggle: () => void
  /** Called to speak, and not heard yet. */
  asked: boolean
  /** It was open when it could no longer be: it was closed then, and that is said. */
  closed: boolean
}

/** @param called whether our point has the floor */
export const useMicrophone = (called: boolean): Microphone => {
  const { audioVideo, maySpeak } = useRoom()
  const { openWhenCalled = false } = usePreferences()
  const muted = useOwnMuted(audioVideo)
  const [closed, setClosed] = useState(false)
  const calledNow = useRef(called)
  calledNow.current = called
  const open = useCallback(() => {
    setClosed(false)
    audioVideo.realtimeUnmuteLocalAudio()
  }, [audioVideo])
  // Opened in this turn by the person: a line that breaks within it takes it away, and gives it back.
  const opened = useRef(false)
  useEffect(() => {
    if (!called) opened.current = false
  }, [called])
  useEffect(() => {
    audioVideo.realtimeSetCanUnmuteLocalAudio(maySpeak)
    if (!maySpeak) {
      const wasOpen = !audioVideo.realtimeIsLocalAudioMuted()
      opened.current = wasOpen && calledNow.current
      setClosed((was) => was || wasOpen)
      return audioVideo.realtimeMuteLocalAudio()
    }
    setClosed(false)
    if (opened.current && calledNow.current) audioVideo.realtimeUnmuteLocalAudio()
  }, [audioVideo, maySpeak])
  const opens = called && maySpeak && openWhenCalled
  // A choice made during the turn is for the next one.
  const opensNow = useRef(opens)
  opensNow.current = opens
  useEffect(() => {
    if (called && maySpeak && opensNow.current) open()
  }, [called, maySpeak, open])
  const toggle = () => {
    if (!muted) return audioVideo.realtimeMuteLocalAudio()
    if (maySpeak) open()
  }
  return { muted, toggle, asked: called && muted, closed }
}

export const rememberOpening = (openWhenCalled: boolean): void => prefer({ openWhenCalled })
