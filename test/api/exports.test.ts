// What is taken away: the floor as a workbook, a period's records as CSV; each a job for those who may read it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportKey } from '#functions/files/schema.ts'
import { jobKinds } from '#functions/job-kinds.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { readCsvRows } from '#functions/shared/csv.ts'
import { readObject } from '#functions/shared/objects.ts'
import { readSheetRows } from '#functions/shared/sheet.ts'
import type { Client } from '#test/support/api.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  laterBy,
  refusal,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { otherUnit, unit } from '#test/support/conference.ts'

let home: ArchiveHome
let cast: ArchiveCast
let record: Awaited<ReturnType<typeof sealedMinutes>>

/** One speaks for two minutes, another is passed over. */
const speaking = async (id: string) => {
  const floor = (verb: string) => `/api/conferences/${id}/floor/${verb}`
  await sure(cast.desk.post(floor('open'), { agendaItem: 'agd_papers', budgetSeconds: 60 }))
  const asked = (of: string, name: string) =>
    sure(cast.desk.post(floor('requests'), { unitId: of, speaker: { name } }), 201)
  const first = await asked(unit, '=Nguyễn Văn Sơn')
  const second = await asked(otherUnit, 'Trần Thị Hoà')
  await sure(cast.desk.post(floor('call'), { requestId: first.id }))
  laterBy(2)
  await sure(cast.desk.post(floor('yield')))
  await sure(cast.desk.post(floor('skip'), { requestId: second.id, reason: 'Đã gửi bằng văn bản' }))
}

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  record = await sealedMinutes(home, cast, { title: ['=SUM(1+1)'], during: speaking })
})
afterAll(() => home.stop())

const run = (jobId: string) => runJob(jobId, jobKinds, { remainingMs: () => 900_000 })

/** The finished job of an order, and its file's bytes. */
const exported = async (client: Client, path: string, input: object) => {
  const { jobId } = await sure(client.post(path, input), 202)
  await run(jobId)
  const job = await sure(client.get(`/api/jobs/${jobId}`))
  const { digest } = job.result.file
  const bytes = await readObject(process.env.FILES_BUCKET ?? '', exportKey(jobId, digest))
  if (!bytes) throw new Error('no file')
  return { job, bytes }
}

describe('the floor', () => {
  const path = () => `/api/conferences/${record.id}/floor/exports`

  it('is a workbook: turns with what became of them, times by unit', async () => {
    const { job, bytes } = await exported(cast.desk, path(), {})
    expect(job).toMatchObject({ state: 'done', result: { requests: 2, turns: 1 } })
    const [header, ...rows] = (await readSheetRows(bytes)).map(({ cells }) => cells)
    expect(header?.slice(0, 5)).toEqual([
      'STT',
      'Đơn vị',
      'Người phát biểu',
      'Hình thức',
      'Nội dung chương trình',
    ])
    expect(rows[0]?.slice(1, 5)).toEqual([
      'Công an tỉnh Ninh Bình',
      '=Nguyễn Văn Sơn',
      'Phát biểu',
      'Tham luận của các điểm cầu',
    ])
    const [seconds, budget, over, became] = rows[0]?.slice(8, 12) ?? []
    expect([budget, became]).toEqual(['60', 'Đã phát biểu'])
    // Two minutes, and what a busy machine took between call and end.
    expect(Number(seconds)).toBeGreaterThanOrEqual(120)
    expect(Number(over)).toBe(Number(seconds) - 60)
    expect(rows[1]?.slice(11, 13)).toEqual(['Bỏ qua lượt', 'Đã gửi bằng văn bản'])
  })

  it('is for those who run it', async () => {
    expect(await refusal(cast.operator.post(path(), {}))).toBe('not-allowed')
    expect(await refusal(cast.desk.post(path(), { format: 'pdf' }))).toBe('invalid-input')
  })
})

describe('a period’s records', () => {
  const period = { from: '2022-11-01T00:00:00Z', to: '2022-12-01T00:00:00Z' }
  const path = '/api/archive/exports'

  it('are CSV with Vietnamese headers, in which nothing is a formula', async () => {
    const { job, bytes } = await exported(cast.archivist, path, period)
    expect(job).toMatchObject({ state: 'done', result: { records: 1 } })
    expect(bytes.toString('utf8')).toContain("'=SUM(1+1)")
    const [header, row] = readCsvRows(bytes).map(({ cells }) => cells)
    expect(header?.slice(0, 4)).toEqual(['Số biên bản', 'Loại hồ sơ', 'Thời gian tổ chức', 'Tên hội nghị'])
    expect(row?.slice(1, 4)).toEqual(['Hội nghị', '23/11/2022 14:00', '=SUM(1+1)'])
    expect(row?.slice(10, 13)).toEqual([record.recordId, 'Vĩnh viễn', ''])
    const none = { from: '2021-01-01T00:00:00Z', to: '2022-01-01T00:00:00Z' }
    expect((await exported(cast.archivist, path, none)).job.result.records).toBe(0)
    const elsewhere = { ...period, unit: 'unt_ca-ha-nam' }
    expect((await exported(cast.archivist, path, elsewhere)).job.result.records).toBe(0)
  })

  it('are those that whoever orders them may read', async () => {
    expect((await exported(cast.desk, path, period)).job.result.records).toBe(1)
    expect((await exported(cast.stranger, path, period)).job.result.records).toBe(0)
    expect(await refusal(cast.operator.post(path, period))).toBe('not-allowed')
    expect(await refusal(cast.archivist.post(path, { ...period, to: period.from }))).toBe('invalid-input')
    expect(await refusal(cast.archivist.post(path, { from: period.from }))).toBe('invalid-input')
  })

  it('are not written once somebody has cancelled the job', async () => {
    const { jobId } = await sure(cast.archivist.post(path, period), 202)
    await sure(cast.archivist.post(`/api/jobs/${jobId}/cancel`))
    await run(jobId)
    const job = await sure(cast.archivist.get(`/api/jobs/${jobId}`))
    expect([job.state, job.result]).toEqual(['cancelled', undefined])
  })
})
