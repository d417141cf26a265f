// Contributions over HTTP: every verb's success, refusal and wrong actor, on the real engine.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/apps.ts'
import { agenda, type Cast, castOf, conferenceAt, host, otherUnit, unit } from '#test/support/conference.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(appOf)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const input = {
  title: 'Xây dựng phong trào ở địa bàn giáp ranh',
  text: 'Kính thưa các đồng chí.\n\nCông an tỉnh Ninh Bình xin báo cáo.',
  unitId: unit,
  author: { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' },
}

const path = (id: string, ctb = '', verb = '') =>
  `/api/conferences/${id}/contributions${ctb && `/${ctb}`}${verb && `/${verb}`}`

const submit = async (id: string, fields = {}, by: Client = cast.operator) => {
  const { status, body } = await by.post(path(id), { ...input, ...fields })
  expect(status).toBe(201)
  return body.id as string
}

const note = { note: 'Đề nghị bổ sung số liệu năm 2022.' }
const bodies: Record<string, object> = {
  return: note,
  decline: note,
  schedule: { agendaItem: 'agd_papers' },
}
const act = (by: Client, id: string, ctb: string, verb: string) =>
  by.post(path(id, ctb, verb), bodies[verb] ?? {})

const names = async (id: string) =>
  (await wholeLog(id, new Date(Date.now() + 60_000))).map(({ name }) => name).filter((n) => /^contr/.test(n))

describe('submitting', () => {
  it('answers a receipt anybody can check, and keeps the text in NFC', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const { status, body } = await cast.operator.post(path(id), {
      ...input,
      text: input.text.normalize('NFD'),
    })
    const sha256 = createHash('sha256').update(input.text).digest('hex')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'submitted',
      late: false,
      version: 1,
      receipt: { number: 1, sha256 },
    })
    expect(body.author.display).toBe('Phó Giám đốc Công an tỉnh Ninh Bình')
    const { body: read } = await cast.operator.get(path(id, body.id))
    expect(read.versions).toMatchObject([
      { number: 1, text: input.text, sha256, by: { sub: cast.operator.sub } },
    ])
  })

  it('is for operators of an invited unit, contributors and the desk', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    expect((await contributor.post(path(id), input)).status).toBe(201)
    expect((await cast.secretary.post(path(id), { ...input, unitId: host })).status).toBe(201)
    expect((await cast.other.post(path(id), input)).status).toBe(403)
    expect((await cast.stranger.post(path(id), input)).status).toBe(403)
    const uninvited = { ...input, unitId: 'unt_ca-ha-nam' }
    expect((await cast.stranger.post(path(id), uninvited)).body.type).toBe('/problems/unit-not-invited')
  })

  it('refuses drafts, opinions before the start, unknown agenda items and persons', async () => {
    const draft = await conferenceAt(cast.secretary, 'draft')
    expect((await cast.operator.post(path(draft), input)).body.type).toBe('/problems/conference-state')
    const id = await conferenceAt(cast.secretary, 'schedule')
    const refused = async (fields: object) =>
      (await cast.operator.post(path(id), { ...input, ...fields })).body
    expect(await refused({ kind: 'opinion' })).toMatchObject({ type: '/problems/conference-not-in-session' })
    expect(await refused({ agendaItem: 'agd_none' })).toMatchObject({ type: '/problems/agenda-item-unknown' })
    expect(await refused({ author: { personId: 'prs_nobody' } })).toMatchObject({
      type: '/problems/person-unknown',
    })
    expect(await refused({ author: {} })).toMatchObject({ status: 400, errors: [{ pointer: '/author' }] })
    expect(await refused({ text: '' })).toMatchObject({ status: 400, errors: [{ pointer: '/text' }] })
    expect(await refused({ kind: 'opinion', text: 'a'.repeat(5001) })).toMatchObject({
      errors: [{ pointer: '/text' }],
    })
  })

  it('keeps late ones and shows it, accepted or not; opinions are late only after the close', async () => {
    const due = { contributionsDueAt: '2022-11-20T17:00:00+07:00' }
    const id = await conferenceAt(cast.secretary, 'close', due)
    const ctb = await submit(id)
    expect((await act(cast.secretary, id, ctb, 'accept')).body).toMatchObject({
      state: 'accepted',
      late: true,
    })
    const running = await conferenceAt(cast.secretary, 'start', due)
    const opinion = await submit(running, { kind: 'opinion' })
    expect((await cast.operator.get(path(running, opinion))).body.late).toBe(false)
    const afterwards = await submit(id, { kind: 'opinion' })
    expect((await cast.operator.get(path(id, afterwards))).body.late).toBe(true)
  })

  it('submits once for one key, sent twice at once', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const key = randomUUID()
    const [one, two] = await Promise.all([1, 2].map(() => cast.operator.post(path(id), input, { key })))
    expect([one?.status, two?.status]).toEqual([201, 201])
    expect(two?.body).toEqual(one?.body)
    expect((await cast.operator.get(path(id))).body.items).toHaveLength(1)
  })
})

describe('rewriting', () => {
  const edit = { title: 'Bản đã bổ sung', text: 'Bản thứ hai.' }

  it('keeps every version and submits a returned one again', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    expect((await act(cast.secretary, id, ctb, 'return')).body).toMatchObject({ state: 'returned', ...note })
    const done = await cast.operator.put(path(id, ctb), edit, { version: 2 })
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'submitted', version: 3, receipt: { number: 2 } },
    })
    const { body } = await cast.operator.get(path(id, ctb))
    expect(body.versions.map(({ text }: { text: string }) => text)).toEqual([input.text, edit.text])
  })

  it('needs the version that was read, and a text nobody has taken up', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    expect((await cast.operator.put(path(id, ctb), edit)).status).toBe(428)
    expect((await cast.operator.put(path(id, ctb), edit, { version: 9 })).status).toBe(412)
    expect((await cast.other.put(path(id, ctb), edit, { version: 1 })).status).toBe(403)
    await act(cast.secretary, id, ctb, 'review')
    const locked = await cast.operator.put(path(id, ctb), edit, { version: 2 })
    expect(locked.body).toMatchObject({ type: '/problems/contribution-state', detail: 'under-review' })
  })

  it('lets one of two editors of one version win', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    const both = await Promise.all([1, 2].map(() => cast.operator.put(path(id, ctb), edit, { version: 1 })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('deciding and delivering', () => {
  it('goes from submission to delivery, each step in the log with its facts', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const ctb = await submit(id)
    for (const verb of ['review', 'accept', 'schedule', 'deliver'])
      expect((await act(cast.secretary, id, ctb, verb)).status).toBe(200)
    const { body } = await cast.operator.get(path(id, ctb))
    expect(body).toMatchObject({ state: 'delivered', agendaItem: agenda[1]?.id, version: 5 })
    expect(await names(id)).toEqual(
      ['submitted', 'taken-under-review', 'accepted', 'scheduled', 'delivered'].map(
        (n) => `contribution.${n}`,
      ),
    )
    const log = await wholeLog(id, new Date(Date.now() + 60_000))
    expect(log.find(({ name }) => name === 'contribution.delivered')).toMatchObject({
      subject: ctb,
      data: { title: input.title, unitId: unit, author: input.author.position, state: 'delivered' },
    })
  })

  it('declines, takes as written and withdraws; an end is an end', async () => {
    const id = await conferenceAt(cast.secretary, 'close')
    const ways = [['decline'], ['accept', 'take-as-written'], ['withdraw']]
    for (const way of ways) {
      const ctb = await submit(id)
      for (const verb of way) expect((await act(cast.secretary, id, ctb, verb)).status).toBe(200)
      for (const verb of ['accept', 'take-as-written', 'withdraw'])
        expect((await act(cast.secretary, id, ctb, verb)).body.type).toBe('/problems/contribution-state')
    }
  })

  it('delivers in session only; takes as written in session or after', async () => {
    const id = await conferenceAt(cast.secretary, 'open')
    const ctb = await submit(id)
    await act(cast.secretary, id, ctb, 'accept')
    for (const verb of ['deliver', 'take-as-written'])
      expect((await act(cast.secretary, id, ctb, verb)).body.type).toBe('/problems/conference-not-in-session')
    const unknown = await cast.secretary.post(path(id, ctb, 'schedule'), { agendaItem: 'agd_none' })
    expect(unknown.body.type).toBe('/problems/agenda-item-unknown')
  })

  it('is for the desk; the chair delivers, the unit withdraws, a contributor only their own', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const ctb = await submit(id)
    const chair = await home.somebody(['chair', `conference:${id}`])
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    for (const verb of ['review', 'accept', 'return', 'decline', 'schedule'])
      for (const who of [cast.operator, cast.other, cast.stranger, chair, contributor])
        expect((await act(who, id, ctb, verb)).status).toBe(403)
    await act(cast.secretary, id, ctb, 'accept')
    for (const verb of ['deliver', 'take-as-written', 'withdraw'])
      for (const who of [cast.other, cast.stranger, contributor])
        expect((await act(who, id, ctb, verb)).status).toBe(403)
    expect((await act(cast.operator, id, ctb, 'deliver')).status).toBe(403)
    expect((await act(chair, id, ctb, 'deliver')).status).toBe(200)
    expect((await act(cast.operator, id, await submit(id), 'withdraw')).status).toBe(200)
    expect((await act(contributor, id, await submit(id, {}, contributor), 'withdraw')).status).toBe(200)
  })

  it('is decided once by two who decide at once', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const ctb = await submit(id)
    const both = await Promise.all(['accept', 'decline'].map((verb) => act(cast.secretary, id, ctb, verb)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('reading', () => {
  it('shows units their own and what was accepted, the desk all, page by page', async () => {
    const id = await conferenceAt(cast.secretary, 'schedule')
    const mine = await submit(id)
    const theirs = await submit(id, { unitId: otherUnit }, cast.other)
    const accepted = await submit(id, { unitId: otherUnit }, cast.other)
    await act(cast.secretary, id, accepted, 'accept')
    const seen = async (by: Client, query = '') =>
      (await by.get(`${path(id)}?${query}`)).body.items.map((item: { id: string }) => item.id)
    expect(await seen(cast.secretary)).toEqual([mine, theirs, accepted])
    expect(await seen(cast.operator)).toEqual([mine, accepted])
    expect(await seen(cast.secretary, 'state=accepted')).toEqual([accepted])
    expect(await seen(cast.secretary, `unit=${unit}`)).toEqual([mine])
    expect((await cast.operator.get(path(id, theirs))).status).toBe(404)
    expect((await cast.stranger.get(path(id))).status).toBe(403)
    const first = (await cast.operator.get(`${path(id)}?limit=1`)).body
    const rest = await cast.operator.get(`${path(id)}?limit=1&cursor=${encodeURIComponent(first.cursor)}`)
    expect([first.items[0].id, rest.body.items[0].id, rest.body.cursor]).toEqual([mine, accepted, undefined])
  })

  it('records the opening of an internal text, not of a public one', async () => {
    const internal = await conferenceAt(cast.secretary, 'schedule', { classification: 'internal' })
    const open = await conferenceAt(cast.secretary, 'schedule')
    for (const id of [internal, open]) await cast.operator.get(path(id, await submit(id)))
    expect(await names(internal)).toContain('contribution.opened')
    expect(await names(open)).not.toContain('contribution.opened')
  })
})
