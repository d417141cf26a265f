// The floor over HTTP: every verb's success, refusal and wrong actor, on the real engine.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { type Cast, castOf, conferenceAt, host, otherUnit, unit } from '#test/support/conference.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const path = (id: string, verb = '') => `/api/conferences/${id}/floor${verb && `/${verb}`}`
const speaker = { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' }
const input = { unitId: unit, speaker }

const opened = async (fields = {}) => {
  const id = await conferenceAt(cast.secretary, 'start', fields)
  expect((await cast.secretary.post(path(id, 'open'), { budgetSeconds: 300 })).status).toBe(200)
  return id
}

const ask = async (id: string, fields = {}, by: Client = cast.operator, headers = {}) => {
  const { status, body } = await by.post(path(id, 'requests'), { ...input, ...fields }, { headers })
  expect([status, body.title]).toEqual([201, undefined])
  return body
}

const desk = (id: string, verb: string, body: object = {}) => cast.secretary.post(path(id, verb), body)
const refusal = async (answer: Promise<{ status: number; body: { type: string } }>) =>
  (await answer).body.type.replace('/problems/', '')

describe('the list', () => {
  it('is closed and empty before anybody opens it', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const { status, body } = await cast.operator.get(path(id))
    expect(status).toBe(200)
    expect(body).toMatchObject({ open: false, queue: [], done: [], version: 0 })
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(5_000)
  })

  it('opens for an agenda item, in session only, and closes once', async () => {
    const early = await conferenceAt(cast.secretary, 'open')
    expect(await refusal(desk(early, 'open'))).toBe('conference-not-in-session')
    const id = await conferenceAt(cast.secretary, 'start')
    expect(await refusal(desk(id, 'open', { agendaItem: 'agd_none' }))).toBe('agenda-item-unknown')
    const { body } = await desk(id, 'open', { agendaItem: 'agd_papers', budgetSeconds: 420 })
    expect(body).toMatchObject({ open: true, agendaItem: 'agd_papers', budgetSeconds: 420, version: 1 })
    expect((await ask(id)).agendaItem).toBe('agd_papers')
    expect((await desk(id, 'close')).body).toMatchObject({ open: false, queue: [{ state: 'waiting' }] })
    expect(await refusal(desk(id, 'close'))).toBe('floor-closed')
    expect(await refusal(cast.operator.post(path(id, 'requests'), input))).toBe('floor-closed')
  })

  it('is run by the desk and the chair alone', async () => {
    const id = await opened()
    const { id: requestId } = await ask(id)
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    const bodies = {
      open: {},
      close: {},
      call: { requestId },
      skip: { requestId, reason: 'Vắng' },
      extend: { seconds: 60 },
    }
    for (const who of [cast.operator, cast.stranger, contributor])
      for (const [verb, body] of Object.entries(bodies)) {
        const { status } = await who.post(path(id, verb), body)
        expect([verb, status]).toEqual([verb, 403])
      }
    const chair = await home.somebody(['chair', `conference:${id}`])
    expect((await chair.post(path(id, 'call'), { requestId })).status).toBe(200)
    expect((await cast.stranger.get(path(id))).status).toBe(403)
  })
})

describe('asking', () => {
  it('records who asked and who speaks', async () => {
    const id = await opened()
    const request = await ask(id)
    expect(request).toMatchObject({
      state: 'waiting',
      unitId: unit,
      pointId: 'bpt_ca-ninh-binh',
      askedBy: { sub: cast.operator.sub },
      speaker: { display: speaker.position },
    })
    expect((await cast.operator.get(path(id))).body.queue).toEqual([
      { ...request, pointState: 'not-connected' },
    ])
  })

  it('names a delegate as the delegation does', async () => {
    const id = await opened()
    const delegates = [
      { rank: 'Đại tá', name: 'Đinh Trọng Soạn', position: 'Phó Giám đốc Công an tỉnh Ninh Bình' },
    ]
    const entered = await cast.operator.post(
      `/api/conferences/${id}/bridge-points/bpt_ca-ninh-binh/delegates`,
      {
        delegates,
      },
    )
    const delegateId = entered.body.items[0].id as string
    const display = 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình'
    expect((await ask(id, { speaker: { delegateId } })).speaker).toMatchObject({ delegateId, display })
    const elsewhere = { unitId: otherUnit, speaker: { delegateId } }
    expect(await refusal(cast.other.post(path(id, 'requests'), elsewhere))).toBe('delegate-unknown')
  })

  it('is for the unit itself, contributors and the desk; of invited units and the host', async () => {
    const id = await opened()
    expect((await cast.other.post(path(id, 'requests'), input)).status).toBe(403)
    expect((await cast.stranger.post(path(id, 'requests'), input)).status).toBe(403)
    await ask(id, { unitId: host }, cast.secretary)
    await ask(id, {}, await home.somebody(['contributor', `conference:${id}`]))
    expect(await refusal(desk(id, 'requests', { ...input, unitId: 'unt_ca-ha-nam' }))).toBe(
      'unit-not-invited',
    )
  })

  it('is no way for a contributor to put other units on it', async () => {
    const id = await opened()
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    const posts = [{ unitId: unit, title: 'Trưởng phòng', from: '2020-01-01' }]
    await plant([personItem({ id: contributor.personId, name: 'Lê Văn C', posts, version: 1 })])
    await ask(id, {}, contributor)
    const elsewhere = { ...input, unitId: otherUnit }
    expect((await contributor.post(path(id, 'requests'), elsewhere)).status).toBe(403)
    await ask(id, { unitId: otherUnit, speaker: { personId: contributor.personId } }, contributor)
  })

  it('refuses unknown persons, contributions of others, and a session not begun', async () => {
    const id = await opened()
    const asked = (fields: object) =>
      refusal(cast.operator.post(path(id, 'requests'), { ...input, ...fields }))
    expect(await asked({ speaker: { personId: 'prs_nobody' } })).toBe('person-unknown')
    expect(await asked({ speaker: { delegateId: 'dlg_01GJH00000000000000000000A' } })).toBe(
      'delegate-unknown',
    )
    expect(await asked({ speaker: {} })).toBe('invalid-input')
    expect(await asked({ contributionId: 'ctb_01GJH00000000000000000000A' })).toBe('contribution-unknown')
    const paper = { title: 'T', text: 'T', unitId: otherUnit, author: speaker }
    const { body } = await cast.other.post(`/api/conferences/${id}/contributions`, paper)
    expect(await asked({ contributionId: body.id })).toBe('contribution-unknown')
    expect((await ask(id, { unitId: otherUnit, contributionId: body.id }, cast.other)).contributionId).toBe(
      body.id,
    )
    const early = await conferenceAt(cast.secretary, 'open')
    expect(await refusal(cast.operator.post(path(early, 'requests'), input))).toBe(
      'conference-not-in-session',
    )
  })

  it('orders by corrected claims: no device, a year slow or fast, gets before the opening or after now', async () => {
    const id = await opened()
    const { openedAt } = (await cast.operator.get(path(id))).body
    const year = 365 * 86_400_000
    const first = await ask(id)
    const device = new Date(Date.now() - year)
    const honest = { 'Device-Time': device.toISOString() }
    const slow = await ask(id, { claimedAt: device.toISOString() }, cast.operator, honest)
    expect(Math.abs(Date.parse(slow.effectiveAt) - Date.now())).toBeLessThan(5_000)
    const past = await ask(id, { claimedAt: device.toISOString() })
    const future = await ask(id, { claimedAt: new Date(Date.now() + year).toISOString() })
    expect([past.effectiveAt, future.effectiveAt]).toEqual([openedAt, future.receivedAt])
    const order = await ask(id, { kind: 'point-of-order' })
    const { queue } = (await cast.operator.get(path(id))).body
    expect(queue[0].id).toBe(order.id)
    expect(queue.map(({ id: one }: { id: string }) => one).filter((one: string) => one !== slow.id)).toEqual([
      order.id,
      past.id,
      first.id,
      future.id,
    ])
  })

  it('is taken back while it waits, by those who may ask for it', async () => {
    const id = await opened()
    const request = await ask(id)
    const withdraw = (by: Client, one: { id: string }) => by.post(path(id, `requests/${one.id}/withdraw`), {})
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    for (const who of [cast.other, cast.stranger, contributor])
      expect((await withdraw(who, request)).status).toBe(403)
    expect((await withdraw(cast.operator, request)).body).toMatchObject({ state: 'withdrawn', version: 2 })
    expect(await refusal(withdraw(cast.operator, request))).toBe('request-not-waiting')
    expect(await refusal(desk(id, 'call', { requestId: request.id }))).toBe('request-not-waiting')
    expect((await withdraw(contributor, await ask(id, {}, contributor))).status).toBe(200)
  })
})

describe('a turn', () => {
  it('is called, extended and yielded; the log and the list tell it', async () => {
    const id = await opened()
    const { id: requestId } = await ask(id)
    const { body } = await desk(id, 'call', { requestId })
    expect(body).toMatchObject({ current: { requestId, unitId: unit, budgetSeconds: 300 }, queue: [] })
    expect((await desk(id, 'extend', { seconds: 60 })).body.current.budgetSeconds).toBe(360)
    const end = (await cast.operator.post(path(id, 'yield'), { requestId })).body
    expect(end).toMatchObject({ done: [{ id: requestId, state: 'done', budgetSeconds: 360 }] })
    expect(end.current).toBeUndefined()
    const names = (await wholeLog(id, new Date(Date.now() + 60_000))).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('floor.'))).toEqual(
      ['opened', 'requested', 'called', 'extended', 'yielded'].map((name) => `floor.${name}`),
    )
  })

  it('is yielded by its own operator or the desk, and only the turn that was meant', async () => {
    const id = await opened()
    const [mine, theirs] = [await ask(id), await ask(id, { unitId: otherUnit }, cast.other)]
    expect(await refusal(desk(id, 'yield'))).toBe('floor-free')
    await desk(id, 'call', { requestId: mine.id })
    expect((await cast.other.post(path(id, 'yield'), {})).status).toBe(403)
    expect((await cast.stranger.post(path(id, 'yield'), {})).status).toBe(403)
    expect(await refusal(desk(id, 'yield', { requestId: theirs.id }))).toBe('request-not-speaking')
    expect((await desk(id, 'yield', { requestId: mine.id })).status).toBe(200)
    await desk(id, 'call', { requestId: theirs.id })
    expect(await refusal(desk(id, 'yield', { requestId: mine.id }))).toBe('request-not-speaking')
    expect(await refusal(desk(id, 'extend', { seconds: 60, requestId: mine.id }))).toBe(
      'request-not-speaking',
    )
    expect((await cast.other.post(path(id, 'yield'), {})).status).toBe(200)
    expect(await refusal(desk(id, 'extend', { seconds: 60 }))).toBe('floor-free')
  })

  it('is passed over with a reason, waiting or called', async () => {
    const id = await opened()
    const [one, two] = [await ask(id), await ask(id)]
    expect((await desk(id, 'skip', { requestId: one.id })).status).toBe(400)
    const reason = 'Mất tín hiệu'
    expect((await desk(id, 'skip', { requestId: one.id, reason })).body.queue).toMatchObject([{ id: two.id }])
    await desk(id, 'call', { requestId: two.id })
    expect((await desk(id, 'skip', { requestId: two.id, reason })).body).toMatchObject({
      queue: [],
      done: [],
    })
    expect(await refusal(desk(id, 'skip', { requestId: two.id, reason }))).toBe('request-not-waiting')
  })

  it('ends with the session when nobody yields before it closes', async () => {
    const id = await opened()
    await desk(id, 'call', { requestId: (await ask(id)).id })
    const { closedAt } = (await cast.secretary.post(`/api/conferences/${id}/close`, {})).body
    expect((await desk(id, 'yield')).body.done).toMatchObject([{ endedAt: closedAt }])
    expect(await refusal(desk(id, 'open'))).toBe('conference-not-in-session')
  })

  it('answers a repeat of one key with the floor as it is, calling once', async () => {
    const id = await opened()
    const body = { requestId: (await ask(id)).id }
    const key = randomUUID()
    const both = await Promise.all([1, 2].map(() => cast.secretary.post(path(id, 'call'), body, { key })))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]?.body.current).toEqual(both[1]?.body.current)
    const other = await cast.secretary.post(path(id, 'call'), { requestId: (await ask(id)).id }, { key })
    expect(other.status).toBe(422)
  })

  it('is undone when it was a wrong call: the place is kept, no time counts, the log tells both', async () => {
    const id = await opened()
    const [one, two] = [await ask(id), await ask(id)]
    await desk(id, 'call', { requestId: two.id })
    expect(await refusal(desk(id, 'undo', { requestId: one.id }))).toBe('request-not-speaking')
    expect((await cast.operator.post(path(id, 'undo'), { requestId: two.id })).status).toBe(403)
    const { body } = await desk(id, 'undo', { requestId: two.id })
    expect(body.current).toBeUndefined()
    expect(body.queue.map(({ id: waiting }: { id: string }) => waiting)).toEqual([one.id, two.id])
    expect(await refusal(desk(id, 'undo', { requestId: two.id }))).toBe('floor-free')
    expect((await cast.operator.get(path(id, 'totals'))).body).toMatchObject({ turns: 0, seconds: 0 })
    const names = (await wholeLog(id, new Date(Date.now() + 60_000))).map(({ name }) => name)
    expect(names.slice(-2)).toEqual(['floor.called', 'floor.call-undone'])
  })

  it('of a point that dropped is suspended: it keeps its place, and the next one connected is called', async () => {
    const id = await opened()
    const [first, next] = [await ask(id), await ask(id, { unitId: otherUnit }, cast.other)]
    const point = `/api/conferences/${id}/bridge-points/${first.pointId}`
    const { session } = (await cast.operator.post(`${point}/join`, {})).body
    expect((await desk(id, 'call')).body).toMatchObject({ current: { requestId: first.id } })
    await cast.operator.post(`${point}/leave`, { session, how: 'dropped' })
    expect((await cast.other.post(path(id, 'suspend'), { requestId: first.id })).status).toBe(403)
    const { body } = await desk(id, 'suspend', { requestId: first.id, note: 'Chờ kết nối lại' })
    expect(body.queue).toMatchObject([
      { id: first.id, pointState: 'lost', earlier: [{ reason: 'link-lost' }] },
      { id: next.id },
    ])
    expect((await desk(id, 'call')).body.current.requestId).toBe(next.id)
    await desk(id, 'yield')
    expect(await refusal(desk(id, 'call'))).toBe('nobody-waiting')
    await cast.operator.post(`${point}/join`, {})
    expect((await desk(id, 'call')).body.current).toMatchObject({ requestId: first.id })
    expect((await desk(id, 'yield')).body.done.map(({ id: turn }: { id: string }) => turn)).toEqual([
      first.id,
      next.id,
    ])
  })

  it('gives way to a point of order: the speaker waits with the time that was left', async () => {
    const id = await opened()
    const speech = await ask(id)
    await desk(id, 'call', { requestId: speech.id })
    const order = await ask(id, { kind: 'point-of-order' }, cast.operator)
    const other = await ask(id)
    expect(await refusal(desk(id, 'call', { requestId: order.id }))).toBe('floor-occupied')
    expect(await refusal(desk(id, 'call', { requestId: other.id, suspend: true }))).toBe('floor-occupied')
    const { body } = await desk(id, 'call', { requestId: order.id, suspend: true })
    expect(body).toMatchObject({
      current: { requestId: order.id, kind: 'point-of-order', budgetSeconds: 120 },
      queue: [{ id: speech.id, earlier: [{ reason: 'point-of-order' }] }, { id: other.id }],
    })
    await desk(id, 'yield')
    expect((await desk(id, 'call')).body.current.requestId).toBe(speech.id)
  })

  it('is never longer than its unit has left, unless the chair says so', async () => {
    const id = await opened()
    await desk(id, 'open', { budgetSeconds: 300, unitBudgetSeconds: 1 })
    await desk(id, 'call', { requestId: (await ask(id)).id })
    expect((await cast.operator.get(path(id))).body.current.budgetSeconds).toBe(1)
    setClock(() => new Date(Date.now() + 30_000))
    await desk(id, 'yield').finally(() => setClock(() => new Date()))
    const again = await ask(id)
    expect(await refusal(desk(id, 'call', { requestId: again.id }))).toBe('unit-time-spent')
    expect(
      (await desk(id, 'call', { requestId: again.id, budgetSeconds: 60 })).body.current.budgetSeconds,
    ).toBe(60)
    const { units, speakers } = (await cast.operator.get(path(id, 'totals'))).body
    expect(units).toMatchObject([{ unitId: unit, turns: 2 }])
    expect(units[0].seconds).toBeGreaterThanOrEqual(29)
    expect(speakers).toMatchObject([{ display: speaker.position, turns: 2 }])
    expect((await cast.stranger.get(path(id, 'totals'))).status).toBe(403)
  })

  it('that was passed over may be put back into its place', async () => {
    const id = await opened()
    const [one, two] = [await ask(id), await ask(id)]
    const restore = (by: Client) => by.post(path(id, `requests/${one.id}/restore`), {})
    expect(await refusal(restore(cast.secretary))).toBe('request-not-skipped')
    const { body } = await desk(id, 'skip', { requestId: one.id, reason: 'Vắng mặt' })
    expect(body.skipped).toMatchObject([{ id: one.id, reason: 'Vắng mặt' }])
    expect((await restore(cast.operator)).status).toBe(403)
    expect((await restore(cast.secretary)).body).toMatchObject({ state: 'waiting' })
    const { queue } = (await cast.operator.get(path(id))).body
    expect(queue.map(({ id: waiting }: { id: string }) => waiting)).toEqual([one.id, two.id])
  })

  it('names who really spoke; who asked stays as it was', async () => {
    const id = await opened()
    const request = await ask(id)
    const name = (by: Client, who: object) =>
      by.post(path(id, `requests/${request.id}/speaker`), { speaker: who })
    await desk(id, 'call', { requestId: request.id })
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    for (const who of [cast.other, cast.stranger, contributor])
      expect((await name(who, { name: 'Người khác' })).status).toBe(403)
    expect((await name(cast.operator, { rank: 'Thượng tá', name: 'Người nói thay' })).status).toBe(200)
    expect(await refusal(name(cast.operator, { personId: 'prs_nobody' }))).toBe('person-unknown')
    const { current } = (await cast.operator.get(path(id))).body
    expect(current.speaker.display).toBe('Thượng tá Người nói thay')
    const { done } = (await desk(id, 'yield')).body
    expect(done).toMatchObject([{ speaker: { name: 'Người nói thay' }, askedBy: { sub: cast.operator.sub } }])
    expect(await refusal(name(cast.operator, { name: 'Quá muộn' }))).toBe('request-not-waiting')
  })
})
