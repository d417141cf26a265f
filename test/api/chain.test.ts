// The chain as it lies in the bucket: followed, stated daily, and the table built anew from it alone.
import { verify } from 'node:crypto'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveBucket, keysOf } from '#functions/archive/archive-bucket.ts'
import { checksOf } from '#functions/archive/checks.ts'
import { chainObject, hashOfEntry, loadHead, loadRecord } from '#functions/archive/entity.ts'
import { BrokenChain, linksOf, type Objects } from '#functions/archive/follow-chain.ts'
import { loadEvidence } from '#functions/archive/load-evidence.ts'
import { makeCheckpoint } from '#functions/archive/make-checkpoint.ts'
import { readingOf } from '#functions/archive/reading.ts'
import { rebuildChain } from '#functions/archive/rebuild-chain.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'
import { objectKeys } from '#functions/shared/objects.ts'
import { database, put, tableName } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  laterBy,
  sealedMinutes,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { tamperObject } from '#test/support/tamper.ts'

let home: ArchiveHome
let cast: ArchiveCast
const records: { recordId: string; n: number }[] = []

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
  for (let count = 0; count < 3; count++) records.push(await sealedMinutes(home, cast))
})
afterAll(() => home.stop())

type Shown = { name: string; ok: boolean; detail: string }
const checksAt = async (at: number): Promise<Shown[]> =>
  (await sure(cast.archivist.get(`/api/archive/${records[at]?.recordId}/verify`))).checks
const failing = async (at: number) => (await checksAt(at)).filter(({ ok }) => !ok).map(({ name }) => name)
const detailOf = async (at: number) => (await checksAt(at)).find(({ name }) => name === 'checkpoint')?.detail

const indexTypes = ['chain-head', 'chain-link', 'record', 'record-of-unit', 'verification-key', 'checkpoint']

/** The table's index of the archive, as it stands. */
const index = async (): Promise<Record<string, unknown>[]> => {
  const { Items = [] } = await database().send(
    new ScanCommand({ TableName: tableName(), ConsistentRead: true }),
  )
  const items = Items.filter(({ type }) => indexTypes.includes(type))
  return items.sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1))
}

const lose = async (items: Record<string, unknown>[]) => {
  for (const { pk, sk } of items)
    await database().send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }))
}

describe('a checkpoint', () => {
  it('states how far the chain reaches, once a day, under the house’s own key', async () => {
    expect(await detailOf(0)).toBe('Chưa có điểm kiểm tra nào kể từ khi niêm phong.')
    const made = await makeCheckpoint('req_test')
    const { version, hash } = await loadHead()
    expect(made?.statement).toMatchObject({
      act: 'chain.checkpoint',
      n: version,
      count: version,
      digest: hash,
    })
    expect(await makeCheckpoint('req_test')).toEqual(made)
    const { body, status } = await home.send('/api/archive/checkpoints', {})
    expect([status, body.items]).toEqual([200, [made]])
    const key = (await keysOf(archiveBucket())).find(({ kid }) => kid === made?.kid)
    const over = canonicalBytes(made?.statement)
    expect(verify('sha256', over, key?.publicKey ?? '', Buffer.from(made?.signature ?? '', 'base64'))).toBe(
      true,
    )
    const signers = (await sure(cast.archivist.get(`/api/archive/${records[0]?.recordId}`))).record.keys
    expect(signers.map(({ kid }: { kid: string }) => kid)).not.toContain(made?.kid)
    for (const at of [0, 2]) expect(await detailOf(at)).toContain(`đến mắt xích số ${version}, xác nhận`)
  })

  it('of the next day covers what was sealed since, and two made at once are one', async () => {
    laterBy(24 * 60)
    records.push(await sealedMinutes(home, cast))
    expect(await detailOf(3)).toContain('Chưa có')
    const [one, two] = await Promise.all([makeCheckpoint('req_a'), makeCheckpoint('req_b')])
    expect(one).toEqual(two)
    const { items } = (await home.send('/api/archive/checkpoints', {})).body
    expect(items).toHaveLength(2)
    const before = (await home.send(`/api/archive/checkpoints?before=${items[0].day}`, {})).body
    expect(before.items).toEqual(items.slice(1))
    expect((await home.send('/api/archive/checkpoints?before=yesterday', {})).status).toBe(400)
    for (const at of [0, 1, 2, 3]) expect(await failing(at)).toEqual([])
  })

  it('that reached the bucket alone is listed by the next day’s run', async () => {
    const listed = async () => (await home.send('/api/archive/checkpoints', {})).body.items
    const before = await listed()
    await lose((await index()).filter(({ type, day }) => type === 'checkpoint' && day === before[0].day))
    expect(await listed()).toEqual(before.slice(1))
    laterBy(24 * 60)
    const made = await makeCheckpoint('req_test')
    expect(await listed()).toEqual([made, ...before])
  })

  it('tells of a chain that was cut behind it, in the table and in the bucket', async () => {
    const links = (await index()).filter(({ type }) => type === 'chain-link')
    const head = (await index()).find(({ type }) => type === 'chain-head') as never
    const last = links.at(-1) as { entry: { prev: string; n: number } }
    const shorter = { ...(head as object), version: last.entry.n - 1, hash: last.entry.prev } as never
    await write(systemActor('test', 'req_test'), 'chain', put(shorter))
    await lose([links.at(-1) ?? {}])
    expect(await failing(2)).toEqual(['checkpoint'])
    expect(await detailOf(2)).toMatch(/^Chuỗi bị cắt: điểm kiểm tra ngày .* nay chỉ còn đến số \d+[.]$/)
    laterBy(24 * 60)
    await expect(makeCheckpoint('req_test')).rejects.toThrow('the index of the chain is cut')
    await write(systemActor('test', 'req_test'), 'chain', put(head), put(links.at(-1) as never))
    const object = tamperObject(home, chainObject(last.entry.n))
    object.remove()
    await expect(rebuildChain('req_test')).rejects.toThrow(/checkpoints[/].* is cut off or another/)
    object.restore()
    expect(await failing(3)).toEqual([])
  })
})

describe('the index of the archive', () => {
  it('is built anew from the bucket alone, as it was, as often as one likes', async () => {
    const before = await index()
    expect(before.length).toBeGreaterThan(20)
    await lose(before)
    expect((await loadHead()).version).toBe(0)
    const done = await rebuildChain('req_test')
    expect(done).toMatchObject({ entries: 4, checkpoints: 3, keys: 2 })
    expect(await index()).toEqual(before)
    await rebuildChain('req_test')
    expect(await index()).toEqual(before)
    for (const at of [0, 3]) expect(await failing(at)).toEqual([])
  })

  it('goes over pages of the list', async () => {
    const keys: string[] = []
    for await (const key of objectKeys('archive', 'chain/', 2)) keys.push(key)
    expect(keys).toEqual([1, 2, 3, 4].map(chainObject))
  })

  it('leaves what was sealed meanwhile, and goes on to be sealed upon', async () => {
    await lose((await index()).filter(({ type }) => type === 'record-of-unit'))
    await rebuildChain('req_test')
    records.push(await sealedMinutes(home, cast))
    expect((await loadHead()).version).toBe(5)
    expect(await failing(4)).toEqual([])
  })

  it('is not touched when the stored chain is changed or a record lost: the place is named', async () => {
    const before = await index()
    const { digest } = await loadRecord(records[1]?.recordId ?? '')
    for (const place of [chainObject(2), `sha256/${digest}`]) {
      const object = tamperObject(home, place)
      object.write(Buffer.concat([object.bytes(), Buffer.from(' ')]))
      await expect(rebuildChain('req_test')).rejects.toMatchObject({ place })
      object.restore()
    }
    expect(await index()).toEqual(before)
  })
})

describe('a change of stored bytes', () => {
  const stored = new Map<string, Buffer>()
  const over = (objects: Map<string, Buffer>): Objects => ({
    keys: async function* (prefix) {
      yield* [...objects.keys()].filter((key) => key.startsWith(prefix)).sort()
    },
    read: async (key) => objects.get(key),
  })

  beforeAll(async () => {
    const bucket = archiveBucket()
    for await (const key of bucket.keys('')) stored.set(key, (await bucket.read(key)) ?? Buffer.alloc(0))
  })

  const changedAt = (bytes: Buffer, at: number, by: number) => {
    const copy = Buffer.from(bytes)
    copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ by
    return copy
  }

  const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))

  it('is found in the record and in every document, whichever byte it is', async () => {
    const evidence = await loadEvidence(await loadRecord(records[0]?.recordId ?? ''))
    const names = (bytes: Buffer, files = evidence.files) =>
      checksOf({ ...evidence, bytes, ...readingOf(bytes), files })
        .filter(({ ok }) => !ok)
        .map(({ name }) => name)
    expect(names(evidence.bytes ?? Buffer.alloc(0))).toEqual([])
    const digests = [...evidence.files.keys()]
    expect(digests.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(change, fc.nat(), fc.boolean(), ([at, by], which, ofDocument) => {
        const digest = digests[which % digests.length] ?? ''
        if (!ofDocument) return names(changedAt(evidence.bytes ?? Buffer.alloc(0), at, by)).includes('bytes')
        const bytes = changedAt(stored.get(`sha256/${digest}`) ?? Buffer.alloc(0), at, by)
        const files = new Map(evidence.files).set(digest, { digest: sha256(bytes), bytes: bytes.length })
        return names(evidence.bytes ?? Buffer.alloc(0), files).includes('documents')
      }),
      { numRuns: 500 },
    )
    const without = new Map([...evidence.files].slice(1))
    expect(names(evidence.bytes ?? Buffer.alloc(0), without)).toEqual(['documents'])
  })

  const follow = async (objects: Map<string, Buffer>) => {
    const hashes: string[] = []
    const keys = await keysOf(over(stored))
    for await (const { entry } of linksOf(over(objects), keys)) hashes.push(hashOfEntry(entry))
    return hashes
  }
  const chainKeys = () => [...stored.keys()].filter((key) => key.startsWith('chain/')).sort()

  it('is found in every link of the chain, and its place is told', async () => {
    expect(await follow(stored)).toHaveLength(5)
    await fc.assert(
      fc.asyncProperty(change, fc.nat(), async ([at, by], which) => {
        const key = chainKeys()[which % 5] ?? ''
        const bytes = changedAt(stored.get(key) ?? Buffer.alloc(0), at, by)
        const error = await follow(new Map(stored).set(key, bytes)).catch((caught) => caught)
        return error instanceof BrokenChain && error.place === key
      }),
      { numRuns: 500 },
    )
  })

  it('by taking a link away, swapping two, doubling one or cutting the end is found', async () => {
    const keys = chainKeys()
    const placeOf = (objects: Map<string, Buffer>) =>
      follow(objects).then(
        (hashes) => hashes.length,
        (error: BrokenChain) => error.place,
      )
    const bytesOf = (at: number) => stored.get(keys[at] ?? '') ?? Buffer.alloc(0)
    for (const at of [0, 1, 2, 3]) {
      const without = new Map(stored)
      without.delete(keys[at] ?? '')
      expect(await placeOf(without)).toBe(keys[at])
      const swapped = new Map(stored)
        .set(keys[at] ?? '', bytesOf(at + 1))
        .set(keys[at + 1] ?? '', bytesOf(at))
      expect(await placeOf(swapped)).toBe(keys[at])
      const doubled = new Map(stored).set(keys[at + 1] ?? '', bytesOf(at))
      expect(await placeOf(doubled)).toBe(keys[at + 1])
    }
    const cut = new Map([...stored].filter(([key]) => key !== keys[4]))
    expect(await placeOf(cut), 'nothing in a chain tells that it once went on: a checkpoint does').toBe(4)
  })
})
