// What every part of the form knows of the whole: what is typed, how to change it, what was found and refused of it.
import { createContext, useContext } from 'react'
import type { ApiProblem } from '#web/lib/problem.ts'
import type { Findings } from './findings.ts'
import type { Entering } from './useEntering.ts'
import type { useOpened } from './useOpened.ts'

export type Desk = ReturnType<typeof useOpened> & {
  entering: Entering
  findings: Findings
  /** The persons of the form by their keys, as they are named. */
  speakers: ReadonlyMap<string, string>
  problem: ApiProblem | null
  /** The civil day whose names and units are offered. */
  on: string
  setOn: (day: string) => void
  /** Told to those who listen to the page. */
  say: (what: string) => void
}

const DeskContext = createContext<Desk | undefined>(undefined)

export const DeskProvider = DeskContext.Provider

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('Only within the form of a past conference.')
  return desk
}
