// The sessions of links this device holds. They outlive the page: a tablet that was reloaded goes on with the same one.
import { useSyncExternalStore } from 'react'

export type HeldLink = { conferenceId: string; pointId: string; session: string; sub: string }

const kept = 'diemcau.held-links'
const listeners = new Set<() => void>()

let before = ''
let read: readonly HeldLink[] = []

/** The same array as long as nothing changed, as React asks. */
export const heldLinks = (): readonly HeldLink[] => {
  const stored = localStorage.getItem(kept) ?? '[]'
  if (stored !== before) {
    before = stored
    read = JSON.parse(stored)
  }
  return read
}

const keep = (links: readonly HeldLink[]) => {
  localStorage.setItem(kept, JSON.stringify(links))
  for (const listener of listeners) listener()
}

export const holdLink = (link: HeldLink): void => keep([...heldLinks(), link])

export const letGo = (session: string): void => keep(heldLinks().filter((link) => link.session !== session))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

export const useHeldLinks = () => useSyncExternalStore(subscribe, heldLinks)
