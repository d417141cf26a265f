// What a device remembers of how its people meet: which camera, microphone and loudspeaker, and how much of the line.
import { useSyncExternalStore } from 'react'
import type { Layout } from '../stage/layout.rules.ts'

export type Preferences = {
  /** A device's id; `none` where it is not wanted; missing for whatever the browser gives. */
  camera?: string
  microphone?: string
  speaker?: string
  cameraOn: boolean
  microphoneOn: boolean
  /** Sound and the speaker's picture only. */
  lowBandwidth: boolean
  /** Of the stage; the speaker large where nothing was chosen. */
  layout?: Layout
  /** Opens the microphone at once when called, as its people chose. */
  openWhenCalled?: boolean
  /** Of the loudspeaker, from 0 to 1. */
  loudness?: number
}

export const noDevice = 'none'

const kept = 'diemcau.room'
const usual: Preferences = { cameraOn: true, microphoneOn: false, lowBandwidth: false }
const listeners = new Set<() => void>()

let before: string | null | undefined
let read: Preferences = usual

/** What cannot be read was not written by this version. */
const parsed = (stored: string | null): Preferences => {
  try {
    return { ...usual, ...JSON.parse(stored ?? '{}') }
  } catch {
    return usual
  }
}

/** The same object as long as nothing changed, as React asks. */
export const preferences = (): Preferences => {
  const stored = localStorage.getItem(kept)
  if (stored !== before) {
    before = stored
    read = parsed(stored)
  }
  return read
}

export const prefer = (change: Partial<Preferences>): void => {
  localStorage.setItem(kept, JSON.stringify({ ...preferences(), ...change }))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)
