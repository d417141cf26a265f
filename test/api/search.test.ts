// The search over HTTP: what is found of sealed records and contributions, by whom, and how the index keeps up.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conferenceKey } from '#functions/conferences/entity.ts'
import { handler as rebuild } from '#functions/search/rebuild-index.lambda.ts'
import { listYears, readYearsNow } from '#functions/search/shelf.ts'
import { updateIndex } from '#functions/search/update-index.ts'
import { handler as write } from '#functions/search/write-index.lambda.ts'
import { store } from '#functions/shared/objects.ts'
import { database, tableName } from '#functions/shared/table.ts'
import { searchRule } from '#infra/rules.data.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  inSession,
  refusal,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { unit } from '#test/support/conference.ts'

let home: ArchiveHome
let cast: ArchiveCast
let festival: Awaited<ReturnType<typeof sealedMinutes>>
let internal: Awaited<ReturnType<typeof sealedMinutes>>

const wake = (...heard: { scope: string; subject: string }[]) => {
  const Records = heard.map((detail) => ({ body: JSON.stringify({ detail }) }))
  return write({ Records } as never, {} as Context)
}

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  festival = await sealedMinutes(home, cast, {
    title: ['Tổng kết Ngày hội Toàn dân bảo vệ an ninh Tổ quốc', 'Tiêu chí an ninh trật tự'],
  })
  const later = { startsAt: '2023-06-01T01:00:00.000Z', classification: 'internal' }
  internal = await sealedMinutes(home, cast, { title: ['Sơ kết công tác Ngày hội'], ...later })
  await wake({ scope: internal.id, subject: internal.recordId }, { scope: festival.id, subject: 'min_x' })
})
afterAll(() => home.stop())

const ask = async (query: Record<string, string>, who = cast.archivist) =>
  sure(who.get(`/api/archive/search?${new URLSearchParams(query)}`))
type Item = { id: string; title: { text: string; marks: [number, number][] }; snippets: unknown[] }
const ids = async (query: Record<string, string>, who = cast.archivist) =>
  (await ask(query, who)).items.map(({ id }: Item) => id)
const marked = ({ title: { text, marks } }: Item) => marks.map(([from, to]) => text.slice(from, to))

describe('finding', () => {
  it('finds a record by its title, however it is spelt', async () => {
    for (const q of [
      'Ngày hội toàn dân',
      'NGAY HOI TOAN DAN',
      'ngày hội bảo vệ antq',
      '"tiêu chí an ninh"',
      'tieu chi an ni',
      '“an ninh trật tự” toàn dân',
      'Ninh Bình* (toàn dân): ^"tiêu chí',
    ])
      expect([q, await ids({ q })]).toEqual([q, [festival.recordId]])
    expect(await ids({ q: '"ngày toàn dân"' })).toEqual([])
    for (const q of ['"', '***', 'NEAR(', "'; DROP TABLE docs", 'title:x AND NOT', '{a} : b', '\u{1f600}'])
      expect((await ask({ q })).items).toBeInstanceOf(Array)
  })

  it('marks what answers, in the title and in the text', async () => {
    const { items } = await ask({ q: 'ngay hoi toan dan' })
    expect(items.map(marked)).toEqual([['Ngày hội Toàn dân']])
    const { items: ofUnit } = await ask({ q: 'CA tỉnh Ninh Bình', to: '2023-01-01T00:00:00Z' })
    const { field, text, marks } = ofUnit[0].snippets[0]
    expect(field).toBe('units')
    expect(text.slice(...marks[0])).toBe('Công an tỉnh Ninh Bình')
  })

  it('says nothing of the text of an internal record: to open it is recorded', async () => {
    const { items } = await ask({ q: 'so ket', classification: 'internal' })
    expect(items).toMatchObject([{ id: internal.recordId, classification: 'internal', snippets: [] }])
  })

  it('finds a unit by what came before it, unless told not to', async () => {
    const all = [internal.recordId, festival.recordId]
    expect(await ids({ q: 'ninh binh' })).toEqual(all)
    const { items, also } = await ask({ q: 'Hà Nam' })
    expect(items.map(({ id }: Item) => id)).toEqual(all)
    expect(also).toEqual([{ name: 'Hà Nam', as: ['Ninh Bình'] }])
    expect(await ids({ q: 'Hà Nam', related: 'false' })).toEqual([])
    expect(await ids({ unit: 'unt_ca-ha-nam' })).toEqual(all)
    expect(await ids({ unit: 'unt_ca-ha-nam', related: 'false' })).toEqual([])
    expect(await ids({ unit: 'unt_ca-lai-chau' })).toEqual([])
  })

  it('narrows by period and kind, and counts by year and kind', async () => {
    const { total, byKind, byYear } = await ask({ q: 'ngày hội' })
    expect([total, byKind.conference, byKind.contribution]).toEqual([2, 2, 0])
    expect(byYear).toEqual([
      { year: '2023', count: 1 },
      { year: '2022', count: 1 },
    ])
    const from = '2022-11-23T07:00:00Z'
    expect(await ids({ q: 'ngày hội', from, to: '2022-11-23T07:01:00Z' })).toEqual([festival.recordId])
    expect(await ids({ q: 'ngày hội', to: from })).toEqual([])
    expect(await ids({ kind: 'historical' })).toEqual([])
    expect(await ids({ classification: 'public' })).toEqual([festival.recordId])
  })

  it('goes on from a cursor across years, each once', async () => {
    const first = await ask({ q: 'ngày hội', limit: '1' })
    const second = await ask({ q: 'ngày hội', limit: '1', cursor: first.cursor })
    expect([...first.items, ...second.items].map(({ id }: Item) => id)).toEqual([
      internal.recordId,
      festival.recordId,
    ])
    expect(second.cursor).toBeUndefined()
    const path = `/api/archive/search?${new URLSearchParams({ q: 'khác', cursor: first.cursor })}`
    expect(await refusal(cast.archivist.get(path))).toBe('cursor-invalid')
  })
})

describe('who finds', () => {
  it('is whoever may read it: units that were there, the house, its chair', async () => {
    const all = [internal.recordId, festival.recordId]
    for (const who of [cast.operator, cast.other, cast.desk, cast.chair, cast.secretary])
      expect(await ids({ q: 'ngày hội' }, who)).toEqual(all)
    expect(await ids({ q: 'ngày hội' }, cast.stranger)).toEqual([])
    expect(await ask({}, cast.stranger)).toMatchObject({ items: [], total: 0, byYear: [] })
    const nobody = await home.somebody(['administrator', '*'])
    expect(await refusal(nobody.get('/api/archive/search?q=hoi'))).toBe('not-allowed')
    expect(await refusal(home.send('/api/archive/search', {}))).toBe('unauthenticated')
  })
})

describe('the index', () => {
  const paper = async () => {
    const id = await inSession(home, cast, { startsAt: '2024-03-01T01:00:00.000Z' })
    const at = `/api/conferences/${id}/contributions`
    const input = {
      title: 'Kinh nghiệm giữ bình yên thôn bản',
      unitId: unit,
      text: 'Tổ liên gia tự quản ở cơ sở.',
    }
    const { id: ctb } = await sure(
      cast.operator.post(at, { ...input, author: { rank: 'Đại tá', name: 'Đỗ Văn Ơn' } }),
      201,
    )
    const move = (step: string, body?: unknown) => sure(cast.desk.post(`${at}/${ctb}/${step}`, body))
    return { id, ctb, move, heard: () => wake({ scope: id, subject: ctb }) }
  }

  it('follows the decisions on a contribution', async () => {
    const { ctb, move, heard } = await paper()
    await heard()
    expect(await ids({ q: 'lien gia tu quan' })).toEqual([])
    await move('accept')
    await heard()
    await heard()
    const { items } = await ask({ q: 'liên gia tự quản', kind: 'contribution' })
    expect(items).toMatchObject([
      { id: ctb, kind: 'contribution', contribution: { unitName: 'Công an tỉnh Ninh Bình' } },
    ])
    expect(await ids({ q: 'liên gia tự quản' }, cast.operator)).toEqual([ctb])
    expect(await ids({ q: 'liên gia tự quản' }, cast.stranger)).toEqual([])
    await move('withdraw')
    await heard()
    expect(await ids({ q: 'lien gia tu quan' })).toEqual([])
  })

  it('moves a conference to the year it is held in, and says no more of what became internal', async () => {
    const { ctb, move, id } = await paper()
    await move('accept')
    await updateIndex([{ conference: id }])
    const years = async () =>
      (await ask({ q: 'bình yên thôn bản' })).byYear.map(({ year }: { year: string }) => year)
    expect(await years()).toEqual(['2024'])
    await database().send(
      new UpdateCommand({
        TableName: tableName(),
        Key: conferenceKey(id),
        UpdateExpression: 'SET startsAt = :later, classification = :internal',
        ExpressionAttributeValues: { ':later': '2025-01-05T01:00:00.000Z', ':internal': 'internal' },
      }),
    )
    expect(searchRule.detailTypes).toEqual(
      expect.arrayContaining(['conference.edited', 'conference.postponed']),
    )
    await wake({ scope: id, subject: id })
    expect(await years()).toEqual(['2025'])
    expect((await ask({ q: 'bình yên thôn bản' })).items).toMatchObject([{ id: ctb, snippets: [] }])
  })

  it('keeps what each of several writers wrote at once', async () => {
    const papers = [await paper(), await paper(), await paper()]
    for (const { move } of papers) await move('accept')
    await Promise.all(papers.map(({ heard }) => heard()))
    expect((await ids({ q: 'liên gia tự quản' })).sort()).toEqual(
      expect.arrayContaining(papers.map(({ ctb }) => ctb)),
    )
  })

  it('is made anew by one command, the same as before, and leaves no work on the disk', async () => {
    const before = await ask({ q: 'ngày hội' })
    await store().send(new DeleteObjectCommand({ Bucket: 'files', Key: 'search/1/2022.db' }))
    await readYearsNow(() => true)
    expect(await ids({ q: 'ngày hội' })).toEqual([internal.recordId])
    const { years, documents } = await rebuild({}, {} as Context)
    expect(years).toEqual(['2022', '2023', '2024', '2025'])
    expect(documents).toBeGreaterThanOrEqual(6)
    expect(await ask({ q: 'ngày hội' })).toEqual(before)
    const there = (await listYears()).map(({ year, etag }) => `${year}-${etag.replace(/\W/g, '')}.db`)
    expect(readdirSync(join(home.dir, 'search')).filter((name) => !there.includes(name))).toEqual([])
  })
})
