// What a page shows of a record, its annexes page by page, its files, and an addendum beside what it supersedes.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  refusal,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { unit } from '#test/support/conference.ts'

let home: ArchiveHome
let cast: ArchiveCast
let record: Awaited<ReturnType<typeof sealedMinutes>>

const during = async (id: string): Promise<void> => {
  const author = { position: 'Phó Giám đốc Công an tỉnh' }
  const text = { title: 'Phong trào ở cơ sở', text: 'Nội dung tham luận' }
  await sure(
    cast.operator.post(`/api/conferences/${id}/contributions`, { ...text, unitId: unit, author }),
    201,
  )
}

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  record = await sealedMinutes(home, cast, { classification: 'internal', during })
})
afterAll(() => home.stop())

const at = (what: string, id = record.recordId) => `/api/archive/${id}/${what}`
const openings = async () =>
  (await wholeLog(record.id, now())).filter(({ name }) => name === 'record.opened').length

it('tells what was signed, its traces and how long each annex is, and that it was opened', async () => {
  const before = await openings()
  const sheet = await sure(cast.archivist.get(at('sheet')))
  expect(sheet).toMatchObject({ digest: record.digest, chainLength: record.n, annexes: { contributions: 1 } })
  expect(sheet.annexes.attendance).toBe(2)
  expect(sheet.text.attendance).toBeUndefined()
  expect(sheet.text.events).toBeUndefined()
  expect(sheet.attestations).toHaveLength(2)
  expect(sheet.versions).toEqual([
    { recordId: record.recordId, number: sheet.number, sealedAt: sheet.sealedAt },
  ])
  expect(await openings()).toBe(before + 1)
  expect(await refusal(cast.stranger.get(at('sheet')))).toBe('not-allowed')
})

it('gives an annex by pages and by words, with or without diacritics', async () => {
  const first = await sure(cast.operator.get(at('annexes/attendance?limit=1')))
  expect([first.total, first.items.length]).toEqual([2, 1])
  const rest = await sure(cast.operator.get(at(`annexes/attendance?limit=1&cursor=${first.cursor}`)))
  expect(rest.items).toHaveLength(1)
  expect(rest.cursor).toBeUndefined()
  const named = [...first.items, ...rest.items].map((row: { unit: string }) => row.unit)
  expect(new Set(named).size).toBe(2)
  const { items } = await sure(
    cast.operator.get(at(`annexes/attendance?q=${encodeURIComponent('NINH binh')}`)),
  )
  expect(items.map((row: { unit: string }) => row.unit)).toEqual(['Công an tỉnh Ninh Bình'])
  expect((await sure(cast.operator.get(at('annexes/contributions?q=khong%20co')))).total).toBe(0)
  const stolen = cast.archivist.get(at(`annexes/attendance?limit=1&cursor=${first.cursor}`))
  expect(await refusal(stolen)).toBe('cursor-invalid')
  expect(await refusal(cast.operator.get(at('annexes/salaries')))).toBe('invalid-input')
  expect(await refusal(cast.stranger.get(at('annexes/attendance')))).toBe('not-allowed')
})

it('hands out the files that the record names, each opening recorded, and no other', async () => {
  const { documents } = await sure(cast.archivist.get(at('sheet')))
  const { sha256: digest } = documents.find(({ path }: { path: string }) => path === 'bien-ban.pdf')
  const before = await openings()
  const { status, headers } = await cast.operator.get(at(`documents/${digest}`))
  expect(status).toBe(303)
  const answer = await fetch(headers.get('Location') ?? '')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="\d\d-BB-BCA bien-ban\.pdf"/,
  )
  expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(digest)
  expect(await openings()).toBe(before + 1)
  const whole = await fetch((await cast.operator.get(at('file'))).headers.get('Location') ?? '')
  expect(sha256(Buffer.from(await whole.arrayBuffer()))).toBe(record.digest)
  expect(await refusal(cast.archivist.get(at(`documents/${record.digest}`)))).toBe('not-found')
  expect(await refusal(cast.stranger.get(at(`documents/${digest}`)))).toBe('not-allowed')
})

it('sets an addendum beside the minutes it takes the place of, whichever is asked for first', async () => {
  const minutes = `/api/conferences/${record.id}/minutes`
  await sure(cast.desk.post(`${minutes}/addenda`, { reason: 'Bổ sung số liệu' }), 201)
  await sure(cast.desk.post(`${minutes}/blocks`, { kind: 'conclusion', text: 'Đoạn chỉ có ở phụ lục.' }), 201)
  await sure(cast.desk.post(`${minutes}/submit`))
  await sure(cast.secretary.post(`${minutes}/sign`))
  await sure(cast.chair.post(`${minutes}/sign`))
  const { renderRecord } = await import('#functions/documents/render-record.ts')
  const { loadMinutes } = await import('#functions/minutes/entity.ts')
  await renderRecord(await loadMinutes(record.id))
  const { recordId } = await sure(cast.desk.post(`${minutes}/seal`))
  const told = await sure(cast.archivist.get(at(`compare/${recordId}`)))
  expect(told).toEqual(await sure(cast.archivist.get(at(`compare/${record.recordId}`, recordId))))
  expect(told).toMatchObject({
    from: { id: record.recordId },
    to: { id: recordId },
    reason: 'Bổ sung số liệu',
  })
  const came = told.paragraphs.filter(({ kind }: { kind: string }) => kind === 'added')
  expect(JSON.stringify(came)).toContain('Đoạn chỉ có ở phụ lục.')
  const { versions } = await sure(cast.archivist.get(at('sheet')))
  expect(versions.map((version: { recordId: string }) => version.recordId)).toEqual([
    record.recordId,
    recordId,
  ])
  expect(await refusal(cast.stranger.get(at(`compare/${recordId}`)))).toBe('not-allowed')
})
