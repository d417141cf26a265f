// The agenda over HTTP: a document until the close, acts in session, never in the way of the conference's own edits.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { newId } from '#functions/shared/new-id.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { agenda, type Cast, castOf, conferenceAt, host } from '#test/support/conference.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let cast: Cast
const person = newId('prs')

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
  await plant([
    personItem({
      id: person,
      rank: 'Đại tá',
      name: 'Đinh Trọng Soạn',
      stateTitle: 'Phó Giám đốc',
      posts: [],
      version: 1,
    }),
  ])
})
afterAll(() => home.stop())

const of = (id: string, rest = '') => `/api/conferences/${id}/agenda${rest}`
const act = (id: string, item: string, verb: 'start' | 'end', body = {}, extra = {}) =>
  cast.secretary.post(of(id, `/items/${item}/${verb}`), body, extra)
const read = async (id: string) => (await cast.operator.get(of(id))).body

describe('as a document', () => {
  it('is replaced by whoever read it, and by nobody else', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const [first, second] = agenda
    const edit = { items: [second, { ...first, dropped: 'Chưa chuẩn bị kịp' }] }
    expect((await cast.secretary.put(of(id), edit)).status).toBe(428)
    const done = await cast.secretary.put(of(id), edit, { version: 0 })
    expect(done).toMatchObject({ status: 200, body: { version: 1, items: [{ id: 'agd_papers' }, {}] } })
    expect(done.headers.get('ETag')).toBe('"1"')
    expect((await cast.secretary.put(of(id), edit, { version: 0 })).status).toBe(412)
    expect((await cast.operator.put(of(id), edit, { version: 1 })).status).toBe(403)
    expect((await cast.stranger.get(of(id))).status).toBe(403)
    expect((await read(id)).items[1].dropped).toBe('Chưa chuẩn bị kịp')
    expect((await cast.operator.get(`/api/conferences/${id}`)).body).toMatchObject({
      agenda: edit.items,
      agendaVersion: 1,
      version: 2,
    })
  })

  it('names its presenters from the directory, as titled now', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    const items = [{ ...agenda[0], presenterIds: [person] }]
    const { body } = await cast.secretary.put(of(id), { items }, { version: 0 })
    expect(body.items[0].presenters).toEqual([
      { personId: person, display: 'Đại tá Đinh Trọng Soạn, Phó Giám đốc' },
    ])
    const unknown = [{ ...agenda[0], presenterIds: [newId('prs')] }]
    expect(await cast.secretary.put(of(id), { items: unknown }, { version: 1 })).toMatchObject({
      status: 422,
      body: { type: '/problems/person-unknown', errors: [{ pointer: '/items/0/presenterIds/0' }] },
    })
  })

  it('holds a hundred items of a thousand letters, and all of them replaced; no more than can be kept', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    const items = (mark: string, more = {}) =>
      Array.from({ length: 100 }, (_, at) => ({
        id: `agd_${mark}-${at}`,
        title: 'ế'.repeat(1000),
        kind: 'report',
        ...more,
      }))
    const put = (list: object[], version: number) => cast.secretary.put(of(id), { items: list }, { version })
    expect((await put(items('a'), 0)).status).toBe(200)
    expect((await put(items('b'), 1)).status).toBe(200)
    expect((await put(items('b', { presenter: 'ế'.repeat(300) }), 2)).body).toMatchObject({
      type: '/problems/agenda-too-large',
      errors: [{ pointer: '/items' }],
    })
    expect((await put(items('b', { presenterIds: [person] }), 2)).status).toBe(200)
  })

  it('refuses a stamp, twice the same item, and edits after the close', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    const stamped = [{ ...agenda[0], title: 'Tình hình (TỐI MẬT)' }]
    expect(await cast.secretary.put(of(id), { items: stamped }, { version: 0 })).toMatchObject({
      status: 422,
      body: { type: '/problems/secret-grade-refused', errors: [{ pointer: '/items/0/title' }] },
    })
    const twice = [agenda[0], agenda[0]]
    expect((await cast.secretary.put(of(id), { items: twice }, { version: 0 })).status).toBe(400)
    const over = await conferenceAt(cast.secretary, 'close')
    expect((await cast.secretary.put(of(over), { items: agenda }, { version: 0 })).status).toBe(409)
  })

  it('is not lost when the conference is edited by somebody who has not seen it', async () => {
    const id = await conferenceAt(cast.secretary, 'draft')
    await cast.secretary.put(of(id), { items: [agenda[0]] }, { version: 0 })
    const { body } = await cast.secretary.get(`/api/conferences/${id}`)
    const input = { title: body.title, hostUnitId: host, venue: 'Huế', startsAt: body.startsAt }
    const path = `/api/conferences/${id}`
    const edited = await cast.secretary.put(path, input, { version: 1 })
    expect(edited.body).toMatchObject({ venue: 'Huế', version: 2, agenda: [{ id: 'agd_reports' }] })
    expect((await cast.secretary.put(path, { ...input, agenda }, { version: 2 })).status).toBe(428)
    const stale = { ...input, agenda, agendaVersion: 0 }
    expect((await cast.secretary.put(path, stale, { version: 2 })).status).toBe(412)
    const fresh = { ...input, agenda, agendaVersion: 1 }
    expect((await cast.secretary.put(path, fresh, { version: 2 })).body).toMatchObject({
      agenda,
      agendaVersion: 2,
    })
  })
})

describe('as acts', () => {
  it('everybody sees what is on, with the time told by the device', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const begun = await act(id, 'agd_reports', 'start')
    expect(begun).toMatchObject({ status: 200, body: { current: 'agd_reports', version: 1 } })
    expect((await act(id, 'agd_reports', 'start')).body.type).toBe('/problems/agenda-item-running')
    await act(id, 'agd_papers', 'start')
    const { current, items } = await read(id)
    expect(current).toBe('agd_papers')
    expect(items[0].spans[0].endedAt).toBe(items[1].spans[0].startedAt)
    await act(id, 'agd_papers', 'end')
    expect((await act(id, 'agd_papers', 'end')).body.type).toBe('/problems/agenda-item-not-running')
    await act(id, 'agd_papers', 'start')
    expect((await read(id)).items[1].spans).toHaveLength(2)
  })

  it('an act told late counts when it was done, never before the session', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const { startedAt } = (await cast.secretary.get(`/api/conferences/${id}`)).body
    const claimedAt = new Date(Date.parse(startedAt) - 3_600_000).toISOString()
    const { body } = await act(id, 'agd_reports', 'start', { claimedAt })
    expect(body.items[0].spans).toEqual([{ startedAt }])
  })

  it('repeated with its key it is done once', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const key = randomUUID()
    const first = await act(id, 'agd_reports', 'start', {}, { key })
    const again = await act(id, 'agd_reports', 'start', {}, { key })
    expect([again.status, again.body]).toEqual([200, first.body])
  })

  it('belongs to the desk and the chair, in session only', async () => {
    const open = await conferenceAt(cast.secretary, 'open')
    expect((await act(open, 'agd_reports', 'start')).body).toMatchObject({
      type: '/problems/conference-state',
      detail: 'open',
    })
    const id = await conferenceAt(cast.secretary, 'start')
    const chair = await home.somebody(['chair', `conference:${id}`])
    expect((await chair.post(of(id, '/items/agd_reports/start'))).status).toBe(200)
    expect((await cast.operator.post(of(id, '/items/agd_reports/end'))).status).toBe(403)
    expect((await act(id, 'agd_none', 'start')).status).toBe(404)
  })

  it('many at once leave one item on, and refuse none for being overtaken', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const tries = Array.from({ length: 6 }, (_, at) =>
      act(id, at % 2 === 0 ? 'agd_reports' : 'agd_papers', 'start'),
    )
    const types = (await Promise.all(tries)).flatMap(({ body }) => body.type ?? [])
    expect(new Set(types)).toEqual(new Set(types.length > 0 ? ['/problems/agenda-item-running'] : []))
    const { items } = await read(id)
    const spans = items.flatMap(({ spans = [] }: { spans?: { endedAt?: string }[] }) => spans)
    expect(spans.filter(({ endedAt }: { endedAt?: string }) => !endedAt)).toHaveLength(1)
    expect(spans).toHaveLength(6 - types.length)
  })

  it('nothing is on once the session is closed, though it begins at that moment', async () => {
    const race = async () => {
      const id = await conferenceAt(cast.secretary, 'start')
      await Promise.all([
        act(id, 'agd_reports', 'start'),
        cast.secretary.post(`/api/conferences/${id}/close`),
        act(id, 'agd_papers', 'start'),
      ])
      if ((await cast.secretary.get(`/api/conferences/${id}`)).body.state !== 'closed')
        await cast.secretary.post(`/api/conferences/${id}/close`)
      expect(await read(id)).not.toHaveProperty('current')
    }
    await Promise.all(Array.from({ length: 6 }, race))
  })

  it('keeps what happened through an edit in session, and ends with the session', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    await act(id, 'agd_reports', 'start')
    const { body } = await cast.secretary.put(
      of(id),
      { items: [{ id: 'agd_added', title: 'Bổ sung', kind: 'other' }, ...agenda] },
      { version: 1 },
    )
    expect(body).toMatchObject({ current: 'agd_reports', items: [{ id: 'agd_added' }, { spans: [{}] }, {}] })
    expect((await cast.secretary.put(of(id), { items: [agenda[1]] }, { version: 2 })).body.type).toBe(
      '/problems/agenda-item-begun',
    )
    const closed = (await cast.secretary.post(`/api/conferences/${id}/close`)).body
    expect(closed.agenda[1].spans[0].endedAt).toBe(closed.closedAt)
    expect(await read(id)).not.toHaveProperty('current')
  })
})
