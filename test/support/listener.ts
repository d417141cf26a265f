// A page at the live channel, as a bare MQTT client: what it heard, and how it was let in or not.
import { randomUUID } from 'node:crypto'
import { decodeJwt } from 'jose'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { clientIdOf } from '#functions/live/messages.schema.ts'

export type Heard = {
  topic: string
  message: Record<string, unknown> & { items?: Record<string, unknown>[] }
}

export type Listener = {
  client: MqttClient
  /** What the page calls itself in its client id. */
  page: string
  token: string
  heard: Heard[]
  /** The first message that fits, heard already or yet to be. */
  hears(fits: (heard: Heard) => boolean, withinMs?: number): Promise<Heard>
  leave(): Promise<void>
}

const patienceMs = 5_000

const waiting =
  (heard: Heard[], arrived: Set<() => void>) =>
  (fits: (one: Heard) => boolean, ms = patienceMs) =>
    new Promise<Heard>((resolve, reject) => {
      const late = setTimeout(() => {
        arrived.delete(look)
        reject(
          new Error(`Not heard within ${ms} ms; heard ${JSON.stringify(heard.map(({ topic }) => topic))}`),
        )
      }, ms)
      const look = () => {
        const found = heard.find(fits)
        if (!found) return
        clearTimeout(late)
        arrived.delete(look)
        resolve(found)
      }
      arrived.add(look)
      look()
    })

type Page = { origin: string; conferenceId: string; token: string; page?: string; options?: IClientOptions }

/** Not yet connected: for what is to be refused as well. */
export const optionsOf = ({ origin, conferenceId, token, page = randomUUID(), options }: Page) => ({
  url: `${origin.replace('http', 'ws')}/live`,
  page,
  options: {
    protocolVersion: 4 as const,
    clientId: clientIdOf({ conferenceId, sub: String(decodeJwt(token).sub), page }),
    username: conferenceId,
    password: token,
    reconnectPeriod: 0,
    keepalive: 30,
    ...options,
  },
})

/** A page that asks to be let in, and breaks off so many milliseconds later. */
export const comeAndGo = async (of: Page, ms: number): Promise<void> => {
  const { url, options } = optionsOf(of)
  const client = mqtt.connect(url, options)
  client.on('error', () => {})
  await new Promise((resolve) => setTimeout(resolve, ms))
  await client.endAsync(true)
}

/** Connects and subscribes. @throws when the channel does not let it in, or refuses a topic */
export const listenTo = async (of: Page, topics: string[]): Promise<Listener> => {
  const { url, page, options } = optionsOf(of)
  const client = await mqtt.connectAsync(url, options, false)
  const heard: Heard[] = []
  const arrived = new Set<() => void>()
  client.on('message', (topic, payload) => {
    heard.push({ topic, message: JSON.parse(payload.toString()) })
    for (const look of [...arrived]) look()
  })
  if (topics.length > 0) await client.subscribeAsync(topics)
  return {
    client,
    page,
    token: of.token,
    heard,
    hears: waiting(heard, arrived),
    leave: () => client.endAsync(true),
  }
}
