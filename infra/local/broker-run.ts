// One run of the broker: aedes behind WebSockets, letting in, hearing and refusing as IoT Core does.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Aedes, type AuthenticateError, type Client } from 'aedes'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Admission } from '#functions/live/authorize.lambda.ts'
import {
  clientIdMost,
  filtersMost,
  keepAlive,
  messageMost,
  slashesIn,
  slashesMost,
} from './broker-limits.data.ts'
import type { Presence } from './broker-presence.ts'
import { type Credentials, openSessions, receives, type Session, subscribes } from './broker-sessions.ts'
import { frameOf, streamOf } from './broker-socket.ts'

export type RunOptions = {
  now: () => Date
  /** The function that lets clients in, asked as IoT asks it. */
  authorize: (credentials: Credentials) => Promise<Admission>
  note: (presence: Presence) => void
}

const notAuthorized = (): AuthenticateError => Object.assign(new Error('not authorized'), { returnCode: 5 })

/** A client that does not take what it is sent loses messages rather than this home its memory. */
const unsentMost = 4 * 1024 * 1024
const lookEveryMs = 500

const presenceOf = (session: Session, eventType: Presence['eventType']): Presence => ({
  clientId: session.credentials.clientId,
  eventType,
  sessionIdentifier: session.sessionIdentifier,
  versionNumber: session.versionNumber,
})

export const startRun = async ({ now, authorize, note }: RunOptions) => {
  const sessions = openSessions(now)
  const sockets = new WeakMap<Client, WebSocket>()
  const frames = new WeakMap<Buffer, Buffer>()
  const wills = new WeakSet<Client>()

  const frameFor = (topic: string, payload: Buffer) => {
    const known = frames.get(payload) ?? frameOf(topic, payload)
    frames.set(payload, known)
    return known
  }

  const letIn = async (client: Client, credentials: Credentials): Promise<boolean> => {
    const socket = sockets.get(client)
    if (!socket || wills.has(client) || credentials.clientId.length > clientIdMost) return false
    const admission = await authorize(credentials)
    if (!admission.isAuthenticated) return false
    return sessions.open(client, socket, credentials, admission) !== undefined
  }

  const aedes = await Aedes.createBroker({
    maxTopicLevels: slashesMost + 1,
    preConnect: (client, packet, done) => {
      const wanted = packet.keepalive || keepAlive.most
      packet.keepalive = Math.min(keepAlive.most, Math.max(keepAlive.least, wanted))
      // Whoever may not publish may leave no will either.
      if (packet.will) wills.add(client)
      done(null, true)
    },
    authenticate: (client, username, password, done) => {
      const credentials = {
        clientId: client.id,
        username: username ?? '',
        password: password?.toString() ?? '',
      }
      letIn(client, credentials).then(
        (may) => (may ? done(null, true) : done(notAuthorized(), false)),
        () => done(notAuthorized(), false),
      )
    },
    authorizePublish: (_client, _packet, done) => done(notAuthorized()),
    authorizeSubscribe: (client, subscription, done) => {
      const session = sessions.of(client)
      const may =
        session !== undefined &&
        slashesIn(subscription.topic) <= slashesMost &&
        subscribes(session, subscription.topic)
      done(null, may ? subscription : null)
    },
    /** Sends the one frame itself: the broker would make its bytes anew for each of thousands. */
    authorizeForward: (client, { topic, payload }) => {
      const session = sessions.of(client)
      if (session && receives(session, topic) && session.socket.bufferedAmount < unsentMost)
        session.socket.send(frameFor(topic, payload as Buffer), { binary: true })
      return null
    },
  })
  aedes.on('clientReady', (client) => {
    const session = sessions.of(client)
    if (session) note(presenceOf(session, 'connected'))
  })
  aedes.on('clientDisconnect', (client) => {
    const session = sessions.close(client)
    if (session) note(presenceOf(session, 'disconnected'))
  })
  aedes.on('subscribe', (subscriptions, client) => {
    if (subscriptions.length > filtersMost) client.close()
  })
  aedes.on('unsubscribe', (filters, client) => {
    for (const filter of filters) sessions.of(client)?.filters.delete(filter)
  })

  const look = async (session: Session) => {
    const at = now().getTime()
    if (at >= session.endsAt) return session.client.close()
    if (at < session.refreshAt) return
    const admission = await authorize(session.credentials)
    if (!admission.isAuthenticated) return session.client.close()
    sessions.refresh(session, admission)
  }
  const looking = setInterval(() => {
    for (const session of sessions.all()) look(session).catch(() => session.client.close())
  }, lookEveryMs)
  looking.unref()

  const door = new WebSocketServer({
    noServer: true,
    maxPayload: messageMost,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  })
  return {
    take: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      door.handleUpgrade(request, socket, head, (websocket) => {
        sockets.set(aedes.handle(streamOf(websocket), request), websocket)
      }),
    deliver: (topic: string, payload: Buffer): void =>
      aedes.publish({ cmd: 'publish', topic, payload, qos: 0, retain: false, dup: false }, () => {}),
    connected: () => sessions.all().length,
    stop: async () => {
      clearInterval(looking)
      await new Promise<void>((resolve) => aedes.close(() => resolve()))
      for (const socket of door.clients) socket.terminate()
      door.close()
    },
  }
}
