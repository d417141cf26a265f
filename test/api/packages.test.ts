// Packages and certified extracts over HTTP: who gets them, what is in them, and that anybody can check them alone.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadJob } from '#functions/jobs/entity.ts'
import { certifyingSigner } from '#functions/keys/signer.ts'
import { sha256 } from '#functions/shared/canonical.ts'
import { now } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { listObjects } from '#functions/shared/objects.ts'
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
import { pdf, types } from '#test/support/documents.ts'
import { digestOf, uploaded } from '#test/support/files.ts'
import {
  deliver,
  followed,
  type Made,
  made,
  missingTools,
  stepsIn,
  verifiedByScript,
} from '#test/support/packages.ts'
import { faultsOf } from '#test/support/read-bag.ts'
import { sealedWithDocuments } from '#test/support/record-2.ts'

let home: ArchiveHome
let cast: ArchiveCast
let record: Awaited<ReturnType<typeof sealedMinutes>>
let contributionId: string
let bag: Made
let fingerprint: string

const paper = pdf()

const text = { title: 'Phong trào ở cơ sở', text: 'Nội dung tham luận' }

/** A contribution with a file, handed in twice. */
const during = async (id: string): Promise<void> => {
  const at = `/api/conferences/${id}`
  const upload = await uploaded(cast.operator, paper, { name: 'Tham luận.pdf', type: types.pdf })
  const author = { position: 'Phó Giám đốc Công an tỉnh' }
  const input = { ...text, unitId: unit, author, files: [upload] }
  contributionId = (await sure(cast.operator.post(`${at}/contributions`, input), 201)).id
  const again = { ...text, text: 'Nội dung tham luận, bản sửa' }
  await sure(cast.operator.put(`${at}/contributions/${contributionId}`, again, { version: 1 }))
}

const ordered = (id: string, what: string) => `/api/archive/${id}/${what}`
const pathsOf = ({ entries }: Pick<Made, 'entries'>) =>
  entries.map(([name]) => name.slice(name.indexOf('/') + 1))
const fileOf = ({ entries }: Pick<Made, 'entries'>, path: string) => {
  const found = entries.find(([name]) => name.endsWith(`/${path}`))
  if (!found) throw new Error(`no ${path}`)
  return found[1]
}

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  record = await sealedMinutes(home, cast, { during, title: ['Tổng kết Ngày hội'] })
  bag = await made(cast.archivist, ordered(record.recordId, 'packages'))
  fingerprint = (await certifyingSigner()).key.fingerprint
})
afterAll(() => home.stop())

describe('a package', () => {
  it('is a bag of all there is, named by number and record, in ASCII', () => {
    const paths = pathsOf(bag)
    expect(bag.name).toMatch(/^ho-so-\d\d-bb-bca-\d{4}-rec_[0-9a-z]+[.]zip$/)
    expect(new Set(bag.entries.map(([name]) => `${name.split('/')[0]}.zip`))).toEqual(new Set([bag.name]))
    expect(paths.every((path) => /^[A-Za-z0-9._/-]+$/.test(path))).toBe(true)
    expect(paths).toEqual(
      expect.arrayContaining([
        'bagit.txt',
        'bag-info.txt',
        'VERIFY.txt',
        'data/ho-so.json',
        'data/van-ban-da-ky.json',
        'data/nhat-ky.jsonl',
        'data/ghi-hinh.json',
        'data/mat-xich.json',
        `data/tham-luan/${contributionId.toLowerCase()}/ban-1.txt`,
        `data/tham-luan/tep/${digestOf(paper)}.pdf`,
        'data/tham-luan/danh-muc.json',
        'chung-thuc/01-thu-ky.json',
        'chung-thuc/02-chu-tri.der',
        'chung-thuc/mat-xich.json',
        'chung-thuc/goi.json',
      ]),
    )
    expect(bag.job.result.file).toMatchObject({ digest: digestOf(bag.bytes), bytes: bag.bytes.length })
  })

  it('holds the sealed bytes, the signed text as it stands in them, the signed history, papers with their receipts', () => {
    const [whole, text] = [fileOf(bag, 'data/ho-so.json'), fileOf(bag, 'data/van-ban-da-ky.json')]
    const { attestations, minutes } = JSON.parse(whole.toString())
    expect(sha256(whole)).toBe(record.digest)
    expect(whole.toString().endsWith(`"minutes":${text.toString()}}`)).toBe(true)
    expect(sha256(text)).toBe(attestations[0].statement.digest)
    expect(sha256(fileOf(bag, 'data/nhat-ky.jsonl'))).toBe(minutes.horizon.contents)
    const [listed] = JSON.parse(fileOf(bag, 'data/tham-luan/danh-muc.json').toString())
    expect(listed.versions.map(({ number }: { number: number }) => number)).toEqual([1, 2])
    for (const { number, receipt, files } of listed.versions) {
      expect(files[0]).toMatchObject({ name: 'Tham luận.pdf', sha256: digestOf(paper) })
      const handedIn = fileOf(bag, `${listed.id.toLowerCase()}/ban-${number}.bien-nhan.json`)
      expect(sha256(handedIn)).toBe(receipt)
    }
    expect(fileOf(bag, 'bag-info.txt').toString()).toMatch(/External-Description: .*Tổng kết Ngày hội\n/)
  })

  it('holds the files that were printed from what was signed, and nothing that came after the horizon', async () => {
    const at = `/api/conferences/${record.id}/contributions`
    await sure(cast.operator.put(`${at}/${contributionId}`, { ...text, text: 'Bản muộn' }, { version: 2 }))
    await sure(cast.operator.post(at, { ...text, unitId: unit, author: { position: 'Trưởng phòng' } }), 201)
    const printed = await sealedWithDocuments(record)
    const other = await made(cast.archivist, ordered(printed.recordId, 'packages'))
    for (const { path, bytes } of printed.documents) expect(fileOf(other, `data/${path}`)).toEqual(bytes)
    const papers = (made: Made) => pathsOf(made).filter((path) => path.startsWith('data/tham-luan/'))
    expect(papers(other)).toEqual(papers(bag))
    expect(faultsOf(other.entries, fingerprint)).toEqual([])
    expect(other.job.result.recordId).toBe(printed.recordId)
  })

  it('is made for those who may read log and papers, and its opening is told', async () => {
    const path = ordered(record.recordId, 'packages')
    for (const who of [cast.operator, cast.other, cast.stranger])
      expect(await refusal(who.post(path))).toBe('not-allowed')
    expect((await cast.chair.post(path)).status).toBe(202)
    const missing = ordered('rec_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'packages')
    expect(await refusal(cast.archivist.post(missing))).toBe('not-found')
    const names = new Set((await wholeLog(record.id, now())).map(({ name }) => name))
    expect([...names]).toEqual(expect.arrayContaining(['job.started', 'job.finished', 'export.opened']))
  })
})

describe('a job for a package', () => {
  const objects = async (jobId: string) => (await listObjects('files', `packages/${jobId}`)).length

  it('is done once, however often it is delivered, and what it made is seen whole or not at all', async () => {
    const { jobId } = await sure(cast.archivist.post(ordered(record.recordId, 'packages')), 202)
    expect(await objects(jobId)).toBe(0)
    await deliver(jobId)
    const { result } = await loadJob(jobId)
    await deliver(jobId)
    expect((await loadJob(jobId)).result).toEqual(result)
    expect(await objects(jobId)).toBe(1)
  })

  it('that was cancelled leaves nothing', async () => {
    const { jobId } = await sure(cast.archivist.post(ordered(record.recordId, 'packages')), 202)
    await sure(cast.archivist.post(`/api/jobs/${jobId}/cancel`))
    await deliver(jobId)
    expect((await loadJob(jobId)).state).toBe('cancelled')
    expect(await objects(jobId)).toBe(0)
  })
})

describe('a check without this server', () => {
  it.runIf(missingTools.length === 0)('takes unzip, sha256sum and openssl: the script', () => {
    const { status, stdout } = verifiedByScript(bag, fingerprint)
    expect([status, stdout.match(/Verified OK/g)?.length]).toEqual([0, 2])
    expect(verifiedByScript(bag, 'f'.repeat(64)).status).not.toBe(0)
  })

  it.runIf(missingTools.length === 0)('takes what VERIFY.txt says, word for word, in either language', () => {
    const [vi = [], en = []] = stepsIn(fileOf(bag, 'VERIFY.txt').toString())
    expect(vi.length).toBeGreaterThan(12)
    expect(en).toEqual(vi)
    expect(followed(bag, vi)).toEqual(vi.map(({ prints }) => prints))
    expect(vi.filter(({ prints }) => prints === 'Verified OK')).toHaveLength(4)
  })

  it('has its tools on this machine, or says which is missing', () => {
    if (missingTools.length > 0)
      process.stderr.write(`Not run for want of ${missingTools.join(', ')}: both checks above.\n`)
    expect(missingTools.filter((tool) => tool !== 'unzip')).toEqual([])
  })

  it('finds every one of 1,000 changed bytes, in content and tag files', () => {
    expect(faultsOf(bag.entries, fingerprint)).toEqual([])
    const full = bag.entries.flatMap(([, bytes], file) => (bytes.length > 0 ? [file] : []))
    fc.assert(
      fc.property(fc.constantFrom(...full), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, place, by) => {
        const entries = bag.entries.map(([name, bytes]): [string, Buffer] => [name, bytes])
        const bytes = Buffer.from(entries[file]?.[1] ?? [])
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ by
        entries[file] = [entries[file]?.[0] ?? '', bytes]
        expect(faultsOf(entries, fingerprint)).not.toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})
