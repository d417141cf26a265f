// What a page of one conference keeps open: the channel, its way into the cache, and what is known of both.
import type { QueryClient } from '@tanstack/react-query'
import { clientIdOf, topicsOf } from '#functions/live/messages.schema.ts'
import { settings } from '#web/lib/settings.ts'
import { accessToken } from '#web/lib/sign-in.ts'
import { catchUp } from './catch-up.ts'
import { openChannel } from './channel.ts'
import { listen } from './hear.ts'
import { dropStatus, presentMoment, setStatus } from './status.ts'

/** The page's own id, the same for as long as it is open. */
const page = crypto.randomUUID()

const lookMs = 2_000
const jumpMs = 2_000

/** Calls back when the device's clock was set, or the device has slept: what is counted from either is asked anew. */
const watchClock = (onJump: () => void): (() => void) => {
  let last = presentMoment()
  const timer = setInterval(() => {
    const now = presentMoment()
    const jump = now.date - last.date - (now.count - last.count)
    last = now
    if (Math.abs(jump) > jumpMs) onJump()
  }, lookMs)
  return () => clearInterval(timer)
}

/** Whose page it is, and the points whose own news they may hear. */
export type Seat = { conferenceId: string; sub: string; points: readonly string[] }

/** Notes when the API answered: polling confirms a screen as well as the channel does. */
const watchAnswers = (client: QueryClient, conferenceId: string) =>
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
    const [root, of] = event.query.queryKey
    if (root === 'conference' && of === conferenceId) setStatus(conferenceId, { answeredAt: presentMoment() })
  })

const openLine = (client: QueryClient, url: string, { conferenceId, sub, points }: Seat) => {
  const { floor, agenda, board, rows, point } = topicsOf(conferenceId)
  const listener = listen(client, conferenceId)
  let connection = new AbortController()
  const onUp = async () => {
    connection = new AbortController()
    if (await catchUp(client, conferenceId, connection.signal)) setStatus(conferenceId, { caughtUp: true })
  }
  const onDown = () => {
    connection.abort()
    setStatus(conferenceId, { caughtUp: false })
    listener.askAll()
  }
  const unwatch = watchClock(listener.askAll)
  const leave = openChannel({
    url,
    clientId: clientIdOf({ conferenceId, sub, page }),
    username: conferenceId,
    topics: [floor, agenda, board, rows('+')],
    points: points.map(point),
    token: accessToken,
    onMessage: listener.hear,
    onUp: () => void onUp(),
    onDown,
    onHeard: () => setStatus(conferenceId, { heardAt: presentMoment() }),
  })
  return () => {
    connection.abort()
    unwatch()
    leave()
    listener.stop()
  }
}

/** @returns ends it */
const openSession = (client: QueryClient, seat: Seat): (() => void) => {
  setStatus(seat.conferenceId, { caughtUp: false })
  const unwatch = watchAnswers(client, seat.conferenceId)
  const close = settings.live ? openLine(client, settings.live.url, seat) : () => {}
  return () => {
    close()
    unwatch()
  }
}

const open = new Map<string, { conferenceId: string; holders: number; close: () => void }>()

/** One session for all parts of the page that ask for the same. @returns gives it back */
export const holdSession = (client: QueryClient, seat: Seat): (() => void) => {
  const { conferenceId } = seat
  const name = [conferenceId, seat.sub, ...seat.points].join(' ')
  const session = open.get(name) ?? { conferenceId, holders: 0, close: openSession(client, seat) }
  session.holders++
  open.set(name, session)
  return () => {
    session.holders--
    if (session.holders > 0) return
    open.delete(name)
    session.close()
    // Where the seat changed, the session of the new one may be open already.
    if (![...open.values()].some((other) => other.conferenceId === conferenceId)) dropStatus(conferenceId)
  }
}
