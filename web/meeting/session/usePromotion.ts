// A seat in a replica is in the primary meeting for its turn: promoted when called, again after a lost line, demoted after.
import { useEffect } from 'react'
import { retryMs } from './retry.rules.ts'
import type { RoomSession } from './session.ts'
import type { Shown } from './standing.ts'

/** Until it is taken or the turn is over. @returns gives up */
const insist = (session: RoomSession): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  const once = async (attempt: number) => {
    const taken = await session.promote()
    if (!taken && !over) timer = setTimeout(() => void once(attempt + 1), retryMs(attempt, Math.random()))
  }
  void once(0)
  return () => {
    over = true
    clearTimeout(timer)
  }
}

/** @param called whether the seat's point has the floor */
export const usePromotion = (session: RoomSession, { standing, seated }: Shown, called: boolean): void => {
  const ready = standing.at === 'in' && seated?.replica === true
  const promoted = seated?.promotedAs !== undefined
  useEffect(() => {
    if (!ready) return
    if (called && !promoted) return insist(session)
    if (!called && promoted) session.demote()
  }, [session, ready, called, promoted])
}
