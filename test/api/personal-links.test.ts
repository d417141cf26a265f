// Personal links over HTTP: what opens them, what they open, and what they never do.
import { createHash } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { sealLink } from '#functions/personal-links/entity.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { database, tableName } from '#functions/shared/table.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/apps.ts'
import { type Cast, castOf, conferenceAt, host } from '#test/support/conference.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(appOf)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const point = 'bpt_ca-ninh-binh'
const refusal = async (answer: Promise<{ status: number; body: { type: string } }>) =>
  (await answer).body.type.replace('/problems/', '')

const officer = { rank: 'Đại tá', name: 'Đinh Trọng Soạn', position: 'Phó Giám đốc' }

/** A delegate of a conference, and a client that shows their link and nothing else. */
const invited = async (fields: object = officer, step: 'schedule' | 'open' | 'start' = 'schedule') => {
  const id = await conferenceAt(cast.secretary, step)
  const delegates = `/api/conferences/${id}/bridge-points/${point}/delegates`
  const made = await cast.operator.post(delegates, { delegates: [fields] })
  expect(made.status).toBe(201)
  const delegate = made.body.items[0].id as string
  const at = `${delegates}/${delegate}`
  const { body } = await cast.operator.post(`${at}/personal-link`)
  const sealed = String(body.url).split('#')[1] ?? ''
  return { id, delegate, at, sealed, link: holding(sealed) }
}

const holding = (sealed: string): Client => {
  const nobody = home.as('link:nobody', 'nobody')
  const headers = { Authorization: `Link ${sealed}` }
  return {
    ...nobody,
    get: (path, extra) => nobody.get(path, { ...extra, headers }),
    post: (path, body, extra) => nobody.post(path, body, { ...extra, headers }),
    put: (path, body, extra) =>
      nobody.put(path, body, { ...extra, headers: { ...extra?.headers, ...headers } }),
  }
}

/** Everything the table keeps, as text. */
const everything = async (): Promise<string> => {
  const pages: string[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const scan = new ScanCommand({ TableName: tableName(), ConsistentRead: true, ExclusiveStartKey })
    const { Items, LastEvaluatedKey } = await database().send(scan)
    pages.push(JSON.stringify(Items))
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
  return pages.join()
}

const paper = { title: 'Tham luận', text: 'Nội dung' }
const handIn = (link: Client, extra = {}) => link.post('/api/personal/contributions', paper, extra)

describe('a paper handed in by a personal link', () => {
  it.each([
    [officer],
    [{ name: 'Nguyễn Văn A' }],
    [{ rank: 'Đại tá', name: 'Nguyễn Văn A', role: 'Trưởng đoàn' }],
    [{ position: 'Phó Giám đốc', unit: 'Công an tỉnh Ninh Bình', role: 'Trưởng đoàn' }],
    [{ ...officer, rank: 'R'.repeat(60) }],
    [{ partyTitle: 'Đ'.repeat(300), unit: 'U'.repeat(200), role: 'V'.repeat(200) }],
  ])('names its author as the delegation does, whatever is known of them (%#)', async (fields) => {
    const { link } = await invited(fields)
    const { display } = (await link.get('/api/personal')).body.delegate
    const { status, body } = await handIn(link)
    expect([status, body.author?.display]).toEqual([201, display])
  })

  it('is its holder’s alone: no other link and no other conference reaches it', async () => {
    const [one, other] = [await invited(), await invited()]
    const ctb = (await handIn(one.link)).body.id
    expect((await other.link.get('/api/personal/contributions')).body.items).toEqual([])
    const put = (link: Client) =>
      link.put(`/api/personal/contributions/${ctb}`, paper, { headers: { 'If-Match': '"1"' } })
    expect((await put(other.link)).status).toBe(404)
    expect((await other.link.post(`/api/personal/contributions/${ctb}/withdraw`)).status).toBe(404)
    expect((await put(one.link)).body).toMatchObject({ version: 2, receipt: { number: 2 } })
    for (const path of ['', '/contributions', '/floor', `/contributions/${ctb}`])
      expect((await one.link.get(`/api/conferences/${one.id}${path}`)).status, path).toBe(401)
    expect((await one.link.post('/api/uploads', {})).status).toBe(401)
  })

  it('is one of twenty at most; a repeat is answered even then', async () => {
    const { link } = await invited()
    const first = await handIn(link, { key: 'first' })
    for (let more = 0; more < 19; more++) expect((await handIn(link)).status).toBe(201)
    expect(await refusal(handIn(link))).toBe('contributions-full')
    expect((await handIn(link, { key: 'first' })).body.id).toBe(first.body.id)
  })

  it('gets a receipt that anybody can compute again', async () => {
    const { id, link } = await invited()
    const { body } = await handIn(link)
    const bytes = await cast.secretary.get(
      `/api/conferences/${id}/contributions/${body.id}/versions/1/receipt.json`,
    )
    const { sha256, digest } = body.receipt
    expect(createHash('sha256').update(paper.text).digest('hex')).toBe(sha256)
    expect(createHash('sha256').update(JSON.stringify(bytes.body)).digest('hex')).toBe(digest)
  })
})

describe('whoever was substituted', () => {
  it('reads who comes instead, has the same answer again, and does nothing any more', async () => {
    const { link } = await invited()
    const ctb = (await handIn(link)).body.id
    const told = { delegate: { name: 'Lê Văn B', position: 'Trưởng phòng' }, reason: 'Đi công tác' }
    const substitute = () => link.post('/api/personal/substitute', told, { key: 'once' })
    const first = await substitute()
    expect([first.status, first.body]).toEqual([200, { answer: 'substituted' }])
    expect((await substitute()).body).toEqual({ answer: 'substituted' })
    expect((await link.get('/api/personal')).body.delegate).toMatchObject({
      state: 'withdrawn',
      substitutedBy: 'Lê Văn B, Trưởng phòng',
    })
    const acts = [
      link.post('/api/personal/answer', { answer: 'accepted' }),
      link.post('/api/personal/substitute', told),
      link.post('/api/personal/check-in', { code: '000000' }),
      handIn(link),
      link.put(`/api/personal/contributions/${ctb}`, paper, { headers: { 'If-Match': '"1"' } }),
      link.post(`/api/personal/contributions/${ctb}/withdraw`),
    ]
    expect((await Promise.all(acts)).map(({ status }) => status)).toEqual(acts.map(() => 403))
  })
})

describe('a point taken out of the conference', () => {
  it('has no links, hands in nothing and asks for nothing', async () => {
    const { id, link } = await invited(officer, 'open')
    const at = `/api/conferences/${id}/bridge-points/${point}`
    const { status } = await cast.secretary.post(`${at}/remove`, { reason: 'Mời nhầm' })
    expect(status).toBe(200)
    expect(await refusal(link.get('/api/personal'))).toBe('point-withdrawn')
    expect(await refusal(handIn(link))).toBe('point-withdrawn')
    const input = { ...paper, unitId: 'unt_ca-ninh-binh', author: { position: 'Phó Giám đốc' } }
    const submit = () => cast.operator.post(`/api/conferences/${id}/contributions`, input)
    expect(await refusal(submit())).toBe('point-withdrawn')
    await cast.secretary.post(`/api/conferences/${id}/start`, {})
    await cast.secretary.post(`/api/conferences/${id}/floor/open`, {})
    const ask = { unitId: 'unt_ca-ninh-binh', speaker: { position: 'Phó Giám đốc' } }
    expect(await refusal(cast.operator.post(`/api/conferences/${id}/floor/requests`, ask))).toBe(
      'point-withdrawn',
    )
    const ofHost = { ...ask, unitId: host }
    expect((await cast.secretary.post(`/api/conferences/${id}/floor/requests`, ofHost)).status).toBe(201)
  })
})

describe('a personal link', () => {
  it('ends with the close, lives again with the reopening, and opens nothing forged', async () => {
    const { id, delegate, sealed, link } = await invited(officer, 'start')
    expect((await link.get('/api/personal')).status).toBe(200)
    await cast.secretary.post(`/api/conferences/${id}/close`, {})
    expect(await refusal(link.get('/api/personal'))).toBe('link-ended')
    expect(await refusal(handIn(link))).toBe('link-ended')
    await cast.secretary.post(`/api/conferences/${id}/reopen`, { reason: 'Bấm nhầm' })
    expect((await handIn(link)).status).toBe(201)
    const [payload = '', seal = ''] = sealed.split('.')
    const other = Buffer.from([id, point, 'dlg_01GJH00000000000000000000A', 1].join(' ')).toString(
      'base64url',
    )
    const forged = [
      `${other}.${seal}`,
      `${payload}.${seal.slice(1)}`,
      `${payload}.${seal}A`,
      `${payload}.`,
      '.',
    ]
    const next = { conferenceId: id, pointId: point, delegateId: delegate, issue: 2, revoked: false }
    forged.push(await sealLink({ ...next, issuedAt: '2022-11-01T00:00:00.000Z', version: 1 }))
    for (const words of forged)
      expect(await refusal(holding(words).get('/api/personal')), words).toBe('link-invalid')
  })

  it('ends with the conference that is called off, and waits with the one put off', async () => {
    const { id, link } = await invited()
    await cast.secretary.post(`/api/conferences/${id}/postpone`, { reason: 'Bão số 5' })
    expect((await link.post('/api/personal/answer', { answer: 'accepted' })).status).toBe(200)
    await cast.secretary.post(`/api/conferences/${id}/cancel`, { reason: 'Không tổ chức' })
    expect(await refusal(link.get('/api/personal'))).toBe('link-ended')
  })

  it('shares no idempotency key with an account or another link', async () => {
    const [one, other] = [await invited(), await invited()]
    const answers = [await handIn(one.link, { key: 'same' }), await handIn(other.link, { key: 'same' })]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[0]?.body.id).not.toBe(answers[1]?.body.id)
    expect((await handIn(one.link, { key: 'same' })).body.id).toBe(answers[0]?.body.id)
  })

  it('is told in the log when it is issued, revoked and used, and kept nowhere', async () => {
    const { id, at, sealed, link } = await invited()
    await link.post('/api/personal/answer', { answer: 'accepted' })
    expect((await handIn(link)).status).toBe(201)
    await cast.operator.post(`${at}/personal-link/revoke`)
    expect(await refusal(link.get('/api/personal'))).toBe('link-invalid')
    const names = (await wholeLog(id, new Date(Date.now() + 60_000))).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['personal-link.issued', 'personal-link.revoked']))
    const [payload = '', seal = ''] = sealed.split('.')
    const kept = await everything()
    expect([kept.includes(payload), kept.includes(seal)]).toEqual([false, false])
  })
})
