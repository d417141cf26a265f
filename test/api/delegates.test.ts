// Delegations over HTTP: pasted, entered, edited, withdrawn, substituted, answered for; on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attendance } from '#functions/attendance/routes.ts'
import { delegates } from '#functions/bridge-points/delegates.routes.ts'
import { preparation } from '#functions/bridge-points/preparation.routes.ts'
import { bridgePoints } from '#functions/bridge-points/routes.ts'
import { conferenceActs } from '#functions/conferences/acts.routes.ts'
import { conferences } from '#functions/conferences/routes.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'
import { openRoom, roomCast, standingClock } from '#test/support/point-room.ts'

const clock = standingClock('2022-11-23T06:30:00Z')
let home: TestApi
let cast: Awaited<ReturnType<typeof roomCast>>
let operator: Client

beforeAll(async () => {
  const app = appOf({ '/conferences': conferences })
  app.route('/conferences', conferenceActs)
  for (const routes of [attendance, bridgePoints, preparation, delegates]) app.route('/conferences', routes)
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
type Shown = { id: string; display: string; version: number; answer: string }

const soan = { name: 'Đinh Trọng Soạn', rank: 'Đại tá', position: 'Phó Giám đốc Công an tỉnh Ninh Bình' }
const an = { name: 'Nguyễn Văn An', rank: 'Thượng tá', position: 'Trưởng phòng' }
const binh = { name: 'Trần Thị Bình', rank: 'Thiếu tá', position: 'Phó Trưởng phòng' }

const enter = async ({ ours }: Room, ...list: object[]): Promise<Shown[]> => {
  const { status, body } = await operator.post(ours('/delegates'), { delegates: list })
  expect(status).toBe(201)
  return body.items
}
const list = async ({ ours }: Room, who = operator, query = '') =>
  (await who.get(ours(`/delegates${query}`))).body.items
const row = async ({ ours }: Room) => (await operator.get(ours())).body.row
const displays = (items: Shown[]) => items.map(({ display }) => display)
const typeOf = async (answer: Promise<{ body: { type: string } }>) => (await answer).body.type
const events = async ({ path }: Room) => {
  clock.pass(6)
  const { body } = await cast.desk.get(`${path}/events?limit=200`)
  return body.items as { name: string; data: Record<string, unknown> }[]
}

describe('entering', () => {
  it('keeps titles apart, names as records do, and lists by precedence', async () => {
    const room = await openRoom(cast.desk)
    const full = {
      ...soan,
      partyTitle: 'Ủy viên Ban Thường vụ Đảng ủy',
      role: 'Trưởng đoàn',
      position: 'Phó Giám đốc',
    }
    await enter(room, { position: 'Thành viên Ban Chỉ đạo' }, binh, {
      ...full,
      unit: 'Công an tỉnh Ninh Bình',
    })
    expect(displays(await list(room))).toEqual([
      'Đại tá Đinh Trọng Soạn, Ủy viên Ban Thường vụ Đảng ủy, Phó Giám đốc Công an tỉnh Ninh Bình, Trưởng đoàn',
      'Thiếu tá Trần Thị Bình, Phó Trưởng phòng',
      'Thành viên Ban Chỉ đạo',
    ])
    expect(await row(room)).toMatchObject({ listed: 3, expected: 3, unmarked: 3 })
  })

  it('takes 500 at once or none of them, once per key', async () => {
    const room = await openRoom(cast.desk)
    const many = Array.from({ length: 499 }, (_, at) => ({ name: `Đại biểu ${at}`, order: at + 1 }))
    await enter(room, an)
    const key = randomUUID()
    const post = () => operator.post(room.ours('/delegates'), { delegates: many }, { key })
    const [first, again] = await Promise.all([post(), post()])
    expect([first.status, again.status, first.body.items.length]).toEqual([201, 201, 499])
    expect(again.body.items.map(({ id }: Shown) => id)).toEqual(first.body.items.map(({ id }: Shown) => id))
    expect(displays(await list(room)).slice(0, 2)).toEqual(['Đại biểu 0', 'Đại biểu 1'])
    expect(await row(room)).toMatchObject({ listed: 500 })
    expect(await typeOf(operator.post(room.ours('/delegates'), { delegates: [soan] }))).toBe(
      '/problems/delegation-full',
    )
    const told = (await events(room)).filter(({ name }) => name === 'delegates.added')
    expect(told.flatMap(({ data }) => data.delegates)).toHaveLength(500)
  }, 60_000)

  it('loses nobody when ten lists come at once', async () => {
    const room = await openRoom(cast.desk)
    await Promise.all(Array.from({ length: 10 }, (_, at) => enter(room, { name: `Đại biểu ${at}` })))
    expect([(await list(room)).length, (await row(room)).listed]).toEqual([10, 10])
  })

  it('takes persons from the directory as they are on that day, each once', async () => {
    const personId = newId('prs')
    await plant([
      personItem({
        id: personId,
        name: soan.name,
        rank: soan.rank,
        stateTitle: soan.position,
        posts: [],
        version: 1,
      }),
    ])
    const room = await openRoom(cast.desk)
    const add = (...delegates: object[]) => operator.post(room.ours('/delegates'), { delegates })
    expect((await add({ personId })).body.items).toMatchObject([
      { personId, display: 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình' },
    ])
    expect((await add(an, { personId })).body).toMatchObject({
      type: '/problems/already-exists',
      errors: [{ pointer: '/delegates/1/personId' }],
    })
    expect(await typeOf(add({ personId: 'prs_nobody' }))).toBe('/problems/person-unknown')
    expect((await add({ rank: 'Đại tá' })).status).toBe(400)
  })

  it("is the point's and the desk's; telephones are shown to them alone", async () => {
    const room = await openRoom(cast.desk)
    await enter(room, { ...an, phone: '0912.345.678' })
    const phones = async (who: Client) =>
      (await list(room, who)).map(({ phone }: { phone?: string }) => phone)
    expect(await phones(operator)).toEqual(['0912345678'])
    expect(await phones(cast.desk)).toEqual(['0912345678'])
    expect(await phones(cast.neighbour)).toEqual([undefined])
    const sheet = await operator.get(room.ours('/roll-call'))
    expect(JSON.stringify(sheet.body)).not.toContain('0912345678')
    expect((await cast.neighbour.post(room.ours('/delegates'), { delegates: [an] })).status).toBe(403)
  })
})

describe('a delegate', () => {
  const at = (room: Room, { id }: Shown, verb = '') => room.ours(`/delegates/${id}${verb}`)

  it('is edited from the version that was read', async () => {
    const room = await openRoom(cast.desk)
    const [one] = (await enter(room, an)) as [Shown]
    const edited = await operator.put(at(room, one), { ...an, rank: 'Đại tá' }, { version: one.version })
    expect(edited).toMatchObject({
      status: 200,
      body: { version: 2, display: 'Đại tá Nguyễn Văn An, Trưởng phòng' },
    })
    expect(edited.headers.get('ETag')).toBe('"2"')
    expect((await operator.put(at(room, one), an, { version: 1 })).status).toBe(412)
    expect((await operator.put(at(room, one), an)).status).toBe(428)
    expect((await cast.neighbour.put(at(room, one), an, { version: 2 })).status).toBe(403)
    expect((await events(room)).find(({ name }) => name === 'delegate.edited')?.data).toMatchObject({
      before: one.display,
    })
  })

  it('is withdrawn with a reason: off the list and the roll, but still to be seen', async () => {
    const room = await openRoom(cast.desk)
    const [one, two] = (await enter(room, an, binh)) as [Shown, Shown]
    const reason = 'Đi công tác'
    const key = randomUUID()
    const withdraw = () => operator.post(at(room, one, '/withdraw'), { reason }, { key })
    expect((await withdraw()).body).toMatchObject({ state: 'withdrawn', withdrawn: { reason } })
    expect((await withdraw()).status).toBe(200)
    expect((await list(room)).map(({ id }: Shown) => id)).toEqual([two.id])
    expect((await list(room, operator, '?all=true')).map(({ state }: { state: string }) => state)).toEqual([
      'expected',
      'withdrawn',
    ])
    expect(await row(room)).toMatchObject({ listed: 1, unmarked: 1 })
    const marks = [{ delegateId: one.id, state: 'present' }]
    expect(await typeOf(operator.post(room.ours('/roll-call'), { marks }))).toBe('/problems/delegate-unknown')
    for (const verb of ['/withdraw', '/substitute'])
      expect(
        await typeOf(
          operator.post(at(room, one, verb), {
            reason,
            ...(verb === '/substitute' ? { delegate: soan } : {}),
          }),
        ),
      ).toBe('/problems/delegate-withdrawn')
    expect(await typeOf(operator.put(at(room, one), an, { version: 2 }))).toBe('/problems/delegate-withdrawn')
  })

  it('is substituted in its place in the list; the history stays', async () => {
    const room = await openRoom(cast.desk)
    const [one] = (await enter(room, { ...an, order: 1 }, soan)) as [Shown]
    const said = { delegate: binh, reason: 'Ốm' }
    const made = await operator.post(at(room, one, '/substitute'), said)
    expect(made).toMatchObject({
      status: 201,
      body: { substituteFor: one.id, order: 1, answer: 'unanswered' },
    })
    const all = await list(room, operator, '?all=true')
    expect(all.map(({ name }: { name: string }) => name)).toEqual([binh.name, soan.name, an.name])
    expect(all[2]).toMatchObject({ substitutedBy: made.body.id, withdrawn: { reason: 'Ốm' } })
    expect((await row(room)).listed).toBe(2)
    expect((await cast.neighbour.post(at(room, one, '/substitute'), said)).status).toBe(403)
  })

  it('is neither withdrawn nor substituted in session: then the roll tells who did not come', async () => {
    const room = await openRoom(cast.desk, 'start')
    const [one] = (await enter(room, an)) as [Shown]
    for (const [verb, body] of [
      ['/withdraw', { reason: 'Ốm' }],
      ['/substitute', { reason: 'Ốm', delegate: binh }],
    ] as const)
      expect(await typeOf(operator.post(at(room, one, verb), body))).toBe('/problems/conference-state')
    expect((await operator.put(at(room, one), binh, { version: 1 })).status).toBe(200)
  })
})

describe('answers', () => {
  const answer = (room: Room, answers: object[], who = operator) =>
    who.post(room.ours('/answers'), { answers })

  it('are given for many, changed, taken back, and counted', async () => {
    const room = await openRoom(cast.desk, 'schedule')
    const [one, two, three] = (await enter(room, an, binh, soan)) as [Shown, Shown, Shown]
    const given = await answer(room, [
      { delegateId: one.id, answer: 'accepted' },
      { delegateId: two.id, answer: 'declined', note: 'Trùng lịch' },
      { delegateId: three.id, answer: 'accepted' },
    ])
    expect(given.body.items).toMatchObject([
      { answer: 'accepted' },
      { answer: 'declined', answerNote: 'Trùng lịch' },
      {},
    ])
    clock.pass(1)
    await answer(room, [{ delegateId: three.id, answer: 'unanswered' }])
    const line = { listed: 3, accepted: 1, declined: 1, unanswered: 1, standing: 'open' }
    const { body } = await cast.desk.get(`${room.path}/answers`)
    expect(body.totals).toMatchObject({ points: 2, withoutDelegation: 1, open: 1, accepted: 1 })
    expect(body.items).toContainEqual(expect.objectContaining(line))
    await answer(room, [{ delegateId: three.id, answer: 'accepted' }])
    const open = await cast.desk.get(`${room.path}/answers?open=true`)
    expect(open.body.items).toMatchObject([{ unitId: 'unt_ca-thanh-hoa', standing: 'none' }])
  })

  it('of a withdrawn delegate count no more, whatever comes at once', async () => {
    const room = await openRoom(cast.desk)
    const entered = await enter(room, ...Array.from({ length: 6 }, (_, at) => ({ name: `Đại biểu ${at}` })))
    const all = entered.map(({ id }) => ({ delegateId: id, answer: 'accepted' }))
    await Promise.all([
      answer(room, all),
      ...entered
        .slice(0, 3)
        .map(({ id }) => operator.post(room.ours(`/delegates/${id}/withdraw`), { reason: 'Ốm' })),
    ])
    const rest = all.slice(3)
    await answer(room, rest)
    expect(await row(room)).toMatchObject({ listed: 3, accepted: 3, declined: 0 })
  })

  it("are the point's and the desk's, for delegates it has", async () => {
    const room = await openRoom(cast.desk)
    const [one] = (await enter(room, an)) as [Shown]
    const accepted = [{ delegateId: one.id, answer: 'accepted' }]
    expect((await answer(room, accepted, cast.neighbour)).status).toBe(403)
    expect((await answer(room, accepted, cast.desk)).status).toBe(200)
    expect((await answer(room, [...accepted, ...accepted])).status).toBe(400)
    const strange = [...accepted, { delegateId: 'dlg_01GJH00000000000000000000Z', answer: 'accepted' }]
    expect((await answer(room, strange)).body).toMatchObject({
      type: '/problems/delegate-unknown',
      errors: [{ pointer: '/answers/1/delegateId' }],
    })
  })
})

describe('a pasted table', () => {
  const preview = (room: Room, table: string, who = operator) =>
    who.post(room.ours('/delegates/preview'), { table })

  it('is read, said what is wrong with, linked to persons, and enters nothing', async () => {
    const personId = newId('prs')
    const name = `Lê Thị ${randomUUID().slice(0, 4)}`.replace(/\d/g, 'a')
    await plant([personItem({ id: personId, name, rank: 'Đại úy', posts: [], version: 1 })])
    const room = await openRoom(cast.desk)
    await enter(room, an)
    const table = [
      'STT\tHọ và tên\tCấp bậc\tChức vụ\tĐiện thoại',
      `1\t${name}\tĐại úy\tĐội trưởng\t912345678`,
      `2\t${an.name}\t${an.rank}\t${an.position}\t`,
      '3\t\t\t\t12',
    ].join('\r\n')
    await eventually(async () => {
      const { status, body } = await preview(room, table)
      expect([status, body.headed, body.ready, body.wrong]).toEqual([200, true, 2, 1])
      expect(body.rows[0]).toMatchObject({ row: 2, suggestions: [{ personId }], errors: [], warnings: [] })
      expect(body.rows[1]).toMatchObject({ warnings: [{ code: 'already-listed' }] })
    })
    expect(await list(room)).toHaveLength(1)
    const { body } = await preview(room, table)
    const ready = body.rows.filter(({ errors }: { errors: object[] }) => errors.length === 0)
    const delegates = ready.map(({ delegate }: { delegate: object }) => delegate)
    expect((await enter(room, ...delegates)).map(({ display }) => display)).toContain(
      `Đại úy ${name}, Đội trưởng`,
    )
  })

  it("is read for the point's people and the desk only, and never too long", async () => {
    const room = await openRoom(cast.desk)
    expect((await preview(room, 'Nguyễn Văn An', cast.neighbour)).status).toBe(403)
    for (const wrong of ['', ' \t \n ', 'a'.repeat(150_001), 'a\u202eb'])
      expect((await preview(room, wrong)).status).toBe(400)
  })
})
