// What the broker asks before it does anything: who comes, what they may subscribe to and receive; nobody may publish.
import type { AedesOptions, AuthenticateError, Client } from 'aedes'
import type { WebSocket } from 'ws'
import type { Admission } from '#functions/live/authorize.lambda.ts'
import { clientIdMost, keepAlive, slashesIn, slashesMost } from './broker-limits.data.ts'
import { type Credentials, receives, type Sessions, subscribes } from './broker-sessions.ts'
import { frameOf } from './broker-socket.ts'

/** The function that lets clients in, asked as IoT asks it. */
export type Authorize = (credentials: Credentials) => Promise<Admission>

type Known = { sessions: Sessions; sockets: WeakMap<Client, WebSocket>; authorize: Authorize }

const notAuthorized = (): AuthenticateError => Object.assign(new Error('not authorized'), { returnCode: 5 })

/** A client that does not take what it is sent loses messages rather than this home its memory. */
const unsentMost = 4 * 1024 * 1024

type Coming = Required<Pick<AedesOptions, 'preConnect' | 'authenticate'>>

/** Whoever may not publish may leave no will either. */
const coming = ({ sessions, sockets, authorize }: Known): Coming => {
  const wills = new WeakSet<Client>()
  const letIn = async (client: Client, credentials: Credentials): Promise<boolean> => {
    const socket = sockets.get(client)
    if (!socket || wills.has(client) || credentials.clientId.length > clientIdMost) return false
    const admission = await authorize(credentials)
    // A page that went while it was being let in would be kept for ever: nothing tells of its end any more.
    if (socket.readyState !== socket.OPEN) return false
    return admission.isAuthenticated && sessions.open(client, socket, credentials, admission) !== undefined
  }
  return {
    preConnect: (client, packet, done) => {
      const wanted = packet.keepalive || keepAlive.most
      packet.keepalive = Math.min(keepAlive.most, Math.max(keepAlive.least, wanted))
      if (packet.will) wills.add(client)
      done(null, true)
    },
    authenticate: (client, username = '', password, done) => {
      const credentials = { clientId: client.id, username, password: password?.toString() ?? '' }
      letIn(client, credentials).then(
        (may) => (may ? done(null, true) : done(notAuthorized(), false)),
        () => done(notAuthorized(), false),
      )
    },
  }
}

type Hearing = Required<Pick<AedesOptions, 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>>

const hearing = ({ sessions }: Known): Hearing => {
  const frames = new WeakMap<Buffer, Buffer>()
  const frameFor = (topic: string, payload: Buffer) => {
    const frame = frames.get(payload) ?? frameOf(topic, payload)
    frames.set(payload, frame)
    return frame
  }
  return {
    authorizePublish: (_client, _packet, done) => done(notAuthorized()),
    authorizeSubscribe: (client, subscription, done) => {
      const session = sessions.of(client)
      const { topic } = subscription
      const may = session && slashesIn(topic) <= slashesMost && subscribes(session, topic)
      done(null, may ? subscription : null)
    },
    /** Sends the one frame itself: the broker would make its bytes anew for each of thousands. */
    authorizeForward: (client, { topic, payload }) => {
      const session = sessions.of(client)
      if (session && receives(session, topic) && session.socket.bufferedAmount < unsentMost)
        session.socket.send(frameFor(topic, payload as Buffer), { binary: true })
      return null
    },
  }
}

export const hooksOf = (known: Known): AedesOptions => ({
  maxTopicLevels: slashesMost + 1,
  ...coming(known),
  ...hearing(known),
})
