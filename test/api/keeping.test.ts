// How long records are kept: usual classes, another one with a reason, a hold and its end, the list of what ends.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followKeeping } from '#functions/archive/follow-keeping.ts'
import { now } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { hasObject } from '#functions/shared/objects.ts'
import { surface } from '#infra/surface.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  refusal,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'

let home: ArchiveHome
let cast: ArchiveCast
let record: Awaited<ReturnType<typeof sealedMinutes>>

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  record = await sealedMinutes(home, cast, { level: 'province' })
})
afterAll(() => home.stop())

const at = (verb = '') => `/api/archive/${record.recordId}${verb && `/${verb}`}`
const reason = 'Theo đề nghị của Cơ quan điều tra'
const log = async (name: string) =>
  (await wholeLog(record.id, now())).filter((event) => event.name === name).map(({ data }) => data)
const ending = async (before: string) =>
  (await sure(cast.archivist.get(`/api/archive/retention?before=${before}`))).items

describe('the class of a record', () => {
  it('is the usual one of its level, from the year it was held in, and whoever reads the record sees it', async () => {
    const { keeping } = await sure(cast.operator.get(at()))
    expect(keeping).toEqual({
      class: 'years-70',
      label: '70 năm',
      basis: 'Theo quy định của cơ quan',
      endsOn: '2092-12-31',
      held: false,
    })
    expect(await ending('2092-12-31')).toEqual([])
    expect(await ending('2093-01-01')).toMatchObject([{ id: record.recordId, keeping: { held: false } }])
  })

  it('is changed by an archivist, with a reason that is recorded', async () => {
    const input = { class: 'years-10', reason }
    expect(await refusal(cast.desk.post(at('retention'), input))).toBe('not-allowed')
    expect(await refusal(cast.archivist.post(at('retention'), { class: 'years-10' }))).toBe('invalid-input')
    expect(await refusal(cast.archivist.post(at('retention'), { ...input, class: 'a-week' }))).toBe(
      'invalid-input',
    )
    const key = 'c0ffee00-0000-4000-8000-000000000001'
    const changed = await sure(cast.archivist.post(at('retention'), input, { key }))
    expect(changed).toMatchObject({ class: 'years-10', endsOn: '2032-12-31', reason })
    expect(await sure(cast.archivist.post(at('retention'), input, { key }))).toEqual(changed)
    expect(await refusal(cast.archivist.post(at('retention'), input))).toBe('already-in-class')
    expect(await log('record.reclassified')).toEqual([{ from: 'years-70', to: 'years-10', reason }])
    expect(await ending('2033-01-01')).toHaveLength(1)
  })

  it('ends are listed for archivists alone', async () => {
    expect(await refusal(cast.desk.get('/api/archive/retention?before=2033-01-01'))).toBe('not-allowed')
    expect(await refusal(cast.archivist.get('/api/archive/retention'))).toBe('invalid-input')
    expect(await refusal(cast.archivist.get('/api/archive/retention?before=soon'))).toBe('invalid-input')
  })
})

describe('a hold', () => {
  it('is placed and lifted by an archivist, each with a reason', async () => {
    expect(await refusal(cast.chair.post(at('hold'), { reason }))).toBe('not-allowed')
    expect(await refusal(cast.archivist.post(at('hold'), {}))).toBe('invalid-input')
    expect(await refusal(cast.archivist.post(at('hold/lift'), { reason }))).toBe('not-held')
    expect(await sure(cast.archivist.post(at('hold'), { reason }))).toMatchObject({
      held: true,
      hold: { reason },
    })
    expect(await refusal(cast.archivist.post(at('hold'), { reason }))).toBe('already-held')
    expect(await ending('2033-01-01')).toMatchObject([{ keeping: { held: true } }])
    const { keeping } = await sure(cast.operator.get(at()))
    expect([keeping.held, Object.keys(keeping.hold)]).toEqual([true, ['at']])
    expect(await refusal(cast.stranger.post(at('hold/lift'), { reason }))).toBe('not-allowed')
    const lifted = await sure(cast.archivist.post(at('hold/lift'), { reason: 'Vụ việc đã kết thúc' }))
    expect([lifted.held, lifted.hold]).toEqual([false, undefined])
    expect(await log('record.held')).toEqual([{ reason }])
    expect(await log('record.released')).toMatchObject([{ reason: 'Vụ việc đã kết thúc' }])
  })

  it('is followed by the store’s lock; this store has none of its own, and the record says so', async () => {
    await sure(cast.archivist.post(at('hold'), { reason }))
    await followKeeping(record.recordId, 'req_test')
    await followKeeping(record.recordId, 'req_test')
    const { lock } = (await sure(cast.archivist.get(at()))).keeping
    expect(lock).toMatchObject({ store: 'none', held: true })
    expect(lock.objects).toBeGreaterThan(1)
    expect(await log('record.locked')).toEqual([{ store: 'none', held: true, objects: lock.objects }])
    await followKeeping('rec_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'req_test')
  })
})

describe('no route deletes', () => {
  it('anything: none takes the method, none of the archive is called so', async () => {
    expect(surface.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual([])
    const ofArchive = surface.filter(({ path }) => path.startsWith('/api/archive'))
    expect(ofArchive.length).toBeGreaterThan(20)
    expect(ofArchive.filter(({ path }) => /delet|remov|purge|destroy|erase/.test(path))).toEqual([])
    for (const path of new Set(ofArchive.map(({ path }) => path.replaceAll(/:\w+/g, record.recordId))))
      if (!path.includes('*')) {
        const answer = await home.send(path, {
          method: 'DELETE',
          headers: { authorization: 'Bearer nobody' },
        })
        expect([path, answer.status >= 400]).toEqual([path, true])
      }
    expect(await hasObject('archive', `sha256/${record.digest}`)).toBe(true)
  })
})
