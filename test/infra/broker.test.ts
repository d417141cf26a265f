// The live channel of the one-machine home: a change in the table reaches a page, and so does what is said after a fall.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#functions/bridge-points/board.schema.ts'
import { rowKey } from '#functions/bridge-points/entity.ts'
import { loadPages } from '#functions/bridge-points/pages.ts'
import { BoardRowsTold, BoardTold, clientIdOf, Told, topicsOf } from '#functions/live/messages.schema.ts'
import { handler as onPresence } from '#functions/live/on-presence.lambda.ts'
import { newId } from '#functions/shared/new-id.ts'
import { database, tableName } from '#functions/shared/table.ts'
import { accounts } from '#infra/local/accounts.data.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { contributionOf } from '#infra/local/afternoon/facts.data.ts'
import { localCredentials } from '#infra/local/dynamodb.ts'
import { queueMessage } from '#infra/local/pump-shapes.ts'
import { comeAndGo, type Heard } from '#test/support/listener.ts'
import { closed, type LiveHome, pointOf, startLiveHome, until } from '#test/support/live-home.ts'

let live: LiveHome

beforeAll(async () => {
  live = await startLiveHome()
})
afterAll(() => live?.home.stop())
afterEach(() => live.leaveAll())

/** A message tells several things, in no order; the room tells on the floor's topic too which floor it carries out. */
const itemIn =
  (wanted: string) =>
  ({ message }: Heard) =>
    message.items?.find(({ kind }) => kind === wanted)

describe('a change in the table', () => {
  it('reaches a page as it is, with its version', async () => {
    const { id, secretary } = live
    const page = await live.listen('ninhbinh', [topicsOf(id).floor, topicsOf(id).agenda])
    await secretary.post(`/conferences/${id}/start`)
    const started = await page.hears((one) => itemIn('conference')(one) !== undefined)
    expect(started.topic).toBe(topicsOf(id).agenda)
    expect(itemIn('conference')(started)).toMatchObject({ id, value: { state: 'in-session' } })
    await secretary.post(`/conferences/${id}/floor/open`)
    const heard = await page.hears((one) => itemIn('floor')(one) !== undefined)
    const { topic, message } = heard
    expect(topic).toBe(topicsOf(id).floor)
    expect(itemIn('floor')(heard)).toMatchObject({ id, version: 1, value: { open: true } })
    expect(Told.safeParse(message).success).toBe(true)
  })

  it('is told to its point alone where only that may read it, and by version', async () => {
    const { id, home } = live
    const { unitId, pointId } = pointOf('ninhbinh')
    const own = await live.listen('ninhbinh', [topicsOf(id).point(pointId)])
    const other = await live.listen('thanh-hoa', [topicsOf(id).point(pointOf('thanh-hoa').pointId)])
    const operator = await takeSeat(home.origin, 'ninhbinh')
    await operator.post(`/conferences/${id}/contributions`, {
      ...contributionOf('Ninh Bình'),
      unitId,
      author: { position: 'Phó Giám đốc' },
    })
    const heard = await own.hears((one) => itemIn('contribution')(one) !== undefined)
    expect(Object.keys(itemIn('contribution')(heard) ?? {}).sort()).toEqual(['id', 'kind', 'version'])
    await home.settled()
    expect(other.heard).toEqual([])
  })

  it('is on the board by province, row by row, with the number it belongs to', async () => {
    const { id, home, secretary } = live
    const { pointId, unitId } = pointOf('ninhbinh')
    const board = await live.listen('thuky', [topicsOf(id).board, topicsOf(id).rows('+')])
    const operator = await takeSeat(home.origin, 'ninhbinh')
    await operator.post(`/conferences/${id}/bridge-points/${pointId}/faults`, { kind: 'sound' })
    const isFault = ({ message }: Heard) => BoardRowsTold.safeParse(message).data?.items[0]?.state === 'fault'
    const rows = await board.hears((one) => one.topic === topicsOf(id).rows(unitId) && isFault(one))
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

it('is published to by functions alone, and takes what IoT would', async () => {
  const { id, home, broker } = live
  const topic = (name: string) => `${broker.endpoint}/topics/${encodeURIComponent(name)}?qos=0`
  const floor = topic(topicsOf(id).floor)
  const ours = { authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/x` }
  const post = async (url: string, headers: Record<string, string>, body = '{}') =>
    (await fetch(url, { method: 'POST', headers, body })).status
  expect(await post(floor, ours)).toBe(200)
  expect(await post(floor, {})).toBe(403)
  expect(await post(floor, { ...ours, origin: home.origin })).toBe(403)
  expect(await post(floor, ours, 'x'.repeat(128 * 1024 + 1))).toBe(413)
  expect(await post(topic('a/b/c/d/e/f/g/h/i'), ours)).toBe(400)
})

describe('pages of a point', () => {
  it('count while they are open, and no longer', async () => {
    const { home, broker } = live
    const { pointId } = pointOf('ninhbinh')
    await home.settled()
    const before = await live.pagesAt(pointId)
    const page = await live.listen('ninhbinh', [])
    await home.settled()
    expect(await live.pagesAt(pointId)).toBe(before + 1)
    await page.leave()
    await until(() => broker.connected() === 0)
    await home.settled()
    expect(await live.pagesAt(pointId)).toBe(before)
  })

  it('are gone though the grant they came by has ended meanwhile', async () => {
    const { id, home, broker } = live
    const { pointId } = pointOf('thanh-hoa')
    const before = await live.pagesAt(pointId)
    const page = await live.listen('thanh-hoa', [])
    await home.settled()
    expect(await live.pagesAt(pointId)).toBe(before + 1)
    const administrator = await takeSeat(home.origin, 'quantri')
    const scope = `unit:${pointOf('thanh-hoa').unitId}`
    const { items } = await administrator.get<{ items: { id: string }[] }>(`/grants?scope=${scope}`)
    for (const grant of items)
      await administrator.post(`/grants/${grant.id}/end`, { reason: 'Chuyển công tác' })
    await page.leave()
    await until(() => broker.connected() === 0)
    await home.settled()
    expect((await loadPages(id, pointId)).connected).toBe(before)
  })

  it('that went while they were being let in are not kept', async () => {
    const { home, broker, id } = live
    const token = await live.tokenOf('thuky')
    const of = { origin: home.origin, conferenceId: id, token }
    await Promise.all(Array.from({ length: 30 }, (_, ms) => comeAndGo(of, ms * 3)))
    const page = await live.listen('thuky', [])
    await until(() => broker.connected() === 1)
    await page.leave()
  })

  it('stand as they last were, whatever is told late, twice or out of order', async () => {
    const { pointId } = pointOf('ninhbinh')
    const sub = accounts.find(({ username }) => username === 'ninhbinh')?.sub ?? ''
    const events = (last: 'connected' | 'disconnected') =>
      [1, 2, 3].flatMap((versionNumber) =>
        (['connected', 'disconnected'] as const)
          .filter((eventType) => versionNumber < 3 || eventType === 'connected' || last === 'disconnected')
          .map((eventType) => ({ eventType, versionNumber, sessionIdentifier: `session-${versionNumber}` })),
      )
    const order = fc.infiniteStream(fc.double({ noNaN: true }))
    const { pagesAt } = live
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('connected', 'disconnected'), order, async (last, places) => {
        const before = await pagesAt(pointId)
        const clientId = clientIdOf({ conferenceId: live.id, sub, page: newId('lnk').slice(4) })
        const told = [...events(last), ...events(last)].map((event) => ({ event, at: places.next().value }))
        for (const { event } of told.sort((a, b) => a.at - b.at)) {
          const body = JSON.stringify({ ...event, clientId })
          const sent = { messageId: 'x', body, sentMs: 0, received: 1 }
          await onPresence({ Records: [queueMessage('presence', sent)] }, { awsRequestId: 'x' } as never)
        }
        const { connected } = await loadPages(live.id, pointId)
        expect(connected).toBe(before + (last === 'connected' ? 1 : 0))
      }),
      { numRuns: 8 },
    )
  })
})

it('comes back after it was gone: pages connect again and hear what is said then', async () => {
  const { id, broker, secretary } = live
  const page = await live.listen('ninhbinh', [topicsOf(id).floor])
  const gone = closed(page)
  await broker.stop()
  await gone
  await secretary.post(`/conferences/${id}/floor/close`)
  expect(await live.statusOf()).toBe(503)
  await broker.start()
  const again = await live.listen('ninhbinh', [topicsOf(id).floor])
  await secretary.post(`/conferences/${id}/floor/open`)
  const heard = await again.hears((one) => itemIn('floor')(one)?.version === 3)
  expect(itemIn('floor')(heard)).toMatchObject({ value: { open: true } })
})

// The last: whatever else is told of that point finds no row, and is tried until it is set aside.
it('a change in the table is on the board where a point’s row goes: it is gone from its province', async () => {
  const { id, secretary } = live
  const { pointId, unitId } = pointOf('bac-lieu')
  await secretary.get(`/conferences/${id}/board`)
  const board = await live.listen('thuky', [topicsOf(id).rows('+')])
  await database().send(new DeleteCommand({ TableName: tableName(), Key: rowKey(id, pointId) }))
  const { topic, message } = await board.hears(({ message }) => 'gone' in message)
  expect(BoardRowsTold.parse(message)).toMatchObject({ items: [], gone: [pointId] })
  expect(topic).toBe(topicsOf(id).rows(unitId))
})
