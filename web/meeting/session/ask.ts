// What a page asks of the API about its seat: to sit down, to sit down again; that it is there, that it has left.
import type { HouseSeat, RoomEntry } from '#functions/media/schema.ts'
import { api, intent } from '#web/lib/api.ts'
import { asProblem } from '#web/lib/problem.ts'
import type { SeatRef } from '../seat.rules.ts'
import { deviceName } from './device-name.ts'
import { dropSession, isFormer, keepSession, keptSession } from './kept-session.ts'

const one = api.conferences[':id']
const pointRoutes = one['bridge-points'][':point']

export type Asking = {
  /** To sit down; a page that was reloaded goes on with its session where that is still open. */
  enter(takeOver: boolean): Promise<RoomEntry>
  /** Once seated. @param stale the meeting that refused the page */
  again(stale?: string): Promise<RoomEntry>
  /** @throws ApiProblem where the session is over */
  beat(media: 'up' | 'down'): Promise<void>
  /** @param how `dropped` where the page is going and may come back */
  leave(how: 'left' | 'dropped'): Promise<void>
}

const once = () => intent(crypto.randomUUID())

/** Nobody's attendance: no link is held, and the media service itself sends an earlier page of the seat away. */
const houseAsking = (id: string, seat: HouseSeat): Asking => {
  const again = async (stale?: string) => {
    const asked = { param: { id }, json: stale ? { stale } : {} }
    return (await one.seats[seat].entry.$post(asked, once())).json()
  }
  return { enter: () => again(), again, beat: async () => {}, leave: async () => {} }
}

/** A page that is going is not waited for: `keepalive` lets its last request outlive it. */
const lastWord = () => ({ ...once(), init: { keepalive: true } })

const pointAsking = (id: string, pointId: string): Asking => {
  const param = { id, point: pointId }
  const kept = () => keptSession(id, pointId)
  const entry = async (session: string, stale?: string): Promise<RoomEntry> => {
    const json = stale ? { session, stale } : { session }
    return (await pointRoutes.entry.$post({ param, json }, once())).json()
  }
  const join = async (takeOver: boolean): Promise<RoomEntry> => {
    const device = deviceName(navigator.userAgent)
    const json = { ...(device ? { device } : {}), room: { takeOver } }
    const { session, room } = await (await pointRoutes.join.$post({ param, json }, once())).json()
    keepSession(id, pointId, session)
    return room ?? { state: 'closed' }
  }
  /** Nobody is asked whether to take the seat over from oneself. */
  const joinAgain = () =>
    join(false).catch((error) => {
      if (isFormer(id, pointId, asProblem(error).held?.session)) return join(true)
      throw error
    })
  const again = async (stale?: string) => {
    const session = kept()
    return session ? entry(session, stale) : joinAgain()
  }
  return {
    enter: (takeOver) => {
      const session = takeOver ? undefined : kept()
      if (session) return entry(session).catch(joinAgain)
      return takeOver ? join(true) : joinAgain()
    },
    again,
    beat: async (media) => {
      const session = kept()
      if (session) await pointRoutes.heartbeat.$post({ param, json: { session, media } }, once())
    },
    leave: async (how) => {
      const session = dropSession(id, pointId)
      if (session) await pointRoutes.leave.$post({ param, json: { session, how } }, lastWord())
    },
  }
}

export const asking = (conferenceId: string, seat: SeatRef): Asking =>
  seat.kind === 'point' ? pointAsking(conferenceId, seat.point) : houseAsking(conferenceId, seat.kind)
