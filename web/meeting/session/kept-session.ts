// The session of the link this tab holds by sitting in the room: a reload goes on with it, another tab knows nothing of it.
const nameOf = (conferenceId: string, pointId: string) => `diemcau.room.${conferenceId}.${pointId}`

export const keptSession = (conferenceId: string, pointId: string): string | undefined =>
  sessionStorage.getItem(nameOf(conferenceId, pointId)) ?? undefined

export const keepSession = (conferenceId: string, pointId: string, session: string | undefined): void => {
  const name = nameOf(conferenceId, pointId)
  if (session) sessionStorage.setItem(name, session)
  else sessionStorage.removeItem(name)
}
