// One run of the broker: aedes behind WebSockets, letting in, hearing and refusing as IoT Core does.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Aedes, type Client } from 'aedes'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Authorize, hooksOf } from './broker-hooks.ts'
import { filtersMost, messageMost } from './broker-limits.data.ts'
import type { Presence } from './broker-presence.ts'
import { openSessions, type Session, type Sessions } from './broker-sessions.ts'
import { streamOf } from './broker-socket.ts'

type RunOptions = {
  /** The home's clock: sessions end by it. */
  now: () => Date
  authorize: Authorize
  note: (presence: Presence) => void
}

const presenceOf = (session: Session, eventType: Presence['eventType']): Presence => ({
  clientId: session.credentials.clientId,
  eventType,
  sessionIdentifier: session.sessionIdentifier,
  versionNumber: session.versionNumber,
})

const tellOfPages = (aedes: Aedes, sessions: Sessions, note: RunOptions['note']) => {
  aedes.on('clientReady', (client) => {
    const session = sessions.of(client)
    if (session) note(presenceOf(session, 'connected'))
  })
  aedes.on('clientDisconnect', (client) => {
    const session = sessions.close(client)
    if (session) note(presenceOf(session, 'disconnected'))
  })
}

/** The broker tells of the end of those only whom it had wholly let in. */
const forgetGone = (client: Client, socket: WebSocket, sessions: Sessions, note: RunOptions['note']) =>
  socket.once('close', () => {
    const session = sessions.close(client)
    if (session) note(presenceOf(session, 'disconnected'))
  })

const keepLimits = (aedes: Aedes, sessions: Sessions) => {
  aedes.on('subscribe', (subscriptions, client) => {
    if (subscriptions.length > filtersMost) client.close()
  })
  aedes.on('unsubscribe', (filters, client) => {
    for (const filter of filters) sessions.of(client)?.filters.delete(filter)
  })
}

const lookEveryMs = 500

/** Ends sessions whose time has come, and asks again whether they may still hear. */
const watchSessions = (sessions: Sessions, { now, authorize }: RunOptions) => {
  const look = async (session: Session) => {
    const at = now().getTime()
    if (at >= session.endsAt) return session.client.close()
    if (at < session.refreshAt) return
    const admission = await authorize(session.credentials)
    if (!admission.isAuthenticated) return session.client.close()
    sessions.refresh(session, admission)
  }
  return setInterval(() => {
    for (const session of sessions.all()) look(session).catch(() => session.client.close())
  }, lookEveryMs).unref()
}

const openDoor = () =>
  new WebSocketServer({
    noServer: true,
    maxPayload: messageMost,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  })

export const startRun = async (options: RunOptions) => {
  const sessions = openSessions(options.now)
  const sockets = new WeakMap<Client, WebSocket>()
  const aedes = await Aedes.createBroker(hooksOf({ sessions, sockets, authorize: options.authorize }))
  tellOfPages(aedes, sessions, options.note)
  keepLimits(aedes, sessions)
  const watch = watchSessions(sessions, options)
  const door = openDoor()
  return {
    take: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      door.handleUpgrade(request, socket, head, (websocket) => {
        const client = aedes.handle(streamOf(websocket), request)
        sockets.set(client, websocket)
        forgetGone(client, websocket, sessions, options.note)
      }),
    deliver: (topic: string, payload: Buffer): void =>
      aedes.publish({ cmd: 'publish', topic, payload, qos: 0, retain: false, dup: false }, () => {}),
    connected: () => sessions.all().length,
    stop: async () => {
      clearInterval(watch)
      await new Promise<void>((resolve) => aedes.close(() => resolve()))
      for (const socket of door.clients) socket.terminate()
      door.close()
    },
  }
}
