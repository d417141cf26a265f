// What somebody types, kept for this tab until it is sent: neither a reload nor a phone that drops the page loses any.
import { useState } from 'react'

const drafts = 'diemcau.draft.'

const nameOf = (name: string) => `${drafts}${name}`

/** What cannot be read was not written by this version: it is none. */
const read = <T extends object>(name: string): Partial<T> => {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(name)) ?? '{}')
  } catch {
    return {}
  }
}

/** A full store keeps no more; the page still does. */
const write = (name: string, kept: object) => {
  try {
    sessionStorage.setItem(nameOf(name), JSON.stringify(kept))
  } catch {
    sessionStorage.removeItem(nameOf(name))
  }
}

/** Keeps what was typed in one form for another that is opened next. */
export const keepFor = (name: string, kept: object): void => write(name, kept)

export const forgetDraft = (name: string): void => sessionStorage.removeItem(nameOf(name))

/** Whether something typed waits to be sent. */
export const hasDraft = (name: string): boolean => sessionStorage.getItem(nameOf(name)) !== null

/**
 * @param name whose form this is, and which
 * @returns what is kept, how to keep something else (all of it, or told from what is kept by then), and how to forget it
 */
export const useKept = <T extends object>(name: string) => {
  const [state, setState] = useState(() => ({ name, kept: read<T>(name) }))
  // Another thing in the same form, by a link from one to the next: its own draft, never this one's.
  const kept = state.name === name ? state.kept : read<T>(name)
  const keep = (next: Partial<T>) => {
    setState({ name, kept: next })
    write(name, next)
  }
  return {
    kept,
    keep,
    /** What is kept by then, also to whoever asks from an earlier drawing: a form that is being sent goes on being typed in. */
    now: () => read<T>(name),
    /** Over what is kept by then: two changes of one moment both stay. */
    add: (more: Partial<T>) => keep({ ...kept, ...read<T>(name), ...more }),
    forget: () => {
      setState({ name, kept: {} })
      sessionStorage.removeItem(nameOf(name))
    },
  }
}
