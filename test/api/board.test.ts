// The board over HTTP: stored bytes answered as they are, numbered; many builders at once never set it back.
import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { Board } from '#functions/bridge-points/board.schema.ts'
import { loadBytes, loadHead, Overtaken, saveSnapshot } from '#functions/bridge-points/board-snapshot.ts'
import { buildBoard } from '#functions/bridge-points/build-board.ts'
import { rowItem, setColumns } from '#functions/bridge-points/entity.ts'
import { forgetBoard } from '#functions/bridge-points/read-board.ts'
import { newRow } from '#functions/bridge-points/rules.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { provincialPoliceOn } from '#functions/directory/units.data.ts'
import { setClock } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import { database, tableName } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { insisting } from '#test/support/insisting.ts'

let home: TestApi
let secretary: Client
let operator: Client
let clock = Date.parse('2022-11-23T07:00:00Z')
let id: string

const units = provincialPoliceOn('2022-11-23').map((unit) => unit.id)

beforeAll(async () => {
  setClock(() => new Date(clock))
  home = await startApi(() => api)
  await seedUnits()
  secretary = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
})
afterAll(async () => {
  await home.stop()
  setClock(() => new Date())
})

beforeEach(async () => {
  clock += 60_000
  const input = {
    title: ['Hội nghị'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
  }
  id = (await secretary.post('/api/conferences', input)).body.id
  await secretary.post(`/api/conferences/${id}/bridge-points`, { unitIds: units })
  await secretary.post(`/api/conferences/${id}/schedule`)
})

const actor = { sub: 'test', name: 'test', grants: [], authTime: 0, requestId: 'r', offsetMs: undefined }

/** A change of one row, as roll calls make it. */
const count = (heads: number, of = id) =>
  write(
    { ...actor, personId: undefined },
    of,
    setColumns({ conferenceId: of, id: 'bpt_ca-ninh-binh' }, { heads }),
  )

/** What stands in the store, with nothing built for the reader. */
const stored = async (who: Client, headers: Record<string, string> = {}) => {
  forgetBoard(id)
  const Authorization = `Bearer ${await home.token(who.sub)}`
  return api.request(`/api/conferences/${id}/board`, { headers: { Authorization, ...headers } })
}
const boardIn = async (answer: Response) =>
  Board.parse(JSON.parse(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()))
const gzip = { 'Accept-Encoding': 'br, gzip' }
const read = async (who = operator) => boardIn(await stored(who, gzip))

describe('the answer', () => {
  it('is built by the first reader, then stands until a builder has a newer one, and tells its age', async () => {
    const first = await read()
    expect(first).toMatchObject({ builtAt: new Date(clock).toISOString(), totals: { points: 63, heads: 0 } })
    expect(first.items[0]).toMatchObject({ shortName: 'An Giang', state: 'not-connected' })
    clock += 5_000
    await count(40)
    expect(await read()).toEqual(first)
    expect(await insisting(() => buildBoard(id))).toMatchObject({ number: first.number + 1, changed: true })
    const second = await read()
    expect(second).toMatchObject({ number: first.number + 1, builtAt: new Date(clock).toISOString() })
    expect(second.totals.heads).toBe(40)
  })

  it('keeps its number when nothing changed', async () => {
    const { number } = await read()
    clock += 5_000
    expect(await insisting(() => buildBoard(id))).toMatchObject({ number, changed: false })
    expect((await read()).number).toBe(number)
  })

  it('is the stored gzip for who takes it, and the same JSON for who does not', async () => {
    const packed = await stored(operator, gzip)
    expect([packed.status, packed.headers.get('Content-Encoding')]).toEqual([200, 'gzip'])
    expect(packed.headers.get('Content-Type')).toBe('application/json')
    expect(packed.headers.get('Vary')).toContain('Accept-Encoding')
    const board = await boardIn(packed)
    for (const accepted of ['', 'br', 'gzip;q=0, *', 'identity']) {
      const plain = await stored(operator, { 'Accept-Encoding': accepted })
      expect([plain.headers.get('Content-Encoding'), await plain.json()]).toEqual([null, board])
    }
    const any = await stored(operator, { 'Accept-Encoding': '*' })
    expect(any.headers.get('Content-Encoding')).toBe('gzip')
  })

  it('is not sent again to who has it', async () => {
    const first = await stored(operator, gzip)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toBe(`W/"${(await boardIn(first)).number}"`)
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const again = await stored(operator, { ...gzip, 'If-None-Match': `"1", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
    await count(12)
    await insisting(() => buildBoard(id))
    const newer = await stored(operator, { ...gzip, 'If-None-Match': etag })
    expect(newer.status).toBe(200)
    expect((await boardIn(newer)).totals.heads).toBe(12)
  })

  it('is for those who may read the conference, whoever asked a moment before', async () => {
    expect((await stored(secretary)).status).toBe(200)
    const stranger = await home.somebody(['secretariat', 'unit:unt_ca-ha-noi'])
    const own = `/api/conferences/${id}/board`
    expect((await stranger.get(own)).body.type).toBe('/problems/not-allowed')
    const none = own.replace(id, newId('cnf'))
    expect((await stranger.get(none)).body.type).toBe('/problems/not-found')
  })
})

describe('builders', () => {
  it('never set the board back, however many run at once: a greater number has rows as new or newer', async () => {
    const last = 40
    let written = 0
    const seen: { number: number; heads: number }[] = []
    const boards = () => new Set(seen.map(({ number }) => number)).size
    const going = () => written < last || boards() < 4
    const writer = async () => {
      while (going()) {
        await count(written + 1)
        written++
      }
    }
    const builder = async () => {
      while (going()) await buildBoard(id).catch((error) => expect(error).toBeInstanceOf(Overtaken))
    }
    const reader = async () => {
      while (going()) {
        const answer = await stored(operator, gzip)
        // Whose every look finds the bytes replaced is told to come again: three builders never rest here.
        if (answer.status === 503) continue
        const { number, totals } = await boardIn(answer)
        seen.push({ number, heads: totals.heads })
      }
    }
    await Promise.all([writer(), builder(), builder(), builder(), reader()])
    await insisting(() => buildBoard(id))
    expect((await read()).totals.heads).toBe(written)
    expect(boards()).toBeGreaterThan(3)
    for (const [at, { number, heads }] of seen.entries()) {
      const before = seen[at - 1] ?? { number: 0, heads: 0 }
      expect(number).toBeGreaterThanOrEqual(before.number)
      if (number === before.number) expect(heads).toBe(before.heads)
      else expect(heads).toBeGreaterThanOrEqual(before.heads)
    }
  })

  it('leave to a newer snapshot what was read before it', async () => {
    await read()
    const head = await loadHead(id)
    await count(7)
    await insisting(() => buildBoard(id))
    const stale = { number: (head?.number ?? 0) + 1, builtAt: '', digest: '', bytes: new Uint8Array([1]) }
    await expect(saveSnapshot(id, head, stale)).rejects.toBeInstanceOf(Overtaken)
    await expect(saveSnapshot(id, undefined, stale)).rejects.toBeInstanceOf(Overtaken)
    expect((await read()).totals.heads).toBe(7)
  })

  it('store what is larger than an item in parts; a reader never gets parts of two', async () => {
    const own = newId('cnf')
    const bytes = new Uint8Array(randomBytes(1_000_000))
    await insisting(() => saveSnapshot(own, undefined, { number: 1, builtAt: '', digest: 'a', bytes }))
    const first = await loadHead(own)
    expect(first?.parts).toBe(3)
    if (!first) throw new Error('No head')
    expect(Buffer.from((await loadBytes(own, first)) ?? []).equals(bytes)).toBe(true)
    const shorter = { number: 2, builtAt: '', digest: 'b', bytes: bytes.slice(0, 500_000) }
    await insisting(() => saveSnapshot(own, first, shorter))
    expect(await loadBytes(own, first)).toBeUndefined()
    const second = await loadHead(own)
    expect(second?.parts).toBe(2)
    expect(second && (await loadBytes(own, second))?.length).toBe(500_000)
  })
})

it('holds a nationwide conference: 3,353 points in one item', async () => {
  const points = Array.from({ length: 3_353 }, (_, at) => ({
    id: `bpt_ca-xa-${at}`,
    conferenceId: id,
    unitId: `unt_ca-xa-${at}`,
    name: `Công an xã số ${at}, tỉnh Ninh Bình`,
    shortName: `Xã ${at}`,
    kind: 'site' as const,
    startsAt: '',
    delegateIds: Array.from({ length: 50 }, () => ''),
    version: 1,
  }))
  const rows = points.map((point, at) =>
    rowItem({ ...newRow(point), heads: at, rolledAt: new Date(clock + at * 997).toISOString() }),
  )
  const put = async (some: typeof rows) => {
    const RequestItems = { [tableName()]: some.map((Item) => ({ PutRequest: { Item } })) }
    await database().send(new BatchWriteCommand({ RequestItems }))
  }
  const parts = Array.from({ length: Math.ceil(rows.length / 25) }, (_, at) =>
    rows.slice(at * 25, at * 25 + 25),
  )
  for (let at = 0; at < parts.length; at += 12) await Promise.all(parts.slice(at, at + 12).map(put))
  const { items, totals } = await read()
  expect([items.length, totals.points, totals.expected]).toEqual([3_416, 3_416, 3_353 * 50])
  expect(await loadHead(id)).toMatchObject({ parts: 1 })
}, 60_000)
