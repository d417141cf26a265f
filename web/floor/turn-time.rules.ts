// How a turn stands against its time: what every clock of it shows, in whole seconds so that all turn at once. Pure.

export type TurnTime = {
  /** Below 0 once the time is over. */
  left: number
  spent: number
  phase: 'running' | 'warning' | 'over'
  /** Of the time given, from 0 to 1. */
  share: number
}

type Turn = { startedAt: string; budgetSeconds: number }

/** @param now milliseconds of the server's clock @param warningSeconds before the end from which on screens warn */
export const turnTime = (
  { startedAt, budgetSeconds }: Turn,
  now: number,
  warningSeconds: number,
): TurnTime => {
  const spent = Math.floor(Math.max(0, now - Date.parse(startedAt)) / 1000)
  const left = budgetSeconds - spent
  const phase = left < 0 ? 'over' : left <= warningSeconds ? 'warning' : 'running'
  return { left, spent, phase, share: Math.min(1, spent / budgetSeconds) }
}
