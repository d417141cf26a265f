// One connection to the live channel, kept for as long as a page of the conference is open: connects with a fresh token,
// subscribes, proves every few seconds that it still carries, and comes back after a loss.
import type { MqttClient } from 'mqtt'
import { waitMs } from './backoff.rules.ts'

/** MQTT's own keep-alive finds a dead line after minutes; a screen must know in seconds. */
const pingMs = 2_000
const unansweredMs = 8_000
/** What carried for less is no success: whoever is let in and thrown out at once waits longer each time. */
const steadyMs = 5_000

export type ChannelOptions = {
  url: string
  clientId: string
  username: string
  /** What every reader of the conference hears: at most eight, as many as one SUBSCRIBE may have. */
  topics: readonly string[]
  /** What is told of single points. */
  points: readonly string[]
  /** Asked at each connection: undefined while nobody is signed in. */
  token(): Promise<string | undefined>
  onMessage(topic: string, text: string): void
  /** Connected and subscribed. */
  onUp(): void
  onDown(): void
  /** Anything came from the other side. */
  onHeard(): void
}

/**
 * What is said into a closed line is lost, and the browser complains of it: the client learns of a loss only from the
 * event that follows it.
 */
class Line extends WebSocket {
  override send(data: Parameters<WebSocket['send']>[0]) {
    if (this.readyState <= WebSocket.OPEN) super.send(data)
  }
}

/** mqtt is heavy: fetched when the first conference is opened. */
const connect = async ({ url, clientId, username, token }: ChannelOptions): Promise<MqttClient> => {
  const [{ default: mqtt }, password] = await Promise.all([import('mqtt'), token()])
  if (!password) throw new Error('Nobody is signed in.')
  return mqtt.connect(url, {
    protocolVersion: 4,
    clientId,
    username,
    password,
    keepalive: 60,
    connectTimeout: 10_000,
    // Each connection needs a token of its own, which only asking anew gives.
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    // A worker's timers would need `blob:` in the content security policy.
    timerVariant: 'native',
    createWebsocket: (address, protocols) => new Line(address, protocols),
  })
}

/** A point one may not hear after all is left to polling. */
const subscribe = async (client: MqttClient, { topics, points }: ChannelOptions) => {
  await client.subscribeAsync([...topics], { qos: 0 })
  for (const topic of points) await client.subscribeAsync(topic, { qos: 0 }).catch(() => undefined)
}

/** Asks the other side for a sign of life. By a clock nobody sets: the device's own may be put back by an hour. */
const watchLine = (client: MqttClient) => {
  let askedAt: number | undefined
  const pinging = setInterval(() => {
    if (!client.connected) return
    if (askedAt && performance.now() - askedAt > unansweredMs) return void client.end(true)
    askedAt ??= performance.now()
    client.sendPing()
  }, pingMs)
  return {
    answered: () => {
      askedAt = undefined
    },
    stop: () => clearInterval(pinging),
  }
}

/**
 * Resolves with how long it carried, in milliseconds, when the connection has ended, however that came. Whoever has left
 * is told nothing more: another session may be open by then.
 */
const hold = (client: MqttClient, options: ChannelOptions, aborted: () => boolean) =>
  new Promise<number>((resolve) => {
    let upAt: number | undefined
    const line = watchLine(client)
    client.on('packetreceive', () => {
      line.answered()
      if (upAt !== undefined && !aborted()) options.onHeard()
    })
    client.on('message', (topic, payload) => {
      if (!aborted()) options.onMessage(topic, payload.toString())
    })
    client.on('connect', async () => {
      try {
        await subscribe(client, options)
        if (aborted()) return
        upAt = performance.now()
        options.onUp()
      } catch {
        client.end(true)
      }
    })
    client.on('error', () => client.end(true))
    let isOver = false
    const over = () => {
      if (isOver) return
      isOver = true
      line.stop()
      if (upAt !== undefined && !aborted()) options.onDown()
      resolve(upAt === undefined ? 0 : performance.now() - upAt)
    }
    client.once('close', over)
    client.once('end', over)
  })

/** Waits, but no longer than until the device says that it has a line again. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })

/** @returns leaves it, saying so to the other side */
export const openChannel = (options: ChannelOptions): (() => void) => {
  const leaving = new AbortController()
  const { signal } = leaving
  const run = async () => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      const client = await connect(options).catch(() => undefined)
      if (client) {
        const leave = () => client.end()
        signal.addEventListener('abort', leave)
        if (signal.aborted) leave()
        if ((await hold(client, options, () => signal.aborted)) > steadyMs) attempt = 0
        signal.removeEventListener('abort', leave)
      }
      if (!signal.aborted) await pause(waitMs(attempt, Math.random()), signal)
    }
  }
  void run()
  return () => leaving.abort()
}
