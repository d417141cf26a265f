// Whatever is done to a package is found, by the rules of BagIt and by the shell alike; a worker that dies leaves nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCheckpoint } from '#functions/archive/make-checkpoint.ts'
import { loadJob } from '#functions/jobs/entity.ts'
import { certifyingSigner } from '#functions/keys/signer.ts'
import { Bag } from '#functions/packages/bag.ts'
import { putStream } from '#functions/shared/object-streams.ts'
import { listObjects } from '#functions/shared/objects.ts'
import {
  type ArchiveHome,
  archiveCast,
  laterBy,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import {
  deliver,
  followed,
  type Made,
  made,
  missingTools,
  rezipped,
  stepsOf,
  taken,
  verifiedByScript,
} from '#test/support/packages.ts'
import { faultsOf, unzipped } from '#test/support/read-bag.ts'

let home: ArchiveHome
let cast: Awaited<ReturnType<typeof archiveCast>>
let bag: Made
let fingerprint: string
let path: string

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  path = `/api/archive/${(await sealedMinutes(home, cast)).recordId}/packages`
  bag = await made(cast.archivist, path)
  fingerprint = (await certifyingSigner()).key.fingerprint
})
afterAll(() => home.stop())

type Entries = [string, Buffer][]

const base = () => bag.name.replace('.zip', '')
const at = (entries: Entries, name: string) => entries.findIndex(([one]) => one === `${base()}/${name}`)
const edited = (name: string, edit: (text: string) => string) => (entries: Entries) =>
  entries.map(([one, bytes]): [string, Buffer] =>
    one === `${base()}/${name}` ? [one, Buffer.from(edit(bytes.toString('utf8')))] : [one, bytes],
  )
const renamed = (from: string, to: string) => (entries: Entries) =>
  entries.map(([one, bytes]): [string, Buffer] => [
    one === `${base()}/${from}` ? `${base()}/${to}` : one,
    bytes,
  ])

const changes: Record<string, (entries: Entries) => Entries> = {
  'a file of the content deleted': (all) => all.toSpliced(at(all, 'data/nhat-ky.jsonl'), 1),
  'a tag file deleted': (all) => all.toSpliced(at(all, 'bag-info.txt'), 1),
  'the certificate deleted': (all) => all.toSpliced(at(all, 'chung-thuc/goi.der'), 1),
  'a file added to the content': (all) => [...all, [`${base()}/data/them.txt`, Buffer.from('thêm')]],
  'a file added beside it': (all) => [...all, [`${base()}/DOC-TOI.txt`, Buffer.from('thêm')]],
  'a file outside the folder': (all) => [...all, ['ngoai/them.txt', Buffer.from('thêm')]],
  'a file whose name is a blank': (all) => [...all, [' ', Buffer.from('thêm')]],
  'a file renamed': renamed('data/ghi-hinh.json', 'data/ghi-hinh-cu.json'),
  'two files swapped': (all) =>
    renamed(
      'tam',
      'data/mat-xich.json',
    )(renamed('data/mat-xich.json', 'data/ghi-hinh.json')(renamed('data/ghi-hinh.json', 'tam')(all))),
  'a line of the manifest deleted': edited('manifest-sha256.txt', (text) =>
    text.replace(/.*nhat-ky.*\n/, ''),
  ),
  'a manifest in capitals': edited('manifest-sha256.txt', (text) =>
    text.replace(/^[0-9a-f]{64}/gm, (sum) => sum.toUpperCase()),
  ),
  'a manifest with CR and LF': edited('manifest-sha256.txt', (text) => text.replaceAll('\n', '\r\n')),
  'a manifest of tags with CR and LF': edited('tagmanifest-sha256.txt', (text) =>
    text.replaceAll('\n', '\r\n'),
  ),
  'a file emptied': edited('data/ho-so.json', () => ''),
  'a file cut short': edited('data/nhat-ky.jsonl', (text) => text.slice(0, -1)),
  'VERIFY.txt rewritten': edited('VERIFY.txt', (text) => text.replaceAll('sha256sum', 'true')),
}

describe('found by rules, script and VERIFY.txt alike', () => {
  it.each(Object.keys(changes))('%s', async (what) => {
    const entries = changes[what]?.(bag.entries) ?? []
    expect(entries).not.toEqual(bag.entries)
    expect(faultsOf(entries, fingerprint)).not.toEqual([])
    if (missingTools.length > 0) return
    const changed = { name: bag.name, bytes: await rezipped(entries) }
    expect(verifiedByScript(changed, fingerprint).status).not.toBe(0)
    const [steps = []] = stepsOf(bag)
    expect(followed(changed, steps)).not.toEqual(steps.map(({ prints }) => prints))
  })

  it('a name that leads elsewhere, or stands there twice', () => {
    const [first] = bag.entries
    const [name = '', bytes = Buffer.alloc(0)] = first ?? []
    for (const odd of [`${base()}/../x`, `${base()}/data/../../x`, `/x`, `${base()}//x`, name])
      expect(faultsOf([...bag.entries, [odd, bytes]], fingerprint)).not.toEqual([])
  })

  it.runIf(missingTools.length === 0)('one byte of any file: a sample, by the shell', async () => {
    expect(verifiedByScript({ name: bag.name, bytes: await rezipped(bag.entries) }, fingerprint).status).toBe(
      0,
    )
    for (const [file, [name, bytes]] of bag.entries.entries()) {
      if (bytes.length === 0) continue
      const changed = Buffer.from(bytes)
      const place = (file * 7919) % bytes.length
      changed[place] = (changed[place] ?? 0) ^ (1 + (file % 255))
      const entries = bag.entries.with(file, [name, changed])
      const { status } = verifiedByScript({ name: bag.name, bytes: await rezipped(entries) }, fingerprint)
      expect([name, status === 0]).toEqual([name, false])
    }
  })
})

describe('a bag that is not filled', () => {
  it('for somebody asked for the end, is not there', async () => {
    const asked = new Error('the end')
    let pieces = 0
    const watch = async () => {
      if (++pieces > 1) throw asked
    }
    const half = new Bag('goi', new Date(0), watch)
    const sending = putStream('files', 'packages/half', half.output, 'application/zip')
    sending.catch(() => {})
    await half.add({ path: 'data/a', content: Buffer.alloc(1_000) })
    await expect(half.add({ path: 'data/b', content: Buffer.alloc(1_000) })).rejects.toBe(asked)
    half.fail(asked)
    await expect(sending).rejects.toBe(asked)
    expect(await listObjects('files', 'packages/half')).toEqual([])
  })

  it('is refused where other bytes come than were told, or a path comes twice', async () => {
    const bag = new Bag('goi', new Date(0), async () => {})
    bag.output.on('error', () => {}).resume()
    const content = Buffer.from('a')
    await bag.add({ path: 'a', content })
    await expect(bag.add({ path: 'a', content })).rejects.toThrow('there already')
    await expect(bag.add({ path: 'b', content, sha256: '0'.repeat(64) })).rejects.toThrow('other bytes')
  })
})

describe('a worker that is killed', () => {
  const child = fileURLToPath(new URL('../support/package-child.ts', import.meta.url))

  it('leaves no half package, and the next one makes it whole', async () => {
    const { jobId } = await sure(cast.archivist.post(path), 202)
    const worker = spawn(process.execPath, [child, jobId], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const ended = once(worker, 'exit')
    await once(worker, 'message')
    worker.kill('SIGKILL')
    await ended
    expect(await listObjects('files', `packages/${jobId}`)).toEqual([])
    laterBy(1)
    await deliver(jobId)
    expect((await loadJob(jobId)).state).toBe('done')
    const { bytes } = await taken(cast.archivist, jobId)
    expect(faultsOf(await unzipped(bytes), fingerprint)).toEqual([])
  })
})

describe('the checkpoint that covers a record', () => {
  const covers = /diem-kiem-tra.json; case/

  it('is in its package, with the entries that lead there: anybody may follow them, and none may be another', async () => {
    expect(JSON.stringify(stepsOf(bag))).not.toContain('diem-kiem-tra')
    const last = `/api/archive/${(await sealedMinutes(home, cast)).recordId}/packages`
    await makeCheckpoint('req_test')
    const [one, other] = [await made(cast.archivist, path), await made(cast.archivist, last)]
    for (const covered of [one, other]) {
      expect(faultsOf(covered.entries, fingerprint)).toEqual([])
      expect(verifiedByScript(covered, fingerprint).status).toBe(0)
      for (const half of stepsOf(covered)) {
        expect(half.filter(({ command }) => command.includes('diem-kiem-tra'))).toHaveLength(2)
        expect(followed(covered, half)).toEqual(half.map(({ prints }) => prints))
      }
    }
    const [unpack, leads] = (stepsOf(one)[0] ?? []).filter(
      ({ command }) => /^unzip/.test(command) || covers.test(command),
    )
    const forged = edited('chung-thuc/noi-tiep.jsonl', (text) => text.replace('"at"', '"to"'))
    const bytes = await rezipped(forged(one.entries))
    expect(
      followed(
        { ...one, bytes },
        [unpack, leads].flatMap((step) => step ?? []),
      ),
    ).toEqual(['OK', ''])
  })
})
