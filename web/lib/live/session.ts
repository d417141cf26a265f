// What a page of one conference keeps open: the channel, its way into the cache, and what is known of both.
import type { QueryClient } from '@tanstack/react-query'
import { clientIdOf, topicsOf } from '#functions/live/messages.schema.ts'
import { settings } from '#web/lib/settings.ts'
import { accessToken } from '#web/lib/sign-in.ts'
import { catchUp } from './catch-up.ts'
import { openChannel } from './channel.ts'
import { listen } from './hear.ts'
import { dropStatus, setStatus } from './status.ts'

/** The page's own id, the same for as long as it is open. */
const page = crypto.randomUUID()

/** Whose page it is, and the points whose own news they may hear. */
export type Seat = { conferenceId: string; sub: string; points: readonly string[] }

/** Notes when the API answered: polling confirms a screen as well as the channel does. */
const watchAnswers = (client: QueryClient, conferenceId: string) =>
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
    const [root, of] = event.query.queryKey
    if (root === 'conference' && of === conferenceId) setStatus(conferenceId, { answeredAt: Date.now() })
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
    onHeard: () => setStatus(conferenceId, { heardAt: Date.now() }),
  })
  return () => {
    connection.abort()
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
    dropStatus(seat.conferenceId)
  }
}

const open = new Map<string, { holders: number; close: () => void }>()

/** One session for all parts of the page that ask for the same. @returns gives it back */
export const holdSession = (client: QueryClient, seat: Seat): (() => void) => {
  const name = [seat.conferenceId, seat.sub, ...seat.points].join(' ')
  const session = open.get(name) ?? { holders: 0, close: openSession(client, seat) }
  session.holders++
  open.set(name, session)
  return () => {
    session.holders--
    if (session.holders > 0) return
    open.delete(name)
    session.close()
  }
}
