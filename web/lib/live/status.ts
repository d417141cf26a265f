// How the live channel of each conference stands on this page; what is told here sets the pace of polling.
/** A moment by the device's clock, which may be set, and by one that only counts, but may rest while the device sleeps. */
export type Moment = { date: number; count: number }

export const presentMoment = (): Moment => ({ date: Date.now(), count: performance.now() })

/** How long ago, whatever became of either clock. */
export const elapsed = (from: Moment, to: Moment): number =>
  Math.max(to.date - from.date, to.count - from.count)

export type Status = {
  /** Connected, and everything shown was asked for anew since. */
  caughtUp: boolean
  /** When the connection last proved that it carries. */
  heardAt?: Moment
  /** When the API last answered a question about this conference. */
  answeredAt?: Moment
  openedAt: Moment
}

const statuses = new Map<string, Status>()

export const statusOf = (conferenceId: string): Status | undefined => statuses.get(conferenceId)

export const setStatus = (conferenceId: string, change: Partial<Status>): void => {
  const known: Status = statuses.get(conferenceId) ?? { caughtUp: false, openedAt: presentMoment() }
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

/** The last moment the screen was known to be true, if ever. */
export const confirmedAt = ({ caughtUp, heardAt, answeredAt }: Status): Moment | undefined => {
  if (!(caughtUp && heardAt)) return answeredAt
  return answeredAt && answeredAt.count > heardAt.count ? answeredAt : heardAt
}
