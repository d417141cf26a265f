// The session of the link this tab holds by sitting in the room: a reload goes on with it, another tab knows nothing of it.
const nameOf = (conferenceId: string, pointId: string) => `diemcau.room.${conferenceId}.${pointId}`
const formerOf = (conferenceId: string, pointId: string) => `${nameOf(conferenceId, pointId)}.former`

export const keptSession = (conferenceId: string, pointId: string): string | undefined =>
  sessionStorage.getItem(nameOf(conferenceId, pointId)) ?? undefined

export const keepSession = (conferenceId: string, pointId: string, session: string): void =>
  sessionStorage.setItem(nameOf(conferenceId, pointId), session)

/** @returns the session that was held */
export const dropSession = (conferenceId: string, pointId: string): string | undefined => {
  const session = keptSession(conferenceId, pointId)
  if (!session) return undefined
  sessionStorage.removeItem(nameOf(conferenceId, pointId))
  sessionStorage.setItem(formerOf(conferenceId, pointId), session)
  return session
}

/** A page that was reloaded may sit down again before its farewell was heard. */
export const isFormer = (conferenceId: string, pointId: string, session: string | undefined): boolean =>
  session !== undefined && sessionStorage.getItem(formerOf(conferenceId, pointId)) === session
