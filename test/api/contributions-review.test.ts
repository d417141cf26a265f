// What becomes of contributions and opinions: notes of reviews, places on the agenda, turns, counts, a cancelled conference.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ContributionState } from '#functions/contributions/schema.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/apps.ts'
import { laterBy } from '#test/support/clock.ts'
import { agenda, type Cast, castOf, conferenceAt, otherUnit, unit } from '#test/support/conference.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(appOf)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(async () => {
  setClock(() => new Date())
  await home.stop()
})

const paper = {
  title: 'Xây dựng phong trào ở địa bàn giáp ranh',
  text: 'Kính thưa các đồng chí.',
  unitId: unit,
  author: { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' },
}
const path = (id: string, ctb = '', verb = '') =>
  `/api/conferences/${id}/contributions${ctb && `/${ctb}`}${verb && `/${verb}`}`
const submit = async (id: string, fields: object = {}, by: Client = cast.operator): Promise<string> => {
  const { status, body } = await by.post(path(id), { ...paper, ...fields })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}
const bodies: Record<string, object> = {
  return: { note: 'Bổ sung số liệu' },
  decline: { note: 'Trùng nội dung' },
  schedule: { agendaItem: 'agd_papers' },
}
const act = (by: Client, id: string, ctb: string, verb: string, body = bodies[verb] ?? {}) =>
  by.post(path(id, ctb, verb), body)
const slug = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '')
const logOf = (id: string) => wholeLog(id, new Date(Date.now() + 10 * 86_400_000))

describe('notes of a review', () => {
  it('go with any decision and stay, though the next decision has its own', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    await act(cast.secretary, id, ctb, 'review', { note: 'Giao Phòng Tham mưu đọc' })
    await act(cast.secretary, id, ctb, 'return', { note: 'Bổ sung số liệu năm 2022' })
    await cast.operator.put(path(id, ctb), { title: 'Bản hai', text: 'Bản hai' }, { version: 3 })
    await act(cast.secretary, id, ctb, 'accept')
    const { note, notes } = (await cast.operator.get(path(id, ctb))).body
    expect(note).toBeUndefined()
    expect(notes).toMatchObject([
      { move: 'review', note: 'Giao Phòng Tham mưu đọc', number: 1, by: { sub: cast.secretary.sub } },
      { move: 'return', note: 'Bổ sung số liệu năm 2022', number: 1 },
    ])
    await act(cast.operator, id, ctb, 'withdraw', { note: 'Đồng chí báo cáo đi công tác' })
    expect((await cast.secretary.get(path(id, ctb))).body.notes.at(-1)).toMatchObject({ move: 'withdraw' })
  })

  it('beside a decision are for the desk, unless meant for the author; in any state, once a key', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    await act(cast.secretary, id, ctb, 'decline')
    const key = randomUUID()
    for (const _ of [1, 2]) {
      const made = await cast.secretary.post(path(id, ctb, 'remarks'), { note: 'Nội bộ' }, { key })
      expect(made.status).toBe(201)
    }
    await act(cast.secretary, id, ctb, 'remarks', { note: 'Mời gửi lại năm sau', toAuthor: true })
    const notesFor = async (by: Client) =>
      (await by.get(path(id, ctb))).body.notes.map(({ note }: { note: string }) => note)
    expect(await notesFor(cast.secretary)).toEqual(['Trùng nội dung', 'Nội bộ', 'Mời gửi lại năm sau'])
    expect(await notesFor(cast.operator)).toEqual(['Trùng nội dung', 'Mời gửi lại năm sau'])
    for (const by of [cast.operator, cast.other, cast.stranger])
      expect((await act(by, id, ctb, 'remarks', { note: 'x' })).status).toBe(403)
    expect((await act(cast.secretary, id, ctb, 'remarks', { note: '' })).status).toBe(400)
    const remarks = (await logOf(id)).filter(({ name }) => name === 'contribution.remarked')
    expect(remarks).toMatchObject([
      { subject: ctb, data: { remark: 'Nội bộ', toAuthor: false, state: 'declined' } },
      { data: { remark: 'Mời gửi lại năm sau', toAuthor: true } },
    ])
  })
})

describe('the agenda', () => {
  it('gives each paper its place, at the end or where it is told', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ids = await Promise.all([submit(id), submit(id), submit(id)])
    for (const ctb of ids) await act(cast.secretary, id, ctb, 'accept')
    const orders: number[] = []
    for (const ctb of ids) orders.push((await act(cast.secretary, id, ctb, 'schedule')).body.order)
    expect(orders).toEqual([1, 2, 3])
    const first = await act(cast.secretary, id, ids[2] ?? '', 'schedule', {
      agendaItem: 'agd_papers',
      order: 1,
    })
    expect(first.body).toMatchObject({ state: 'scheduled', order: 1 })
    const elsewhere = { agendaItem: agenda[0]?.id }
    expect((await act(cast.secretary, id, ids[0] ?? '', 'schedule', elsewhere)).body.order).toBe(1)
    const listed = await cast.operator.get(`${path(id)}?agendaItem=agd_papers`)
    expect(listed.body.items.map((one: { id: string }) => one.id).sort()).toEqual([ids[1], ids[2]].sort())
    const wrong = await act(cast.secretary, id, ids[1] ?? '', 'schedule', {
      agendaItem: 'agd_papers',
      order: 0,
    })
    expect(wrong.status).toBe(400)
  })
})

describe('the floor', () => {
  const floor = (id: string, verb: string) => `/api/conferences/${id}/floor/${verb}`
  const ask = async (id: string) => {
    await cast.secretary.post(floor(id, 'open'), {})
    const asked = { unitId: unit, speaker: { position: 'Phó Giám đốc' } }
    return (await cast.operator.post(floor(id, 'requests'), asked)).body.id as string
  }

  it('is where opinions are said and papers delivered: the turn is named, and must have been one', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const turn = await ask(id)
    const opinion = { kind: 'opinion', text: 'Đồng ý với báo cáo.\nBổ sung một ý.', title: undefined, turn }
    expect(slug(await cast.secretary.post(path(id), { ...paper, ...opinion }))).toBe('turn-unknown')
    await cast.secretary.post(floor(id, 'call'), { requestId: turn })
    const said = await cast.secretary.post(path(id), { ...paper, ...opinion })
    expect(said.body).toMatchObject({ kind: 'opinion', title: 'Đồng ý với báo cáo.', turn, late: false })
    await cast.secretary.post(floor(id, 'suspend'), { requestId: turn })
    expect((await cast.secretary.post(path(id), { ...paper, ...opinion })).body).toMatchObject({ turn })
    const theirs = { ...paper, ...opinion, unitId: otherUnit }
    expect(slug(await cast.secretary.post(path(id), theirs))).toBe('turn-unknown')
    const named = await cast.operator.post(path(id), { ...paper, turn })
    expect(named.body.errors).toMatchObject([{ pointer: '/turn' }])
    expect((await cast.operator.post(path(id), { ...paper, title: undefined })).body.errors).toMatchObject([
      { pointer: '/title' },
    ])
    const ctb = await submit(id)
    await act(cast.secretary, id, ctb, 'accept')
    const none = await act(cast.secretary, id, ctb, 'deliver', { turn: 'flr_01GJH00000000000000000000Z' })
    expect(slug(none)).toBe('turn-unknown')
    expect((await act(cast.secretary, id, ctb, 'deliver', { turn })).body).toMatchObject({
      state: 'delivered',
      turn,
    })
  })

  it('keeps opinions short when they are written anew, too', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const ctb = await submit(id, { kind: 'opinion' })
    const edit = { title: 'Ý kiến', text: 'a'.repeat(5001) }
    const long = await cast.operator.put(path(id, ctb), edit, { version: 1 })
    expect([slug(long), long.body.errors[0].pointer]).toEqual(['opinion-too-long', '/text'])
  })
})

describe('lateness', () => {
  it('says how late, of the version that stands', async () => {
    const due = new Date(Date.now() + 3_600_000).toISOString()
    const startsAt = new Date(Date.now() + 86_400_000).toISOString()
    const id = await conferenceAt(cast.secretary, 'schedule', { contributionsDueAt: due, startsAt })
    const ctb = await submit(id)
    laterBy(120)
    const late = (await cast.operator.get(path(id, await submit(id)))).body
    expect([late.late, Math.round(late.lateBy / 60)]).toEqual([true, 60])
    const edit = { title: 'Bản hai', text: 'Bản hai' }
    const { body } = await cast.operator.put(path(id, ctb), edit, { version: 1 })
    expect([body.late, Math.round(body.lateBy / 60)]).toEqual([true, 60])
    const { versions } = (await cast.operator.get(path(id, ctb))).body
    expect(versions.map((one: { late: boolean }) => one.late)).toEqual([false, true])
    expect((await cast.secretary.get(`${path(id)}?late=true`)).body.items).toHaveLength(2)
    expect((await act(cast.secretary, id, ctb, 'accept')).body).toMatchObject({
      state: 'accepted',
      late: true,
    })
    setClock(() => new Date())
  })
})

describe('counting', () => {
  it('counts what one may see, by state and unit, opinions apart', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const mine = [await submit(id), await submit(id), await submit(id, { kind: 'opinion' })]
    const theirs = await submit(id, { unitId: otherUnit }, cast.other)
    await act(cast.secretary, id, mine[0] ?? '', 'accept')
    await act(cast.secretary, id, theirs, 'decline')
    const all = (await cast.secretary.get(path(id, 'counts'))).body
    expect(all).toEqual({
      contributions: { total: 3, late: 0, byState: { accepted: 1, submitted: 1, declined: 1 } },
      opinions: { total: 1, late: 0, byState: { submitted: 1 } },
      byUnit: [
        { unitId: unit, total: 2, late: 0, byState: { accepted: 1, submitted: 1 } },
        { unitId: otherUnit, total: 1, late: 0, byState: { declined: 1 } },
      ],
    })
    expect((await cast.operator.get(path(id, 'counts'))).body.contributions.total).toBe(2)
    expect((await cast.stranger.get(path(id, 'counts'))).status).toBe(403)
  })
})

describe('every step', () => {
  const steps = {
    review: ['submitted'],
    accept: ['submitted', 'under-review'],
    return: ['submitted', 'under-review'],
    decline: ['submitted', 'under-review'],
    schedule: ['accepted', 'scheduled'],
    deliver: ['accepted', 'scheduled'],
    'take-as-written': ['accepted', 'scheduled'],
    withdraw: ['submitted', 'under-review', 'returned', 'accepted', 'scheduled'],
  }
  const waysTo: Record<ContributionState, string[]> = {
    submitted: [],
    'under-review': ['review'],
    accepted: ['accept'],
    returned: ['return'],
    declined: ['decline'],
    scheduled: ['accept', 'schedule'],
    delivered: ['accept', 'deliver'],
    'taken-as-written': ['accept', 'take-as-written'],
    withdrawn: ['withdraw'],
  }

  it('is for the version that was read, where that is told', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    const at = path(id, ctb)
    const accept = (version: number, key?: string) =>
      cast.secretary.post(`${at}/accept`, {}, { version, ...(key ? { key } : {}) })
    const text = { title: paper.title, text: 'Điều người duyệt chưa đọc.' }
    expect((await cast.operator.put(at, text, { version: 1 })).status).toBe(200)
    expect((await accept(1)).status).toBe(412)
    expect((await accept(2, 'once')).body).toMatchObject({ state: 'accepted', version: 3 })
    expect((await accept(2, 'once')).body).toMatchObject({ state: 'accepted', version: 3 })
  })

  it('is taken from the states it may, refused from all others, and recorded when taken', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const before = async (state: ContributionState) => {
      const ctb = await submit(id)
      for (const verb of waysTo[state]) await act(cast.secretary, id, ctb, verb)
      return ctb
    }
    const tries = ContributionState.options.flatMap((state) =>
      Object.entries(steps).map(([verb, from]) => ({ state, verb, may: from.includes(state) })),
    )
    const results = await Promise.all(
      tries.map(async ({ state, verb, may }) => {
        const ctb = await before(state)
        const answer = await act(cast.secretary, id, ctb, verb)
        return { ctb, may, got: [state, verb, answer.status, slug(answer)] }
      }),
    )
    for (const [at, { got }] of results.entries()) {
      const { state, verb, may } = tries[at] ?? { state: '', verb: '', may: false }
      expect(got).toEqual(may ? [state, verb, 200, undefined] : [state, verb, 409, 'contribution-state'])
    }
    const log = await logOf(id)
    for (const [at, { ctb, may }] of results.entries()) {
      const told = log.filter(({ subject }) => subject === ctb)
      const ways = waysTo[tries[at]?.state ?? 'submitted'].length
      expect(told, tries[at]?.verb).toHaveLength(1 + ways + Number(may))
    }
  })
})
