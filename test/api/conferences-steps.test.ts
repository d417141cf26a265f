// Steps aside and back: postponed, cancelled, reopened, the chair taken; and who opened what is internal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { loadBoard, pointItem, rowItem } from '#functions/bridge-points/entity.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { grantItems, loadStanding } from '#functions/grants/entity.ts'
import type { Grant } from '#functions/grants/schema.ts'
import { jobKinds } from '#functions/job-kinds.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { minutesItem } from '#functions/minutes/entity.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { type Cast, castOf, conferenceAt, host, unit } from '#test/support/conference.ts'
import { eventually } from '#test/support/eventually.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const of = (id: string, rest = '') => `/api/conferences/${id}${rest}`
const act = (id: string, verb: string, body: object = {}, who: Client = cast.secretary) =>
  who.post(of(id, `/${verb}`), body)
const reason = 'Nhầm thao tác'
const later = '2022-11-30T07:00:00.000Z'
const events = async (id: string, name: string) =>
  (await wholeLog(id, new Date())).filter((event) => event.name === name)

describe('postponed', () => {
  it('to another date takes its points with it, and says why', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    await cast.secretary.post(of(id, '/bridge-points'), { unitIds: ['unt_ca-hue'] })
    await act(id, 'schedule')
    const done = await act(id, 'postpone', { reason: 'Bão số 5', startsAt: later })
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'scheduled', startsAt: later, sequence: 1, postponements: [{ reason: 'Bão số 5' }] },
    })
    const operator = await home.somebody(['operator', 'unit:unt_ca-hue'])
    await eventually(async () => {
      const { body } = await operator.get('/api/conferences?from=2022-11-29T00:00:00Z')
      expect(body.items.map((item: { id: string }) => item.id)).toEqual([id])
    })
    expect((await events(id, 'conference.postponed'))[0]?.data).toMatchObject({
      reason: 'Bão số 5',
      to: later,
      sequence: 1,
    })
  })

  it('puts its points on the board under the province of the new day', async () => {
    const administrator = await home.somebody(['administrator', '*'])
    const commune = { name: 'Công an xã Thử', type: 'commune-police', validFrom: '2022-01-01' }
    const entered = await administrator.post('/api/units', { ...commune, parent: 'unt_ca-ha-nam' })
    const id = await conferenceAt(cast.secretary, 'draft')
    await cast.secretary.post(of(id, '/bridge-points'), { unitIds: [entered.body.id, 'unt_bo-cong-an'] })
    const provinces = async () =>
      Object.fromEntries((await loadBoard(id)).map(({ unitId, province }) => [unitId, province]))
    const before = { id: 'unt_ca-ha-nam', name: 'Hà Nam' }
    expect(await provinces()).toMatchObject({ [entered.body.id]: before, 'unt_bo-cong-an': undefined })
    await act(id, 'schedule')
    await act(id, 'postpone', { reason, startsAt: '2025-07-01T07:00:00.000Z' })
    expect((await provinces())[entered.body.id]).toEqual({ id: 'unt_ca-ninh-binh', name: 'Ninh Bình' })
    const { items } = (await cast.secretary.get(of(id, '/board'))).body
    const shown = items.find(({ unitId }: BoardLine) => unitId === entered.body.id)
    expect(shown.province.name).toBe('Ninh Bình')
  })

  it('to no date waits, cannot open, and is scheduled by being given one', async () => {
    const id = await conferenceAt(cast.secretary, 'open')
    expect((await act(id, 'postpone', { reason })).body).toMatchObject({ state: 'postponed', sequence: 1 })
    expect((await act(id, 'open', { confirmed: true })).status).toBe(409)
    expect((await act(id, 'start')).status).toBe(409)
    expect((await act(id, 'postpone', { reason, startsAt: later })).body.state).toBe('scheduled')
  })

  it('needs a reason, a right, and something to put off', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    expect((await act(id, 'postpone', {})).status).toBe(400)
    expect((await act(id, 'postpone', { reason, endsAt: later })).status).toBe(400)
    expect((await act(id, 'postpone', { reason }, cast.operator)).status).toBe(403)
    const over = await conferenceAt(cast.secretary, 'close')
    expect((await act(over, 'postpone', { reason })).body.type).toBe('/problems/conference-state')
  })
})

describe('a large conference that is moved', () => {
  const many = 95
  const point = (conferenceId: string, place: number) => ({
    id: `bpt_thu-${place}`,
    conferenceId,
    unitId: 'unt_ca-thanh-hoa',
    name: 'Điểm cầu',
    shortName: 'Điểm cầu',
    kind: 'site' as const,
    startsAt: '2022-11-23T07:00:00.000Z',
    delegateIds: [],
    version: 1,
  })
  const startsOfPoints = async (id: string) => {
    const found = await Promise.all(
      Array.from({ length: many }, (_, place) =>
        cast.secretary.get(of(id, `/bridge-points/bpt_thu-${place}`)),
      ),
    )
    return new Set(found.map(({ body }) => body.startsAt))
  }

  it('is answered with a job that the very write began: a crash leaves nothing behind', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const points = Array.from({ length: many }, (_, place) => point(id, place))
    for (let start = 0; start < many; start += 40)
      await plant(points.slice(start, start + 40).flatMap((one) => [pointItem(one), rowItem(newRow(one))]))
    const moved = await act(id, 'postpone', { reason, startsAt: later })
    expect(moved).toMatchObject({ status: 202, body: { startsAt: later } })
    const job = moved.headers.get('Location') ?? ''
    expect(await startsOfPoints(id)).toEqual(new Set(['2022-11-23T07:00:00.000Z']))
    expect((await cast.secretary.post(`${job}/cancel`, {})).body.type).toBe('/problems/job-needed')
    await runJob(job.split('/').at(-1) ?? '', jobKinds, { remainingMs: () => 60_000 })
    expect((await cast.secretary.get(job)).body).toMatchObject({ state: 'done', result: { moved: many + 2 } })
    expect(await startsOfPoints(id)).toEqual(new Set([later]))
  })
})

describe('cancelled', () => {
  it('is over: nothing goes on in it', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    expect((await act(id, 'cancel', { reason }, cast.operator)).status).toBe(403)
    expect((await act(id, 'cancel', { reason })).body).toMatchObject({
      state: 'cancelled',
      cancellation: { reason },
      sequence: 1,
    })
    expect((await cast.operator.get(of(id))).body.cancellation.reason).toBe(reason)
    const join = await cast.operator.post(of(id, '/bridge-points/bpt_ca-ninh-binh/join'), {})
    const paper = await cast.operator.post(of(id, '/contributions'), {
      title: 'Tham luận',
      text: 'Nội dung',
      unitId: unit,
      author: { position: 'Phó Giám đốc' },
    })
    const points = await cast.secretary.post(of(id, '/bridge-points'), { unitIds: ['unt_ca-hue'] })
    const floor = await cast.secretary.post(of(id, '/floor/open'), {})
    const minutes = await cast.secretary.post(of(id, '/minutes/draft'), {})
    expect([join, paper, points, floor, minutes].map(({ status }) => status)).toEqual(Array(5).fill(409))
    expect((await act(id, 'cancel', { reason })).status).toBe(409)
  })

  it('as a draft was never anybody else’s, and is not now', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    await act(id, 'cancel', { reason })
    expect((await cast.operator.get(of(id))).status).toBe(403)
    expect((await cast.secretary.get(of(id))).body.state).toBe('cancelled')
  })

  it('tells no reason that bears a stamp, nor does any other step', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const scheduled = await conferenceAt(cast.secretary, 'schedule')
    const stamped = { reason: 'Theo kế hoạch (Tối mật)' }
    for (const [at, verb] of [
      [id, 'reopen'],
      [scheduled, 'cancel'],
      [scheduled, 'postpone'],
    ] as const)
      expect((await act(at, verb, stamped)).body).toMatchObject({
        type: '/problems/secret-grade-refused',
        errors: [{ pointer: '/reason' }],
      })
  })

  it('is no end of a session', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    expect((await act(id, 'cancel', { reason })).body.type).toBe('/problems/conference-state')
  })
})

describe('reopened', () => {
  it('after a mistaken close the session goes on, and what came meanwhile stays as it was', async () => {
    const id = await conferenceAt(cast.secretary, 'close')
    const back = await act(id, 'reopen', { reason })
    expect(back.body).toMatchObject({ state: 'in-session', reopenings: [{ from: 'closed', reason }] })
    expect(back.body).not.toHaveProperty('closedAt')
    expect((await cast.secretary.post(of(id, '/floor/open'), {})).status).toBe(200)
    expect((await act(id, 'close')).status).toBe(200)
    expect((await events(id, 'conference.reopened'))[0]?.data).toMatchObject({ from: 'closed', reason })
  })

  it('after a mistaken start it is rehearsal again', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    expect((await act(id, 'reopen', { reason })).body.state).toBe('open')
    expect((await cast.secretary.post(of(id, '/floor/open'), {})).status).toBe(409)
    expect((await act(id, 'start')).status).toBe(200)
  })

  it('tells of it in the minutes, whose draft is made anew', async () => {
    const id = await conferenceAt(cast.secretary, 'close')
    expect((await cast.secretary.post(of(id, '/minutes/draft'), {})).status).toBe(200)
    await act(id, 'reopen', { reason: 'Còn nội dung' })
    expect((await cast.secretary.get(of(id, '/minutes'))).body).not.toHaveProperty('submittableFrom')
    await act(id, 'close')
    const { body } = await cast.secretary.post(of(id, '/minutes/draft'), {})
    const texts = body.blocks.map(({ text }: { text: string }) => text).join('\n')
    expect(texts).toMatch(/Hội nghị được mở lại sau khi kết thúc nhầm; lý do: còn nội dung\./)
  })

  it('is refused once the minutes were submitted or signed', async () => {
    const id = await conferenceAt(cast.secretary, 'close')
    const minutes = {
      id: newId('min'),
      conferenceId: id,
      kind: 'conference' as const,
      state: 'submitted' as const,
      generation: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      compiled: 'a'.repeat(64),
      attestations: [],
      earlier: [],
      version: 1,
    }
    await plant([minutesItem(minutes)])
    expect((await act(id, 'reopen', { reason })).body.type).toBe('/problems/minutes-begun')
    const other = await conferenceAt(cast.secretary, 'close')
    const statement = {
      act: 'minutes.signed-by-secretary' as const,
      at: later,
      auth_time: 1,
      digest: 'a'.repeat(64),
      horizon: { until: later, count: 1, digest: 'a'.repeat(64), contents: 'a'.repeat(64) },
      kid: 'k',
      name: 'A',
      office: 'thư ký',
      sub: 's',
    }
    const signed = [{ kid: 'k', signature: 'AA==', statement }]
    await plant([minutesItem({ ...minutes, conferenceId: other, attestations: signed })])
    expect((await act(other, 'reopen', { reason })).body.type).toBe('/problems/minutes-signed')
  })

  it('needs a right and a mistake', async () => {
    const id = await conferenceAt(cast.secretary, 'close')
    expect((await act(id, 'reopen', { reason }, cast.operator)).status).toBe(403)
    const draft = await conferenceAt(cast.secretary, 'draft')
    expect((await act(draft, 'reopen', { reason })).status).toBe(409)
  })
})

describe('the chair', () => {
  /** A conference in session with a chair and a deputy, both with accounts. */
  const chaired = async () => {
    const chairPerson = newId('prs')
    await plant([
      personItem({ id: chairPerson, rank: 'Trung tướng', name: 'Lê Quốc Hùng', posts: [], version: 1 }),
    ])
    const id = await conferenceAt(cast.secretary, 'draft')
    const chair = await home.somebody(['chair', `conference:${id}`])
    const deputy = await home.somebody(['deputy-chair', `conference:${id}`])
    const deputyPerson = deputy.personId
    await plant([
      personItem({
        id: deputyPerson,
        rank: 'Thiếu tướng',
        name: 'Trần Văn B',
        posts: [],
        sub: deputy.sub,
        version: 1,
      }),
    ])
    const { body } = await cast.secretary.get(of(id))
    const input = { title: body.title, hostUnitId: host, venue: 'Hà Nội', startsAt: body.startsAt }
    const named = { ...input, chairs: [chairPerson], deputyChair: deputyPerson }
    expect((await cast.secretary.put(of(id), named, { version: 1 })).body).toMatchObject({
      chairs: [{ personId: chairPerson, display: 'Trung tướng Lê Quốc Hùng' }],
      deputyChair: { display: 'Thiếu tướng Trần Văn B' },
    })
    for (const [step, told] of [
      ['schedule', {}],
      ['open', { confirmed: true }],
      ['start', {}],
    ] as const)
      await act(id, step, told)
    return { id, chair, deputy, chairPerson, deputyPerson }
  }

  it('is taken by the deputy, whose acts it then is, while the floor keeps running; and taken back', async () => {
    const { id, chair, deputy, chairPerson, deputyPerson } = await chaired()
    expect((await cast.secretary.post(of(id, '/floor/open'), {})).status).toBe(200)
    expect((await deputy.post(of(id, '/floor/close'), {})).status).toBe(403)
    const taken = await act(id, 'take-chair', {}, deputy)
    expect(taken.body.presiding).toMatchObject({
      display: 'Thiếu tướng Trần Văn B',
      personId: deputyPerson,
      sub: deputy.sub,
    })
    expect((await cast.operator.get(of(id, '/floor'))).body.open).toBe(true)
    expect((await deputy.post(of(id, '/floor/close'), {})).status).toBe(200)
    expect((await act(id, 'take-chair', {}, deputy)).body.type).toBe('/problems/chair-taken')
    const given = await act(id, 'take-chair', { personId: chairPerson })
    expect(given.body.presiding).toMatchObject({ personId: chairPerson })
    expect((await deputy.post(of(id, '/floor/open'), {})).status).toBe(403)
    expect((await chair.post(of(id, '/floor/open'), {})).status).toBe(200)
    const told = await events(id, 'conference.chair-taken')
    expect(told.map(({ data, by }) => [data.display, data.as, by.sub])).toEqual([
      ['Thiếu tướng Trần Văn B', 'deputy', deputy.sub],
      ['Trung tướng Lê Quốc Hùng', 'chair', cast.secretary.sub],
    ])
  })

  it('is the deputy’s no longer than the role, and no longer than the session it was taken in', async () => {
    for (const [verb, body] of [
      ['reopen', { reason }],
      ['postpone', { reason }],
    ] as const) {
      const { id, deputy } = await chaired()
      if (verb === 'postpone') await act(id, 'reopen', { reason })
      await act(id, 'take-chair', {}, deputy)
      expect((await act(id, verb, body)).body.presiding).toBeUndefined()
      const held = (await loadStanding(deputy.sub)).grants.filter(({ role }) => role === 'chair')
      expect(held).toMatchObject([{ ended: { reason } }])
    }
    const { id, deputy } = await chaired()
    const [role] = (await loadStanding(deputy.sub)).grants
    await act(id, 'take-chair', {}, deputy)
    const chairIsHeld = ({ sub, role, state }: { sub: string; role: string; state: string }) =>
      sub === deputy.sub && role === 'chair' && state === 'in-force'
    await eventually(async () => {
      const { body } = await cast.secretary.get(`/api/grants?scope=conference:${id}`)
      expect(body.items.some(chairIsHeld)).toBe(true)
    })
    await plant(grantItems(role as Grant).slice(1))
    expect((await cast.secretary.post(`/api/grants/${role?.id}/end`, { reason })).status).toBe(200)
    expect((await deputy.post(of(id, '/floor/open'), {})).status).toBe(403)
  })

  it('that a deputy held until it was ended is not given back for the time since', async () => {
    const { id, deputy, chairPerson } = await chaired()
    await act(id, 'take-chair', {}, deputy)
    const chairs = async () => (await loadStanding(deputy.sub)).grants.filter(({ role }) => role === 'chair')
    const [grant] = await chairs()
    expect((await cast.secretary.post(`/api/grants/${grant?.id}/end`, { reason })).status).toBe(200)
    const [ended] = await chairs()
    await act(id, 'take-chair', { personId: chairPerson })
    expect(await chairs()).toEqual([ended])
  })

  it('is entered by the desk only for whom the conference names, and in session only', async () => {
    const { id } = await chaired()
    expect((await act(id, 'take-chair', { personId: newId('prs') })).body).toMatchObject({
      type: '/problems/chair-not-named',
      errors: [{ pointer: '/personId' }],
    })
    expect((await act(id, 'take-chair', {}, cast.operator)).status).toBe(403)
    await act(id, 'close')
    expect((await act(id, 'take-chair')).body.type).toBe('/problems/conference-state')
  })

  it('is one of at most four, each once, and not the deputy', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    const { body } = await cast.secretary.get(of(id))
    const input = { title: body.title, hostUnitId: host, venue: 'Hà Nội', startsAt: body.startsAt }
    const persons = Array.from({ length: 5 }, () => newId('prs'))
    const tries = [
      { chairs: persons },
      { chairs: [persons[0], persons[0]] },
      { chairs: [persons[0]], deputyChair: persons[0] },
    ]
    for (const wrong of tries)
      expect((await cast.secretary.put(of(id), { ...input, ...wrong }, { version: 1 })).status).toBe(400)
    expect(
      (await cast.secretary.put(of(id), { ...input, chairs: persons.slice(0, 2) }, { version: 1 })).body,
    ).toMatchObject({
      type: '/problems/person-unknown',
      errors: [{ pointer: '/chairs/0' }, { pointer: '/chairs/1' }],
    })
  })
})

describe('what is internal', () => {
  const openings = async (id: string) => wholeLog(`openings:${id}`, new Date())

  it('is opened once an hour by a person for the log, however often a page asks', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule', { classification: 'internal' })
    for (let times = 0; times < 5; times++)
      await Promise.all([cast.operator.get(of(id)), cast.operator.get(of(id, '/agenda'))])
    await cast.secretary.get(of(id))
    const found = await openings(id)
    expect(found.map(({ by }) => by.sub).sort()).toEqual([cast.operator.sub, cast.secretary.sub].sort())
    expect(found[0]).toMatchObject({ name: 'document.opened', data: { document: id } })
    expect((await wholeLog(id, new Date())).some(({ name }) => name === 'document.opened')).toBe(false)
    expect((await cast.operator.get(of(id, '/openings'))).status).toBe(403)
    expect((await cast.secretary.get(of(id, '/openings'))).status).toBe(200)
  })

  it('is never opened by who may not, and what is public leaves no trace', async () => {
    const secret = await conferenceAt(cast.secretary, 'schedule', { classification: 'internal' })
    expect((await cast.stranger.get(of(secret))).status).toBe(403)
    expect(await openings(secret)).toEqual([])
    const open = await conferenceAt(cast.secretary, 'schedule')
    await cast.operator.get(of(open))
    expect(await openings(open)).toEqual([])
  })
})
