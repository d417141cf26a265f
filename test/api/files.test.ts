// Uploads through quarantine: bound to what was told, looked into, used once, by whoever asked; and what jobs made.
import { randomUUID } from 'node:crypto'
import { parse } from 'content-disposition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptUpload } from '#functions/files/accept-upload.ts'
import { putExport, readFile } from '#functions/files/exports.ts'
import { filing } from '#functions/files/files-app.ts'
import type { FileType } from '#functions/files/schema.ts'
import { jobItem } from '#functions/jobs/entity.ts'
import type { Job } from '#functions/jobs/schema.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { now, setClock } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { hasObject } from '#functions/shared/objects.ts'
import { Problem } from '#functions/shared/problem.ts'
import { write } from '#functions/shared/write.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { laterBy } from '#test/support/clock.ts'
import { bomb, docx, pdf, program, types } from '#test/support/documents.ts'
import { ask, digestOf, put, startStore, upload, uploaded } from '#test/support/files.ts'
import { plant } from '#test/support/plant.ts'

let home: TestApi
let store: { stop(): Promise<void> }
let operator: Client
let other: Client

beforeAll(async () => {
  home = await startApi(() => filing)
  store = await startStore()
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
  other = await home.somebody(['operator', 'unit:unt_ca-thanh-hoa'])
})
afterAll(async () => {
  setClock(() => new Date())
  await store.stop()
  await home.stop()
})

const paper = { name: 'Tham luận Công an tỉnh Ninh Bình.pdf', type: types.pdf }
const slug = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '')
const code = async (answer: Response) => [answer.status, /<Code>(\w+)/.exec(await answer.text())?.[1]]

const pdfs: FileType[] = [types.pdf]
const taking = (by: Client, id: string, most = 1_000_000) => {
  const actor = { ...systemActor('test', 'req_test'), sub: by.sub }
  return acceptUpload(actor, id, { types: pdfs, most })
}
const takeFor = async (by: Client, id: string) => {
  const { use, ...file } = await taking(by, id)
  await write({ ...systemActor('test', 'req_test'), sub: by.sub }, id, use)
  return file
}
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.slug : String(error)),
  )

describe('asking for an address', () => {
  it('answers one that takes the very bytes told, once', async () => {
    const bytes = pdf('mot')
    const { status, body } = await ask(operator, bytes, paper)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...paper, state: 'asked', bytes: bytes.length, sha256: digestOf(bytes) })
    expect(new URL(body.url).searchParams.get('X-Amz-Expires')).toBe('600')
    expect(new URL(body.url).searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;host;if-none-match;x-amz-checksum-sha256',
    )
    expect((await put(body, bytes)).status).toBe(200)
    expect(await code(await put(body, bytes))).toEqual([412, 'PreconditionFailed'])
  })

  it('holds the sender to length, bytes and condition', async () => {
    const bytes = pdf('hai')
    const { body } = await ask(operator, bytes, paper)
    expect(await code(await put(body, Buffer.concat([bytes, bytes])))).toEqual([403, 'SignatureDoesNotMatch'])
    const changed = Buffer.from(bytes)
    changed[20] = 0x41
    expect(await code(await put(body, changed))).toEqual([400, 'BadDigest'])
    const again = { ...body, headers: { 'x-amz-checksum-sha256': body.headers['x-amz-checksum-sha256'] } }
    expect(await code(await put(again, bytes))).toEqual([403, 'SignatureDoesNotMatch'])
  })

  it('ends after ten minutes; repeating the request gives a new one for the same upload', async () => {
    const bytes = pdf('ba')
    const key = randomUUID()
    const told = { ...paper, bytes: bytes.length, sha256: digestOf(bytes) }
    const first = await operator.post('/api/uploads', told, { key })
    laterBy(11)
    expect(await code(await put(first.body, bytes))).toEqual([403, 'AccessDenied'])
    const second = await operator.post('/api/uploads', told, { key })
    expect(second.body.id).toBe(first.body.id)
    expect((await put(second.body, bytes)).status).toBe(200)
    expect((await operator.post(`/api/uploads/${first.body.id}/check`)).status).toBe(200)
    expect(slug(await operator.post('/api/uploads', told, { key }))).toBe('upload-used')
  })

  it('refuses paths, other types, lies about size before a byte is sent, and whoever has no role', async () => {
    const bytes = pdf()
    const pointer = async (told: object) =>
      (await ask(operator, bytes, { ...paper, ...told })).body.errors?.map(
        (e: { pointer: string }) => e.pointer,
      )
    expect(await pointer({ name: '../a.pdf' })).toEqual(['/name'])
    expect(await pointer({ type: 'application/x-msdownload' })).toEqual(['/type'])
    expect(await pointer({ bytes: 20 * 1024 * 1024 + 1 })).toEqual(['/bytes'])
    expect(await pointer({ bytes: 0 })).toEqual(['/bytes'])
    expect(await pointer({ sha256: 'abc' })).toEqual(['/sha256'])
    expect((await ask(await home.somebody(), bytes, paper)).status).toBe(403)
  })
})

describe('checking', () => {
  it('takes the file into the house under its digest, and answers the same again', async () => {
    const bytes = docx('Kính thưa các đồng chí')
    const { status, body } = await upload(operator, bytes, { name: 'Tham luận.docx', type: types.docx })
    expect([status, body.state]).toEqual([200, 'checked'])
    expect((await operator.post(`/api/uploads/${body.id}/check`)).body).toEqual(body)
    expect(await readFile(digestOf(bytes))).toEqual(bytes)
  })

  it('says so before the bytes came, and to nobody but the sender', async () => {
    const { body } = await ask(operator, pdf('bon'), paper)
    expect(slug(await operator.post(`/api/uploads/${body.id}/check`))).toBe('upload-missing')
    expect((await other.post(`/api/uploads/${body.id}/check`)).status).toBe(403)
  })

  it.each([
    ['a program renamed', program(), 'file-type-refused'],
    ['a bomb', bomb(20), 'file-type-refused'],
    ['a PDF with a password', pdf('x', '', '/Encrypt 9 0 R'), 'file-encrypted'],
    ['a PDF with a script', pdf('x', '/OpenAction << /S /JavaScript >>'), 'file-active'],
  ])('refuses %s for good, keeps it out, and records it', async (name, bytes, refusal) => {
    const told = name === 'a bomb' ? { name, type: types.docx } : { name, type: types.pdf }
    const first = await upload(operator, bytes, told)
    const expected = name === 'a bomb' ? 'file-unsafe' : refusal
    expect([first.status, slug(first)]).toEqual([422, expected])
    const log = await wholeLog('files', new Date(now().getTime() + 60_000))
    const event = log.findLast((one) => one.name === 'upload.refused')
    expect(event).toMatchObject({ by: { sub: operator.sub }, data: { name, refusal: { slug: expected } } })
    const again = await operator.post(`/api/uploads/${event?.subject}/check`)
    expect(slug(again)).toBe(expected)
    expect(await refusalOf(taking(operator, event?.subject ?? ''))).toBe('upload-unchecked')
    expect(await hasObject('files', `files/${digestOf(bytes)}`)).toBe(false)
  })
})

describe('using', () => {
  it('gives the file once, to whoever sent it, within the limits of the use', async () => {
    const bytes = pdf('nam')
    const id = await uploaded(operator, bytes, paper)
    expect(await refusalOf(taking(other, id))).toBe('not-found')
    expect(await refusalOf(taking(operator, id, 10))).toBe('file-too-large')
    expect(await takeFor(operator, id)).toEqual({ ...paper, digest: digestOf(bytes), bytes: bytes.length })
    expect(await refusalOf(taking(operator, id))).toBe('upload-used')
    const word = await uploaded(operator, docx('sau'), { name: 'a.docx', type: types.docx })
    expect(await refusalOf(taking(operator, word))).toBe('file-type-refused')
  })

  it('goes to one of two who use it at once', async () => {
    const id = await uploaded(operator, pdf('bay'), paper)
    const both = await Promise.allSettled([takeFor(operator, id), takeFor(operator, id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('of two uploads of the same bytes makes one object and two uses', async () => {
    const ids = [await uploaded(operator, pdf('tam'), paper), await uploaded(other, pdf('tam'), paper)]
    const files = [await takeFor(operator, ids[0] ?? ''), await takeFor(other, ids[1] ?? '')]
    expect(files[0]).toEqual(files[1])
  })
})

describe('the result of a job', () => {
  const name = 'Điểm danh – Hội nghị "23/11".xlsx'
  const made = async (by: Client, change: Partial<Job> = {}) => {
    const id = newId('job')
    const file = await putExport(id, name, types.xlsx, Buffer.from('bảng'))
    const at = now().toISOString()
    const job: Job = {
      id,
      kind: 'test',
      scope: 'directory',
      by: { sub: by.sub, name: 'Cán bộ' },
      requestId: 'req_test',
      input: {},
      state: 'done',
      done: 1,
      errorCount: 0,
      steps: {},
      result: { file },
      attempts: 1,
      leaseUntil: 0,
      queuedAt: at,
      finishedAt: at,
      ...change,
    }
    await plant([jobItem(job)])
    return id
  }

  it('is saved under its Vietnamese name, by an address of one minute', async () => {
    const id = await made(operator)
    const answer = await operator.get(`/api/jobs/${id}/result`)
    expect([answer.status, answer.headers.get('X-Content-Type-Options')]).toEqual([303, 'nosniff'])
    const location = answer.headers.get('Location') ?? ''
    expect(new URL(location).searchParams.get('X-Amz-Expires')).toBe('60')
    const file = await fetch(location)
    expect(await file.text()).toBe('bảng')
    expect(file.headers.get('content-type')).toBe(types.xlsx)
    const disposition = file.headers.get('content-disposition') ?? ''
    expect(parse(disposition)).toMatchObject({ type: 'attachment', parameters: { filename: name } })
    expect(disposition).toMatch(
      /^attachment; filename="Diem danh _ Hoi nghi _23_11_.xlsx"; filename\*=UTF-8''/,
    )
    laterBy(2)
    expect((await fetch(location)).status).toBe(403)
  })

  it('is for whoever started the job and for the administrator, and the opening is recorded', async () => {
    const id = await made(operator)
    expect((await other.get(`/api/jobs/${id}/result`)).status).toBe(403)
    const administrator = await home.somebody(['administrator', '*'])
    expect((await administrator.get(`/api/jobs/${id}/result`)).status).toBe(303)
    const log = await wholeLog('directory', new Date(now().getTime() + 60_000))
    expect(log.find(({ subject }) => subject === id)).toMatchObject({
      name: 'export.opened',
      by: { sub: administrator.sub },
      data: { name },
    })
  })

  it('is there once the job is done, and for a week', async () => {
    const old = await made(operator)
    laterBy(7 * 24 * 60)
    expect(slug(await operator.get(`/api/jobs/${old}/result`))).toBe('result-expired')
    for (const change of [{ state: 'running' as const }, { result: { rows: 3 } }])
      expect((await operator.get(`/api/jobs/${await made(operator, change)}/result`)).status).toBe(404)
  })
})
