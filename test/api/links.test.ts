// The link of a point over HTTP: sessions, heartbeats, silence, taking over, pages; on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { links } from '#functions/bridge-points/link.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { database } from '#functions/shared/table.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { openRoom, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
let home: TestApi
let cast: Awaited<ReturnType<typeof roomCast>>
let operator: Client

beforeAll(async () => {
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  app.route('/conferences', bridgePoints).route('/conferences', links)
  home = await startApi(() => app)
  await seedUnits()
  cast = await roomCast(home)
  operator = cast.operator
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

type Room = Awaited<ReturnType<typeof openRoom>>

const detail = async ({ ours }: Room, who = operator) => (await who.get(ours())).body
const join = async ({ ours }: Room, who = operator, body: object = {}) =>
  (await who.post(ours('/join'), body)).body.session as string
const beat = ({ ours }: Room, session: string, media: 'up' | 'down' = 'up', who = operator) =>
  who.post(ours('/heartbeat'), { session, media })
const eventsOf = async (room: Room) => {
  clock.pass(6)
  const { body } = await cast.desk.get(`${room.path}/events?limit=200`)
  return (body.items as { name: string; effectiveAt: string }[]).map(({ name }) => name)
}

describe('sessions', () => {
  it('join, drop and join again; the earlier stay stays, and the gap has a reason', async () => {
    const room = await openRoom(cast.desk)
    const from = clock.iso()
    const session = await join(room)
    expect((await detail(room)).row).toMatchObject({ state: 'connected', since: from })
    clock.pass(600)
    const gone = await operator.post(room.ours('/leave'), { session, how: 'dropped' })
    expect(gone.body.link).toMatchObject({ linkState: 'dropped', stays: [{ from, to: clock.iso() }] })
    expect((await detail(room)).row.state).toBe('lost')
    clock.pass(60)
    await join(room)
    const { link } = await detail(room)
    expect(link).toMatchObject({ linkState: 'up', since: clock.iso(), gaps: [{ kind: 'dropped' }] })
    expect(link.stays).toHaveLength(2)
  })

  it('take ten tablets at once, each a session of its own', async () => {
    const room = await openRoom(cast.desk)
    const sessions = await Promise.all(Array.from({ length: 10 }, () => join(room)))
    expect(new Set(sessions).size).toBe(10)
    expect((await detail(room)).link.sessions).toHaveLength(10)
  })

  it('are answered again by the same key, once', async () => {
    const room = await openRoom(cast.desk)
    const key = randomUUID()
    const [first, again] = [
      await operator.post(room.ours('/join'), {}, { key }),
      await operator.post(room.ours('/join'), {}, { key }),
    ]
    expect(again.body.session).toBe(first.body.session)
    expect((await detail(room)).link.sessions).toHaveLength(1)
  })

  it('told late that they ended earlier end earlier', async () => {
    const room = await openRoom(cast.desk)
    const session = await join(room)
    clock.pass(300)
    const left = clock.iso()
    clock.pass(300)
    await cast.colleague.post(room.ours('/leave'), { session })
    const late = await operator.post(room.ours('/leave'), { session, claimedAt: left })
    expect(late.body.link.stays).toEqual([{ from: expect.any(String), to: left }])
    const beforeJoin = await operator.post(room.ours('/leave'), {
      session,
      claimedAt: '2022-11-23T00:00:00Z',
    })
    expect(beforeJoin.body.link.stays).toHaveLength(0)
  })

  it('are refused to others, in rooms that are not open, and when they are over', async () => {
    const room = await openRoom(cast.desk, 'start')
    const session = 'lnk_01GJHZ00000000000000000000'
    const refused = await operator.post(room.ours('/leave'), { session })
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/session-unknown'])
    for (const [verb, body] of [
      ['join', {}],
      ['leave', { session }],
      ['heartbeat', { session, media: 'up' }],
    ] as const)
      expect((await cast.neighbour.post(room.ours(`/${verb}`), body)).status).toBe(403)
    const own = await join(room)
    await operator.post(room.ours('/leave'), { session: own })
    expect((await operator.post(room.ours('/leave'), { session: own })).status).toBe(409)
    await cast.desk.post(`${room.path}/close`)
    expect((await operator.post(room.ours('/join'))).body.type).toBe('/problems/conference-state')
    const early = await openRoom(cast.desk, 'schedule')
    expect((await operator.post(early.ours('/join'))).body.type).toBe('/problems/conference-state')
  })
})

describe('taking over', () => {
  it('shows who holds the link with what, and ends a session left behind elsewhere', async () => {
    const room = await openRoom(cast.desk)
    const session = await join(room, cast.colleague, { device: 'Máy tính bảng phòng họp' })
    const { link } = await detail(room)
    expect(link.sessions).toEqual([
      {
        session,
        state: 'up',
        since: clock.iso(),
        by: expect.stringMatching(/^Cán bộ /),
        own: false,
        device: 'Máy tính bảng phòng họp',
      },
    ])
    expect((await detail(room, cast.colleague)).link.sessions[0].own).toBe(true)
    await join(room)
    clock.pass(60)
    const ended = await operator.post(room.ours('/leave'), { session })
    expect(ended.body.link).toMatchObject({ linkState: 'up', sessions: [{ own: true }] })
    expect((await beat(room, session, 'up', cast.colleague)).body.type).toBe('/problems/session-unknown')
  })

  it('of a silent session leaves unknown what is unknown; its own page knows when it left', async () => {
    const room = await openRoom(cast.desk)
    const taken = async (who: Client) => {
      const session = await join(room)
      clock.pass(30)
      await beat(room, session)
      const heard = clock.iso()
      clock.pass(600)
      const { link } = (await who.post(room.ours('/leave'), { session })).body
      return { heard, gap: link.gaps.at(-1), stay: link.stays.at(-1) }
    }
    const byOther = await taken(cast.colleague)
    expect(byOther.stay.to).toBe(byOther.heard)
    const { link } = await detail(room)
    expect(link.gaps).toMatchObject([{ from: byOther.heard, kind: 'unknown' }, { kind: 'left' }])
    clock.pass(60)
    const byOwn = await taken(operator)
    expect(Date.parse(byOwn.stay.to) - Date.parse(byOwn.heard)).toBe(600_000)
  })
})

describe('heartbeats', () => {
  it('record no event and write one item only', async () => {
    const room = await openRoom(cast.desk)
    const session = await join(room)
    const before = (await eventsOf(room)).length
    const sent = vi.spyOn(database(), 'send')
    for (let n = 0; n < 3; n++) {
      clock.pass(30)
      expect((await beat(room, session)).body).toEqual({ session, at: clock.iso(), everySeconds: 30 })
    }
    const writes = sent.mock.calls.filter(([command]) => /Put|Transact|Update/.test(command.constructor.name))
    sent.mockRestore()
    expect(writes).toHaveLength(3)
    expect(await eventsOf(room)).toHaveLength(before)
  })

  it('that stop make the link unknown after 90 s, not absent; those that return make it up again', async () => {
    const room = await openRoom(cast.desk)
    const session = await join(room)
    clock.pass(30)
    await beat(room, session)
    const heard = clock.iso()
    clock.pass(90)
    expect((await detail(room)).row).toMatchObject({ state: 'connected' })
    clock.pass(1)
    const silent = await detail(room)
    expect(silent.row).toMatchObject({ state: 'unknown', since: heard })
    expect(silent.link).toMatchObject({
      linkState: 'unknown',
      stays: [{ to: heard }],
      gaps: [{ from: heard, kind: 'unknown' }],
      sessions: [{ session, state: 'unknown', heardAt: heard }],
    })
    clock.pass(60)
    await beat(room, session)
    const back = await detail(room)
    expect(back.row.state).toBe('connected')
    expect(back.link.gaps).toEqual([{ from: heard, to: clock.iso(), kind: 'unknown' }])
    expect(await eventsOf(room)).toEqual(expect.arrayContaining(['link.silent', 'link.joined']))
  })

  it('say that the media of a page that stands is lost, and is back', async () => {
    const room = await openRoom(cast.desk)
    const session = await join(room)
    clock.pass(30)
    await beat(room, session, 'down')
    expect((await detail(room)).row.state).toBe('lost')
    clock.pass(30)
    await beat(room, session, 'down')
    clock.pass(30)
    await beat(room, session)
    const { link, row } = await detail(room)
    expect([row.state, link.gaps]).toMatchObject(['connected', [{ kind: 'dropped' }]])
    expect((await eventsOf(room)).filter((name) => name.startsWith('link.'))).toEqual([
      'link.joined',
      'link.left',
      'link.joined',
    ])
  })

  it('of one tablet leave the other, which sends none, alone', async () => {
    const room = await openRoom(cast.desk)
    const [one] = [await join(room), await join(room, cast.colleague)]
    await beat(room, one)
    clock.pass(600)
    expect((await detail(room)).row.state).toBe('connected')
  })

  it('are refused for a session that is over or never was, and once the conference is closed', async () => {
    const room = await openRoom(cast.desk, 'start')
    const session = await join(room)
    await operator.post(room.ours('/leave'), { session })
    expect((await beat(room, session)).body.type).toBe('/problems/session-unknown')
    const never = 'lnk_01GJHZ00000000000000000000'
    expect((await beat(room, never)).body.type).toBe('/problems/session-unknown')
    const running = await join(room)
    await cast.desk.post(`${room.path}/close`)
    expect((await beat(room, running)).body.type).toBe('/problems/conference-state')
  })
})

describe('pages', () => {
  const tell = (room: Room, page: string, session: string, version: number, state: string) =>
    operator.post(room.ours('/presence'), { page, session, version, state })

  it('come and go apart from the link, whatever is told late or again', async () => {
    const room = await openRoom(cast.desk)
    await tell(room, 'p1', 's1', 0, 'connected')
    await tell(room, 'p2', 's2', 0, 'disconnected')
    await tell(room, 'p2', 's2', 0, 'connected')
    expect((await detail(room)).pages.connected).toBe(1)
    await tell(room, 'p1', 's9', 1, 'connected')
    const late = await tell(room, 'p1', 's1', 0, 'disconnected')
    expect(late.body.connected).toBe(1)
    const { row, link } = await detail(room)
    expect([row.state, link.linkState]).toEqual(['not-connected', 'never'])
  })

  it('are counted anew by the channel after an hour away', async () => {
    const room = await openRoom(cast.desk)
    await tell(room, 'p1', 's1', 7, 'disconnected')
    clock.pass(3_700)
    expect((await tell(room, 'p1', 's2', 0, 'connected')).body.connected).toBe(1)
  })

  it('are told by whoever may act at the point', async () => {
    const room = await openRoom(cast.desk)
    const body = { page: 'p', session: 's', version: 0, state: 'connected' }
    expect((await cast.neighbour.post(room.ours('/presence'), body)).status).toBe(403)
    expect((await operator.post(room.ours('/presence'), { ...body, version: -1 })).status).toBe(400)
  })
})
