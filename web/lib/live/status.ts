// How the live channel of each conference stands on this page; what is told here sets the pace of polling.
export type Status = {
  /** Connected, and everything shown was asked for anew since. */
  caughtUp: boolean
  /** When the connection last proved that it carries, device time in milliseconds. */
  heardAt: number
  /** When the API last answered a question about this conference. */
  answeredAt: number
  openedAt: number
}

const statuses = new Map<string, Status>()

export const statusOf = (conferenceId: string): Status | undefined => statuses.get(conferenceId)

export const setStatus = (conferenceId: string, change: Partial<Status>): void => {
  const known = statuses.get(conferenceId) ?? {
    caughtUp: false,
    heardAt: 0,
    answeredAt: 0,
    openedAt: Date.now(),
  }
  statuses.set(conferenceId, { ...known, ...change })
}

export const dropStatus = (conferenceId: string): void => void statuses.delete(conferenceId)

/** Told live, polling is only a second look. */
const relaxed = 6

/**
 * How often to ask again for what the live channel tells of: as often as said while it is down, seldom while it is up.
 * For `refetchInterval`.
 */
export const pace = (conferenceId: string, everyMs: number) => (): number =>
  statuses.get(conferenceId)?.caughtUp ? everyMs * relaxed : everyMs

/** The last moment the screen was known to be true, device time in milliseconds; 0 for never. */
export const confirmedAt = ({ caughtUp, heardAt, answeredAt }: Status): number =>
  caughtUp ? Math.max(heardAt, answeredAt) : answeredAt
