// Versions with their files: attached once, proven by receipts, compared, and taken away by those who may read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personItem } from '#functions/directory/entity.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/apps.ts'
import { type Cast, castOf, conferenceAt, otherUnit, unit } from '#test/support/conference.ts'
import { docm, docx, odt, pdf, types, xlsx } from '#test/support/documents.ts'
import { ask, digestOf, put, startStore, upload, uploaded } from '#test/support/files.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let store: { stop(): Promise<void> }
let cast: Cast
let id: string

beforeAll(async () => {
  home = await startApi(appOf)
  store = await startStore()
  await seedUnits()
  cast = await castOf(home)
  id = await conferenceAt(cast.secretary, 'schedule')
})
afterAll(async () => {
  await store.stop()
  await home.stop()
})

const paper = {
  title: 'Xây dựng phong trào ở địa bàn giáp ranh',
  text: 'Kính thưa các đồng chí.\nCông an tỉnh xin báo cáo 3 nội dung.',
  unitId: unit,
  author: { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' },
}
const path = (ctb = '', rest = '', of = id) =>
  `/api/conferences/${of}/contributions${ctb && `/${ctb}`}${rest && `/${rest}`}`
const send = (fields: object, by: Client = cast.operator, of = id) =>
  by.post(path('', '', of), { ...paper, ...fields })
const sent = async (fields: object, by?: Client, of?: string) => {
  const { status, body } = await send(fields, by, of)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}
const slug = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '')
const fields = ({ body }: { body: { errors?: { pointer: string }[] } }) =>
  body.errors?.map(({ pointer }) => pointer)
const pdfOf = (title: string, name = 'Tham luận.pdf') =>
  uploaded(cast.operator, pdf(title), { name, type: types.pdf })
const names = (files: { name: string }[]) => files.map(({ name }) => name)

describe('files of a version', () => {
  it('are taken with the text, shown with their SHA-256, and stay with their version', async () => {
    const word = await uploaded(cast.operator, docx('Bản đầy đủ'), {
      name: 'Bản đầy đủ.docx',
      type: types.docx,
    })
    const first = await sent({ files: [await pdfOf('mot'), word] })
    expect(first.files).toEqual([
      { name: 'Tham luận.pdf', type: types.pdf, bytes: pdf('mot').length, digest: digestOf(pdf('mot')) },
      {
        name: 'Bản đầy đủ.docx',
        type: types.docx,
        bytes: docx('Bản đầy đủ').length,
        digest: digestOf(docx('Bản đầy đủ')),
      },
    ])
    const open = await uploaded(cast.operator, odt('Phụ lục'), { name: 'Phụ lục.odt', type: types.odt })
    const edit = { title: 'Bản hai', text: 'Bản hai', files: [digestOf(pdf('mot')), open] }
    const second = await cast.operator.put(path(first.id), edit, { version: 1 })
    expect(names(second.body.files)).toEqual(['Tham luận.pdf', 'Phụ lục.odt'])
    const again = { title: 'Bản ba', text: 'Bản ba', files: [digestOf(docx('Bản đầy đủ'))] }
    expect(names((await cast.operator.put(path(first.id), again, { version: 2 })).body.files)).toEqual([
      'Bản đầy đủ.docx',
    ])
    const kept = await cast.operator.put(
      path(first.id),
      { title: 'Bản bốn', text: 'Bản bốn' },
      { version: 3 },
    )
    expect(names(kept.body.files)).toEqual(['Bản đầy đủ.docx'])
    const { versions } = (await cast.operator.get(path(first.id))).body
    expect(versions.map((version: { files: { name: string }[] }) => names(version.files))).toEqual([
      ['Tham luận.pdf', 'Bản đầy đủ.docx'],
      ['Tham luận.pdf', 'Phụ lục.odt'],
      ['Bản đầy đủ.docx'],
      ['Bản đầy đủ.docx'],
    ])
  })

  it('may stand for the text; one of both is needed', async () => {
    const { text: _, ...bare } = paper
    const made = await cast.operator.post(path(), { ...bare, files: [await pdfOf('hai')] })
    expect(made.status).toBe(201)
    const none = await cast.operator.post(path(), bare)
    expect([slug(none), fields(none)]).toEqual(['contribution-empty', ['/text']])
    const emptied = await cast.operator.put(path(made.body.id), { title: 'T', files: [] }, { version: 1 })
    expect(slug(emptied)).toBe('contribution-empty')
  })

  it('are refused at their field: used, unchecked, of another, of a type for tables, unknown, too many', async () => {
    const used = await pdfOf('ba')
    await sent({ files: [used] })
    const { body: unchecked } = await ask(cast.operator, pdf('bon'), { name: 'a.pdf', type: types.pdf })
    await put(unchecked, pdf('bon'))
    const table = await uploaded(cast.operator, xlsx(), { name: 'a.xlsx', type: types.xlsx })
    const theirs = await uploaded(cast.other, pdf('nam'), { name: 'a.pdf', type: types.pdf })
    const cases = {
      'upload-used': used,
      'upload-unchecked': unchecked.id,
      'file-type-refused': table,
      'upload-unknown': theirs,
      'file-unknown': 'a'.repeat(64),
    }
    for (const [expected, wrong] of Object.entries(cases)) {
      const answer = await send({ files: [await pdfOf('sau'), wrong] })
      expect([slug(answer), fields(answer)], expected).toEqual([expected, ['/files/1']])
    }
    expect(fields(await send({ files: Array.from({ length: 6 }, (_, at) => `${at}`.repeat(64)) }))).toEqual([
      '/files',
    ])
    const macros = await upload(cast.operator, docm(), { name: 'a.docx', type: types.docx })
    expect(slug(macros)).toBe('file-active')
  })

  it('a refusal leaves them unused; the same bytes twice are one file', async () => {
    const file = await pdfOf('bay')
    expect(slug(await send({ files: [file], agendaItem: 'agd_none' }))).toBe('agenda-item-unknown')
    const made = await sent({ files: [file, file, await pdfOf('bay', 'Tên khác.pdf')] })
    expect(names(made.files)).toEqual(['Tham luận.pdf'])
  })

  it('go with one of two submissions that use them at once', async () => {
    const file = await pdfOf('tam')
    const both = await Promise.all([send({ files: [file] }), send({ files: [file] })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe('a receipt', () => {
  it('is proven by the bytes of what was handed in, files and authors among them', async () => {
    const made = await sent({
      files: [await pdfOf('chin')],
      coAuthors: [{ rank: 'Đại tá', name: 'Đinh Trọng Soạn' }],
      presenter: { name: 'Nguyễn Văn A' },
    })
    expect(made).toMatchObject({
      coAuthors: [{ display: 'Đại tá Đinh Trọng Soạn' }],
      presenter: { display: 'Nguyễn Văn A' },
      receipt: { number: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const text = { title: 'Bản hai', text: 'Bản hai', presenter: null }
    const next = (await cast.operator.put(path(made.id), text, { version: 1 })).body
    expect([next.presenter, next.coAuthors.length]).toEqual([undefined, 1])
    const receiptOf = async (number: number) => {
      const at = path(made.id, `versions/${number}/receipt.json`)
      const headers = { Authorization: `Bearer ${await home.token(cast.operator.sub)}` }
      const answer = await appOf(at).request(at, { headers })
      expect(answer.headers.get('Content-Disposition')).toBe(
        `attachment; filename="${made.id}-${number}.json"`,
      )
      return Buffer.from(await answer.arrayBuffer())
    }
    const first = await receiptOf(1)
    expect(JSON.parse(first.toString())).toMatchObject({
      format: 'diemcau-contribution/1',
      id: made.id,
      number: 1,
      files: [{ name: 'Tham luận.pdf', sha256: digestOf(pdf('chin')) }],
      author: paper.author.position,
      coAuthors: ['Đại tá Đinh Trọng Soạn'],
      presenter: 'Nguyễn Văn A',
      receivedAt: made.receipt.receivedAt,
    })
    expect(digestOf(first)).toBe(made.receipt.digest)
    expect(digestOf(await receiptOf(2))).toBe(next.receipt.digest)
    expect((await cast.operator.get(path(made.id, 'versions/3/receipt.json'))).status).toBe(404)
  })
})

describe('comparing', () => {
  it('shows any two versions by paragraph, word and file', async () => {
    const made = await sent({ files: [await pdfOf('muoi')] })
    const text = 'Kính thưa các đồng chí.\nCông an tỉnh xin báo cáo 4 nội dung.\nXin cảm ơn.'
    const edit = { title: paper.title, text, files: [await pdfOf('muoi mot', 'Bản mới.pdf')] }
    await cast.operator.put(path(made.id), edit, { version: 1 })
    const { status, body } = await cast.operator.get(path(made.id, 'versions/compare?from=1&to=2'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ from: { number: 1 }, to: { number: 2 } })
    expect(body.paragraphs.map(({ kind }: { kind: string }) => kind)).toEqual(['same', 'changed', 'added'])
    const changes = body.paragraphs[1].parts.filter(({ kind }: { kind: string }) => kind !== 'same')
    expect(changes).toEqual([
      { kind: 'removed', text: '3' },
      { kind: 'added', text: '4' },
    ])
    expect([names(body.files.removed), names(body.files.added)]).toEqual([['Tham luận.pdf'], ['Bản mới.pdf']])
    const back = (await cast.operator.get(path(made.id, 'versions/compare?from=2&to=1'))).body
    expect(names(back.files.added)).toEqual(['Tham luận.pdf'])
    expect((await cast.operator.get(path(made.id, 'versions/compare?from=1&to=3'))).status).toBe(404)
    expect(fields(await cast.operator.get(path(made.id, 'versions/compare?from=0&to=1')))).toEqual(['/from'])
  })
})

describe('taking away', () => {
  it('gives a file to whoever may read it, as an attachment with its name', async () => {
    const made = await sent({ files: [await pdfOf('muoi hai', 'Tham luận số 1.PDF.exe')] })
    const file = path(made.id, `files/${digestOf(pdf('muoi hai'))}`)
    const answer = await cast.operator.get(file)
    expect(answer.status).toBe(303)
    const got = await fetch(answer.headers.get('Location') ?? '')
    expect(Buffer.from(await got.arrayBuffer())).toEqual(pdf('muoi hai'))
    expect(got.headers.get('content-disposition')).toContain(
      'attachment; filename="Tham luan so 1.PDF.exe.pdf"',
    )
    const told = await cast.operator.get(file, { headers: { Accept: 'application/json' } })
    expect([told.status, (await fetch(told.body.url)).status]).toEqual([200, 200])
    expect([(await cast.other.get(file)).status, (await cast.stranger.get(file)).status]).toEqual([404, 403])
    expect((await cast.operator.get(path(made.id, `files/${'a'.repeat(64)}`))).status).toBe(404)
    await cast.secretary.post(path(made.id, 'accept'))
    expect((await cast.other.get(file)).status).toBe(303)
  })

  it('shows others what stands, and the author and the desk what was before', async () => {
    const made = await sent({ files: [await pdfOf('muoi ba')] })
    const text = { title: 'Bản hai', text: 'Bản hai', files: [] }
    await cast.operator.put(path(made.id), text, { version: 1 })
    await cast.secretary.post(path(made.id, 'accept'), { note: 'Rút gọn còn 8 phút' })
    const seen = async (by: Client) => {
      const { versions, note, notes } = (await by.get(path(made.id))).body
      return [versions.map(({ number }: { number: number }) => number), note, notes.length]
    }
    expect(await seen(cast.other)).toEqual([[2], undefined, 0])
    for (const by of [cast.operator, cast.secretary])
      expect(await seen(by)).toEqual([[1, 2], 'Rút gọn còn 8 phút', 1])
    const old = path(made.id, `files/${digestOf(pdf('muoi ba'))}`)
    expect([(await cast.other.get(old)).status, (await cast.operator.get(old)).status]).toEqual([404, 303])
    expect((await cast.other.get(path(made.id, 'versions/compare?from=1&to=2'))).status).toBe(404)
    expect((await cast.other.get(path(made.id, 'versions/1/receipt.json'))).status).toBe(404)
  })

  it('is recorded in an internal conference, with the file', async () => {
    const internal = await conferenceAt(cast.secretary, 'schedule', { classification: 'internal' })
    const made = await sent({ files: [await pdfOf('muoi bon')] }, cast.operator, internal)
    const digest = digestOf(pdf('muoi bon'))
    await cast.secretary.get(path(made.id, `files/${digest}`, internal))
    const log = await wholeLog(internal, new Date(Date.now() + 60_000))
    expect(log.filter(({ name }) => name === 'contribution.opened')).toMatchObject([
      { by: { sub: cast.secretary.sub }, subject: made.id, data: { file: digest } },
    ])
    expect(log.find(({ name }) => name === 'contribution.submitted')?.data).toMatchObject({
      files: [{ name: 'Tham luận.pdf', sha256: digest }],
      digest: made.receipt.digest,
    })
  })
})

describe('a contributor', () => {
  it('submits for their own unit or what they stand behind, not for others', async () => {
    const contributor = await home.somebody(['contributor', `conference:${id}`])
    const posts = [{ unitId: unit, title: 'Trưởng phòng', from: '2020-01-01' }]
    await plant([personItem({ id: contributor.personId, name: 'Lê Văn C', posts, version: 1 })])
    expect((await send({}, contributor)).status).toBe(201)
    const elsewhere = await send({ unitId: otherUnit }, contributor)
    expect([slug(elsewhere), fields(elsewhere)]).toEqual(['unit-not-own', ['/unitId']])
    const himself = { unitId: otherUnit, presenter: { personId: contributor.personId } }
    expect((await send(himself, contributor)).body).toMatchObject({ presenter: { display: 'Lê Văn C' } })
  })
})
