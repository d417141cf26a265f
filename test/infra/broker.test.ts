// The live channel of the one-machine home: a change in the table reaches a page, and whoever may not hear does not.
import { decodeJwt } from 'jose'
import mqtt, { type IClientOptions } from 'mqtt'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Board } from '#functions/bridge-points/board.schema.ts'
import { BoardRowsTold, BoardTold, Told, topicsOf } from '#functions/live/messages.schema.ts'
import { localPassword } from '#infra/local/accounts.data.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { at, contributionOf, sites } from '#infra/local/afternoon/facts.data.ts'
import type { Broker } from '#infra/local/broker.ts'
import { localCredentials } from '#infra/local/dynamodb.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { signIn } from '#infra/local/sign-in.ts'
import { type Listener, listenTo, optionsOf } from '#test/support/listener.ts'

let home: Home
let broker: Broker
let id: string
let secretary: Desk
const listeners: Listener[] = []

beforeAll(async () => {
  home = await startHome({ memory: true, port: 0, clock: new Date(at('13:30')) })
  if (!home.broker) throw new Error('A whole home has a broker.')
  broker = home.broker
  secretary = await takeSeat(home.origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  id = items[0]?.id ?? ''
  await secretary.post(`/conferences/${id}/open`)
  await home.settled()
})
afterAll(() => home?.stop())
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.leave()
})

const tokenOf = async (username: string) => (await signIn(home.origin, username, localPassword)).accessToken

const pointOf = (operator: string) => {
  const site = sites.find((one) => one.operator === operator)
  if (!site) throw new Error(`Nobody runs a point as ${operator}.`)
  return site
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const listen = async (username: string, topics: string[], page?: string) => {
  const token = await tokenOf(username)
  const of = { origin: home.origin, conferenceId: id, token, ...(page ? { page } : {}) }
  const listener = await listenTo(of, topics)
  listeners.push(listener)
  return listener
}

/** How a connection is refused. */
const refused = async (of: Parameters<typeof optionsOf>[0], change: Partial<IClientOptions> = {}) => {
  const { url, options } = optionsOf(of)
  return mqtt.connectAsync(url, { ...options, ...change }, false).then(
    async (client) => {
      await client.endAsync(true)
      return 'let in'
    },
    (error: Error) => error.message,
  )
}

/** How a WebSocket is answered before anything is said on it. */
const statusOf = (headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(`${home.origin.replace('http', 'ws')}/live`, 'mqtt', { headers })
    socket.once('open', () => {
      socket.close()
      resolve(101)
    })
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.once('error', reject)
  })

const closed = ({ client }: Listener) =>
  new Promise<void>((resolve) => {
    client.once('close', () => resolve())
  })

const pagesOf = async (desk: Desk, point: string) =>
  (await desk.get<{ pages: { connected: number } }>(`/conferences/${id}/bridge-points/${point}`)).pages

describe('a change in the table', () => {
  it('reaches a page as it is, with its version', async () => {
    const page = await listen('ninhbinh', [topicsOf(id).floor, topicsOf(id).agenda])
    await secretary.post(`/conferences/${id}/start`)
    const started = await page.hears(({ message }) => message.items?.[0]?.kind === 'conference')
    expect(started.topic).toBe(topicsOf(id).agenda)
    expect(started.message.items?.[0]).toMatchObject({ id, value: { state: 'in-session' } })
    await secretary.post(`/conferences/${id}/floor/open`)
    const { message } = await page.hears(({ topic }) => topic === topicsOf(id).floor)
    expect(message.items?.[0]).toMatchObject({ kind: 'floor', id, version: 1, value: { open: true } })
    expect(Told.safeParse(message).success).toBe(true)
  })

  it('is told to its point alone where only that may read it, and by version', async () => {
    const { unitId, pointId } = pointOf('ninhbinh')
    const [own, other] = [
      await listen('ninhbinh', [topicsOf(id).point(pointId)]),
      await listen('thanh-hoa', [topicsOf(id).point(pointOf('thanh-hoa').pointId)]),
    ]
    const operator = await takeSeat(home.origin, 'ninhbinh')
    await operator.post(`/conferences/${id}/contributions`, {
      ...contributionOf('Ninh Bình'),
      unitId,
      author: { position: 'Phó Giám đốc' },
    })
    const { message } = await own.hears(({ message }) => message.items?.[0]?.kind === 'contribution')
    expect(Object.keys(message.items?.[0] ?? {}).sort()).toEqual(['id', 'kind', 'version'])
    await home.settled()
    expect(other.heard).toEqual([])
  })

  it('is on the board by province, row by row, with the number it belongs to', async () => {
    const { pointId, unitId } = pointOf('ninhbinh')
    const board = await listen('thuky', [topicsOf(id).board, topicsOf(id).rows('+')])
    const operator = await takeSeat(home.origin, 'ninhbinh')
    await operator.post(`/conferences/${id}/bridge-points/${pointId}/faults`, { kind: 'sound' })
    const rows = await board.hears(({ topic }) => topic === topicsOf(id).rows(unitId))
    const { items, number } = BoardRowsTold.parse(rows.message)
    expect(items).toEqual([expect.objectContaining({ pointId, faults: ['sound'], state: 'fault' })])
    const told = await board.hears(
      ({ topic, message }) => topic === topicsOf(id).board && message.number === number,
    )
    expect(BoardTold.parse(told.message)).toMatchObject({ provinces: [unitId], totals: { faults: 1 } })
    const answer = await secretary.get<Board>(`/conferences/${id}/board`)
    expect(answer.items.find((line) => line.pointId === pointId)).toEqual(items[0])
    expect(answer).toMatchObject({ number, totals: told.message.totals })
  })
})

describe('nobody is let in', () => {
  it('without a token of ours, under another account, or by a name that is not the conference', async () => {
    const token = await tokenOf('thuky')
    const of = { origin: home.origin, conferenceId: id, token }
    expect(await refused(of)).toBe('let in')
    const { options } = optionsOf(of)
    const other = options.clientId.replace(/[.][^.]+[.]/, '.somebody-else.')
    for (const change of [
      { password: `${token.slice(0, -4)}AAAA` },
      { password: '' },
      { clientId: other },
      { clientId: 'anything' },
      { username: 'cnf_01GJ0000000000000000000000' },
      { will: { topic: topicsOf(id).floor, payload: Buffer.from('{}'), qos: 0 as const, retain: false } },
    ])
      expect(await refused(of, change)).toContain('Not authorized')
  })

  it('who may not read the conference, or whose account is disabled', async () => {
    const administrator = await takeSeat(home.origin, 'quantri')
    const token = await tokenOf('quantri')
    expect(await refused({ origin: home.origin, conferenceId: id, token })).toContain('Not authorized')
    const left = await tokenOf('ca-mau')
    const of = { origin: home.origin, conferenceId: id, token: left }
    expect(await refused(of)).toBe('let in')
    const sub = String(decodeJwt(left).sub)
    await administrator.post(`/accounts/${sub}/disable`, { reason: 'Chuyển công tác' })
    expect(await refused(of)).toContain('Not authorized')
  })

  it('of a foreign page, or through a name that is not ours', async () => {
    expect(await statusOf({ origin: home.origin })).toBe(101)
    expect(await statusOf({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await statusOf({ host: 'elsewhere.example' })).toBe(403)
  })
})

describe('whoever is in', () => {
  it('hears what the permission table lets them, and no more', async () => {
    const page = await listen('ninhbinh', [])
    const topics = topicsOf(id)
    const granted = async (topic: string) =>
      (await page.client.subscribeAsync(topic).catch(() => [])).length > 0
    expect(await granted(topics.floor)).toBe(true)
    expect(await granted(topics.point(pointOf('ninhbinh').pointId))).toBe(true)
    expect(await granted(topics.point(pointOf('thanh-hoa').pointId))).toBe(false)
    expect(await granted(topics.point('+'))).toBe(false)
    expect(await granted('conferences/+/floor')).toBe(false)
    expect(await granted('#')).toBe(false)
    expect(await granted('$SYS/#')).toBe(false)
  })

  it('tells nobody anything: a page that publishes is cut off', async () => {
    const [page, other] = [await listen('thuky', []), await listen('chutri', [topicsOf(id).floor])]
    const gone = closed(page)
    page.client.publish(topicsOf(id).floor, '{"items":[]}')
    await gone
    await home.settled()
    expect(other.heard).toEqual([])
  })

  it('keeps to what the channel bears: filters at once, subscriptions in all', async () => {
    const page = await listen('thuky', [])
    const topics = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => topicsOf(id).point(`bpt_${from + at}`))
    for (let from = 0; from < 48; from += 8) await page.client.subscribeAsync(topics(from, 8))
    await page.client.subscribeAsync(topics(48, 2))
    await expect(page.client.subscribeAsync(topics(50, 1))).rejects.toThrow()
    const many = await listen('thuky', [])
    const gone = closed(many)
    many.client.subscribe(topics(0, 9))
    await gone
  })

  it('goes when the token that let it in has ended', async () => {
    const page = await listen('thuky', [topicsOf(id).floor])
    const gone = closed(page)
    home.setClock?.(new Date(at('14:10')))
    await gone
    expect(await refused({ origin: home.origin, conferenceId: id, token: page.token })).toContain(
      'Not authorized',
    )
  })
})

it('refuses to publish for a page, and what the channel would not take', async () => {
  const endpoint = `${broker.endpoint}/topics/${encodeURIComponent(topicsOf(id).floor)}?qos=0`
  const ours = { authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/x` }
  const post = async (url: string, headers: Record<string, string>, body = '{}') =>
    (await fetch(url, { method: 'POST', headers, body })).status
  expect(await post(endpoint, ours)).toBe(200)
  expect(await post(endpoint, {})).toBe(403)
  expect(await post(endpoint, { ...ours, origin: home.origin })).toBe(403)
  expect(await post(endpoint, ours, 'x'.repeat(128 * 1024 + 1))).toBe(413)
  expect(await post(`${broker.endpoint}/topics/${encodeURIComponent('a/b/c/d/e/f/g/h/i')}?qos=0`, ours)).toBe(
    400,
  )
})

describe('pages of a point', () => {
  it('count while they are open, and no longer', async () => {
    const { pointId } = pointOf('ninhbinh')
    await home.settled()
    const before = (await pagesOf(secretary, pointId)).connected
    const page = await listen('ninhbinh', [])
    await home.settled()
    expect((await pagesOf(secretary, pointId)).connected).toBe(before + 1)
    await page.leave()
    await until(() => broker.connected() === 0)
    await home.settled()
    expect((await pagesOf(secretary, pointId)).connected).toBe(before)
  })
})

it('comes back after it was gone: pages connect again and hear what is said then', async () => {
  const page = await listen('ninhbinh', [topicsOf(id).floor])
  const gone = closed(page)
  await broker.stop()
  await gone
  await secretary.post(`/conferences/${id}/floor/close`)
  expect(await statusOf()).toBe(503)
  await broker.start()
  const again = await listen('ninhbinh', [topicsOf(id).floor])
  await secretary.post(`/conferences/${id}/floor/open`)
  const { message } = await again.hears(({ topic }) => topic === topicsOf(id).floor)
  expect(message.items?.[0]).toMatchObject({ version: 3, value: { open: true } })
})
