// Certified extracts over HTTP: one point or one contribution, checked alone, with nothing else of the record in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certifyingSigner } from '#functions/keys/signer.ts'
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
import { finished, followed, made, missingTools, stepsIn, verifiedByScript } from '#test/support/packages.ts'
import { faultsOf } from '#test/support/read-bag.ts'

let home: ArchiveHome
let cast: ArchiveCast
let record: Awaited<ReturnType<typeof sealedMinutes>>
let contributionId: string
let fingerprint: string

const during = async (id: string): Promise<void> => {
  const text = { title: 'Phong trào ở cơ sở', text: 'Nội dung tham luận' }
  const input = { ...text, unitId: unit, author: { position: 'Phó Giám đốc Công an tỉnh' } }
  contributionId = (await sure(cast.operator.post(`/api/conferences/${id}/contributions`, input), 201)).id
}

const path = () => `/api/archive/${record.recordId}/extracts`
const point = { pointId: 'bpt_ca-ninh-binh' }

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  record = await sealedMinutes(home, cast, { during, classification: 'internal' })
  fingerprint = (await certifyingSigner()).key.fingerprint
})
afterAll(() => home.stop())

const fileIn = (entries: [string, Buffer][], name: string): string =>
  entries.find(([path]) => path.endsWith(`/${name}`))?.[1].toString('utf8') ?? ''

describe('an extract', () => {
  it('of a point is what was signed of it, and says nothing of any other', async () => {
    const extract = await made(cast.operator, path(), point)
    const { entries, bytes } = extract
    const { record: stored } = await sure(cast.archivist.get(`/api/archive/${record.recordId}`))
    const member = JSON.parse(fileIn(entries, 'data/trich-luc.json'))
    expect(stored.minutes.attendance).toContainEqual(member)
    const said = JSON.parse(fileIn(entries, 'chung-thuc/trich-luc.json'))
    expect(said).toMatchObject({
      act: 'extract.certified',
      digest: sha256(fileIn(entries, 'data/trich-luc.json')),
      n: record.n,
      recordDigest: record.digest,
      recordId: record.recordId,
    })
    const place = said.member.split('/').slice(1)
    expect(place.reduce((value: Record<string, unknown>, name: string) => value[name], stored)).toEqual(
      member,
    )
    expect(fileIn(entries, 'data/trich-luc.txt')).toContain('Điểm cầu: Công an tỉnh Ninh Bình')
    expect(
      entries
        .filter(([name]) => !name.includes('/khoa/'))
        .map(([, one]) => one.toString())
        .join(),
    ).not.toMatch(/thanh-hoa|Thanh Hóa|Phong trào/)
    expect(faultsOf(entries, fingerprint)).toEqual([])
    expect(bytes.length).toBeLessThan(30_000)
  })

  it.runIf(missingTools.length === 0)('is checked by the same tools, and by its own VERIFY.txt', async () => {
    const extract = await made(cast.operator, path(), point)
    expect(verifiedByScript(extract, fingerprint)).toMatchObject({ status: 0 })
    const [vi = [], en] = stepsIn(fileIn(extract.entries, 'VERIFY.txt'))
    expect(en).toEqual(vi)
    expect(followed(extract, vi)).toEqual(vi.map(({ prints }) => prints))
  })

  it('of a contribution comes with its text for those who may read papers', async () => {
    const { entries } = await made(cast.archivist, path(), { contributionId })
    const { sha256: signed } = JSON.parse(fileIn(entries, 'data/trich-luc.json'))
    expect(fileIn(entries, 'data/trich-luc.txt')).toMatch(/Tham luận: Phong trào ở cơ sở\n/)
    const text = fileIn(entries, `${contributionId.toLowerCase()}/ban-1.txt`)
    const receipt = fileIn(entries, `${contributionId.toLowerCase()}/ban-1.bien-nhan.json`)
    expect([sha256(text), sha256(receipt)]).toContain(signed)
    const bare = await made(cast.operator, path(), { contributionId })
    expect(fileIn(bare.entries, `${contributionId.toLowerCase()}/ban-1.txt`)).toBe('')
    expect(faultsOf(bare.entries, fingerprint)).toEqual([])
  })

  it('of what is not in the record fails, and says so', async () => {
    const { jobId } = await sure(cast.archivist.post(path(), { pointId: 'bpt_ca-ha-nam' }), 202)
    expect(await finished(cast.archivist, jobId)).toMatchObject({
      state: 'failed',
      failure: { slug: 'not-found' },
    })
  })

  it('is for those who may read the record, who name one thing, and its making is recorded', async () => {
    expect(await refusal(cast.stranger.post(path(), point))).toBe('not-allowed')
    for (const body of [{}, { ...point, contributionId }, { pointId: '../x' }])
      expect(await refusal(cast.archivist.post(path(), body))).toBe('invalid-input')
    const opened = (await wholeLog(record.id, now())).filter(({ name }) => name === 'record.opened')
    expect(opened.map(({ data }) => data.how)).toContain('extract')
  })
})
