// IoT Core on one machine: MQTT for pages at `/live`, its data plane for functions, and a broker that can go and come back.
import { setTimeout as pause } from 'node:timers/promises'
import type { SQSBatchResponse } from 'aws-lambda'
import type { Admission } from '#functions/live/authorize.lambda.ts'
import { startInlet } from './broker-inlet.ts'
import { openPresence } from './broker-presence.ts'
import { startRun } from './broker-run.ts'
import type { Credentials } from './broker-sessions.ts'
import { type Manners, randomOf } from './manners.ts'
import { queueHandler } from './pump-consumers.ts'
import type { Server } from './server.ts'

type BrokerOptions = {
  server: Pick<Server, 'onUpgrade'>
  now: () => Date
  manners: Pick<Manners, 'repeat' | 'delayMs' | 'lose' | 'seed'>
}

export type Broker = {
  /** What functions publish to. */
  endpoint: string
  /** How many pages are connected. */
  connected(): number
  /** Gone: pages are cut off, what is published meanwhile reaches nobody. */
  stop(): Promise<void>
  /** Back again. */
  start(): Promise<void>
  restart(): Promise<void>
  /** Resolves when what was published has been sent, and who came and went is noted. */
  settled(): Promise<void>
  /** For good. */
  close(): Promise<void>
}

const unavailable = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n'

/** The event IoT asks its authorizer with; the password travels as base64. */
const asked = ({ clientId, username, password }: Credentials) => ({
  protocols: ['tls', 'http', 'mqtt'],
  protocolData: { mqtt: { clientId, username, password: Buffer.from(password).toString('base64') } },
})

/** Says each message once, or twice, or never, a little later: whoever hears must not mind. */
const mannered = (
  deliver: (topic: string, payload: Buffer) => void,
  { repeat, delayMs, lose }: BrokerOptions['manners'],
  random: () => number,
) => {
  const open = new Set<Promise<void>>()
  const later = (topic: string, payload: Buffer) => {
    const sent = pause(random() * delayMs).then(() => {
      deliver(topic, payload)
      open.delete(sent)
    })
    open.add(sent)
  }
  return {
    deliver: (topic: string, payload: Buffer): void => {
      if (random() < lose) return
      if (delayMs === 0) deliver(topic, payload)
      else later(topic, payload)
      if (random() < repeat) later(topic, payload)
    },
    settled: async () => {
      while (open.size > 0) await Promise.all(open)
    },
  }
}

export const startBroker = async ({ server, now, manners }: BrokerOptions): Promise<Broker> => {
  const random = randomOf(manners.seed)
  const authorizer = await queueHandler<Admission>('functions/live/authorize.lambda.ts')
  const presence = openPresence({
    handler: await queueHandler<SQSBatchResponse>('functions/live/on-presence.lambda.ts'),
    manners,
    random,
  })
  const options = { now, note: presence.note, authorize: (from: Credentials) => authorizer(asked(from)) }
  let run: Awaited<ReturnType<typeof startRun>> | undefined = await startRun(options)
  const messages = mannered((topic, payload) => run?.deliver(topic, payload), manners, random)
  const inlet = await startInlet(messages.deliver)
  server.onUpgrade('/live', (request, socket, head) => {
    if (run) run.take(request, socket, head)
    else socket.end(unavailable, () => socket.destroy())
  })
  const stop = async () => {
    const stopping = run
    run = undefined
    await stopping?.stop()
  }
  const start = async () => {
    run ??= await startRun(options)
  }
  const settled = async () => {
    await messages.settled()
    await presence.settled()
  }
  return {
    endpoint: inlet.endpoint,
    connected: () => run?.connected() ?? 0,
    stop,
    start,
    restart: async () => {
      await stop()
      await start()
    },
    settled,
    close: async () => {
      await stop()
      await settled()
      await inlet.stop()
    },
  }
}
