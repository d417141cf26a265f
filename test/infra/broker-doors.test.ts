// Who is let into the live channel, what they may hear there, and what the channel does not bear.
import { once } from 'node:events'
import { connect } from 'node:net'
import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Admission, handler as authorize } from '#functions/live/authorize.lambda.ts'
import { clientIdOf, topicsOf } from '#functions/live/messages.schema.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { at } from '#infra/local/afternoon/facts.data.ts'
import { closed, type LiveHome, pointOf, startLiveHome } from '#test/support/live-home.ts'

let live: LiveHome

beforeAll(async () => {
  live = await startLiveHome()
})
afterAll(() => live?.home.stop())
afterEach(() => live.leaveAll())

const no = 'Not authorized'

describe('nobody is let in', () => {
  it('without a token of ours, under another account, or by a name that is not the conference', async () => {
    const { id } = live
    const token = await live.tokenOf('thuky')
    expect(await live.tried(token)).toBe('let in')
    const will = { topic: topicsOf(id).floor, payload: Buffer.from('{}'), qos: 0 as const, retain: false }
    for (const change of [
      { password: `${token.slice(0, -4)}AAAA` },
      { password: '' },
      { clientId: clientIdOf({ conferenceId: id, sub: 'somebody-else', page: 'x' }) },
      { clientId: 'anything' },
      { username: 'cnf_01GJ0000000000000000000000' },
      { will },
    ])
      expect(await live.tried(token, change), JSON.stringify(Object.keys(change))).toContain(no)
  })

  it('who may not read the conference, or whose account is disabled', async () => {
    const administrator = await takeSeat(live.home.origin, 'quantri')
    expect(await live.tried(await live.tokenOf('quantri'))).toContain(no)
    const left = await live.tokenOf('ca-mau')
    expect(await live.tried(left)).toBe('let in')
    const sub = String(decodeJwt(left).sub)
    await administrator.post(`/accounts/${sub}/disable`, { reason: 'Chuyển công tác' })
    expect(await live.tried(left)).toContain(no)
  })

  it('of a foreign page, or through a name that is not ours', async () => {
    expect(await live.statusOf({ origin: live.home.origin })).toBe(101)
    expect(await live.statusOf({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await live.statusOf({ host: 'elsewhere.example' })).toBe(403)
  })
})

it('a connection that breaks while it is refused takes nothing with it', async () => {
  const { port } = new URL(live.home.origin)
  for (let time = 0; time < 5; time++) {
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      'GET /live HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    if (time % 2) await once(socket, 'data')
    socket.resetAndDestroy()
  }
  expect(await live.statusOf()).toBe(101)
})

describe('the authorizer', () => {
  const invokedFunctionArn = 'arn:aws:lambda:ap-southeast-1:123456789012:function:authorize'
  const ask = (mqtt: unknown): Promise<Admission> =>
    authorize({ protocolData: { mqtt } }, { invokedFunctionArn } as never)

  it('answers what IoT takes: a short policy of that conference, and an end with the token', async () => {
    const token = await live.tokenOf('ninhbinh')
    const { sub, iat = 0, exp = 0 } = decodeJwt(token)
    const clientId = clientIdOf({ conferenceId: live.id, sub: String(sub), page: 'a-page' })
    const password = Buffer.from(token).toString('base64')
    const answer = await ask({ clientId, username: live.id, password })
    if (!answer.isAuthenticated) throw new Error('An operator is let in.')
    expect(answer.principalId).toMatch(/^[0-9A-Za-z]{1,128}$/)
    expect(answer.disconnectAfterInSeconds).toBeGreaterThan(300)
    expect(answer.disconnectAfterInSeconds).toBeLessThanOrEqual(exp - iat)
    expect(answer.refreshAfterInSeconds).toBe(300)
    const [policy = '', ...more] = answer.policyDocuments
    expect(more).toEqual([])
    expect(policy.length).toBeLessThanOrEqual(2_048)
    const { Statement } = JSON.parse(policy) as { Statement: { Action: string; Resource: string[] }[] }
    expect(Statement.map(({ Action }) => Action)).toEqual(['iot:Connect', 'iot:Subscribe', 'iot:Receive'])
    expect(Statement[0]?.Resource).toEqual([`arn:aws:iot:ap-southeast-1:123456789012:client/${clientId}`])
    for (const { Resource } of Statement) for (const one of Resource) expect(one).toContain(live.id)
    expect(policy).toContain(pointOf('ninhbinh').pointId)
  })

  it('says no, and nothing more, to whatever is malformed or unknown', async () => {
    const token = await live.tokenOf('thuky')
    const password = Buffer.from(token).toString('base64')
    const nowhere = 'cnf_01GJ0000000000000000000000'
    const sub = String(decodeJwt(token).sub)
    for (const mqtt of [
      undefined,
      {},
      { clientId: 'x', username: 'y', password: 'not base64 at all' },
      { clientId: clientIdOf({ conferenceId: nowhere, sub, page: 'p' }), username: nowhere, password },
    ])
      expect(await ask(mqtt)).toEqual({ isAuthenticated: false })
  })
})

describe('whoever is in', () => {
  it('hears what the permission table lets them, and no more', async () => {
    const page = await live.listen('ninhbinh', [])
    const topics = topicsOf(live.id)
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
    const { id, home } = live
    const [page, other] = [await live.listen('thuky', []), await live.listen('chutri', [topicsOf(id).floor])]
    const gone = closed(page)
    page.client.publish(topicsOf(id).floor, '{"items":[]}')
    await gone
    await home.settled()
    expect(other.heard).toEqual([])
  })

  it('keeps to what the channel bears: filters at once, subscriptions in all', async () => {
    const page = await live.listen('thuky', [])
    const topics = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => topicsOf(live.id).point(`bpt_${from + n}`))
    for (let from = 0; from < 48; from += 8) await page.client.subscribeAsync(topics(from, 8))
    await page.client.subscribeAsync(topics(48, 2))
    await expect(page.client.subscribeAsync(topics(50, 1))).rejects.toThrow()
    const many = await live.listen('thuky', [])
    const gone = closed(many)
    many.client.subscribe(topics(0, 9))
    await gone
  })

  it('goes when the token that let it in has ended', async () => {
    const page = await live.listen('thuky', [topicsOf(live.id).floor])
    const gone = closed(page)
    live.home.setClock?.(new Date(at('14:10')))
    await gone
    expect(await live.tried(page.token)).toContain(no)
  })
})
