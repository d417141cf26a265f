// A home with its live channel and the afternoon's conference opened, and pages that listen to it.
import mqtt, { type IClientOptions } from 'mqtt'
import { WebSocket } from 'ws'
import { localPassword } from '#infra/local/accounts.data.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { at, sites } from '#infra/local/afternoon/facts.data.ts'
import { signIn } from '#infra/local/sign-in.ts'
import { type Listener, listenTo, optionsOf } from './listener.ts'
import { startLoadedHome } from './loaded-home.ts'

export const pointOf = (operator: string) => {
  const site = sites.find((one) => one.operator === operator)
  if (!site) throw new Error(`Nobody runs a point as ${operator}.`)
  return site
}

export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

export const closed = ({ client }: Listener) =>
  new Promise<void>((resolve) => {
    client.once('close', () => resolve())
  })

/** How a WebSocket is answered before anything is said on it. */
const statusAt = (origin: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/live`, 'mqtt', { headers })
    socket.once('open', () => {
      socket.close()
      resolve(101)
    })
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.once('error', reject)
  })

/** Whether it is let in, or how it is refused. */
const tried = async (of: Parameters<typeof optionsOf>[0], change: Partial<IClientOptions>) => {
  const { url, options } = optionsOf(of)
  return mqtt.connectAsync(url, { ...options, ...change }, false).then(
    async (client) => {
      await client.endAsync(true)
      return 'let in'
    },
    (error: Error) => error.message,
  )
}

export const startLiveHome = async () => {
  const home = await startLoadedHome(new Date(at('13:30')))
  const { broker, origin } = home
  if (!broker) throw new Error('A whole home has a broker.')
  const secretary: Desk = await takeSeat(origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  const id = items[0]?.id ?? ''
  await secretary.post(`/conferences/${id}/open`)
  await home.settled()
  const listeners: Listener[] = []
  const tokenOf = async (username: string) => (await signIn(origin, username, localPassword)).accessToken
  return {
    home,
    broker,
    id,
    secretary,
    tokenOf,
    /** A page of that account, subscribed. */
    listen: async (username: string, topics: string[]): Promise<Listener> => {
      const listener = await listenTo({ origin, conferenceId: id, token: await tokenOf(username) }, topics)
      listeners.push(listener)
      return listener
    },
    tried: (token: string, change: Partial<IClientOptions> = {}) =>
      tried({ origin, conferenceId: id, token }, change),
    statusOf: (headers: Record<string, string> = {}) => statusAt(origin, headers),
    /** Pages of that point that are open. */
    pagesAt: async (point: string): Promise<number> =>
      (await secretary.get<{ pages: { connected: number } }>(`/conferences/${id}/bridge-points/${point}`))
        .pages.connected,
    leaveAll: async (): Promise<void> => {
      for (const listener of listeners.splice(0)) await listener.leave()
    },
  }
}
export type LiveHome = Awaited<ReturnType<typeof startLiveHome>>
