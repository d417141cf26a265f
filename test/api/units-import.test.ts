// Units as tables: 3,319 communes in, all or none; killed, delivered twice, cancelled; out and in again as they were.
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { currentRegister } from '#functions/directory/register.ts'
import { loadJob } from '#functions/jobs/entity.ts'
import { leaseMs } from '#functions/jobs/lease.ts'
import { now, setClock } from '#functions/shared/clock.ts'
import { readCsvRows } from '#functions/shared/csv.ts'
import { readSheetRows } from '#functions/shared/sheet.ts'
import { database } from '#functions/shared/table.ts'
import type { Client } from '#test/support/api.ts'
import { communesMost, communeTable } from '#test/support/communes.ts'
import { eventually } from '#test/support/eventually.ts'
import { deliver, importTable, orderImport, sendTable, startUnitsHome } from '#test/support/units-home.ts'

let home: Awaited<ReturnType<typeof startUnitsHome>>
let administrator: Client

/** Whoever looks without rest leaves the import no time. */
const lookEveryMs = 50

/** A busy machine takes its time. */
const patience = { timeout: 25_000, interval: 5 }

beforeEach(async () => {
  home = await startUnitsHome()
  administrator = home.administrator
  return async () => {
    vi.restoreAllMocks()
    setClock(() => new Date())
    await home.stop()
  }
})

const job = async (id: string) => (await administrator.get(`/api/jobs/${id}`)).body
const count = async (query = 'type=commune-police') =>
  (await administrator.get(`/api/units?on=2026-01-01&limit=1&${query}`)).body.total as number

/** What the whole register says, as it is written out. */
const exported = async (format: 'csv' | 'xlsx', more: object = {}) => {
  const { body } = await administrator.post('/api/units/exports', { format, ...more })
  await deliver(body.jobId)
  const { headers, status } = await administrator.get(`/api/jobs/${body.jobId}/result`)
  expect(status).toBe(303)
  const file = await fetch(headers.get('Location') ?? '')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const rows = format === 'csv' ? readCsvRows(bytes) : await readSheetRows(bytes)
  return rows.map(({ cells }) => cells)
}

describe('3,319 communes', () => {
  it('with a few wrong rows: each is told, nothing is to be seen; set right, all are there at once', async () => {
    const table = communeTable()
    const wrong = table.map((row) => [...row])
    const spoil = (at: number, cell: number, text: string) => {
      const row = wrong[at]
      if (row) row[cell] = text
    }
    spoil(10, 0, '')
    spoil(20, 1, 'Công an liên xã')
    spoil(30, 2, 'Công an tỉnh Hà Đông')
    spoil(40, 3, '31/02/2025')
    spoil(50, 4, 'không có')
    wrong[60] = [...(wrong[59] ?? [])]
    const refused = await importTable(administrator, wrong)
    expect(refused).toMatchObject({ state: 'failed', errorCount: 6, failure: { slug: 'rows-invalid' } })
    expect(refused.errors).toEqual([
      { row: 11, pointer: 'Tên đơn vị', message: 'Thiếu tên đơn vị.' },
      {
        row: 21,
        pointer: 'Loại đơn vị',
        message: expect.stringContaining('Không rõ loại đơn vị “Công an liên xã”'),
      },
      {
        row: 31,
        pointer: 'Đơn vị cấp trên',
        message: 'Không có đơn vị “Công an tỉnh Hà Đông” vào ngày 01/07/2025.',
      },
      { row: 41, pointer: 'Từ ngày', message: expect.stringContaining('“31/02/2025” không phải là ngày') },
      { row: 51, pointer: 'Thư điện tử', message: '“không có” không phải là địa chỉ thư điện tử.' },
      { row: 61, pointer: 'Từ ngày', message: 'Trùng thời gian với dòng 60 của cùng một đơn vị.' },
    ])
    expect(await count()).toBe(0)

    const counts = new Set<number>()
    const id = await orderImport(administrator, await sendTable(administrator, table, 'xlsx'))
    let isOver = false
    const watching = (async () => {
      for (; !isOver; await pause(lookEveryMs)) counts.add(await count())
    })()
    await deliver(id)
    isOver = true
    await watching
    expect(await job(id)).toMatchObject({
      state: 'done',
      done: communesMost,
      result: { added: communesMost, changed: 0, unchanged: 0 },
    })
    expect(await count()).toBe(communesMost)
    expect([...counts].filter((seen) => seen !== 0 && seen !== communesMost)).toEqual([])
    const again = await importTable(administrator, table)
    expect(again.result).toMatchObject({ added: 0, changed: 0, unchanged: communesMost })
  }, 240_000)
})

/** The worker dies at the n-th call of a step: nothing of its own is written after that. */
const dieAt = (calls: number) => {
  const client = database()
  const send = client.send.bind(client)
  let left = calls
  let isDead = false
  vi.spyOn(client, 'send').mockImplementation(async (command: Parameters<typeof send>[0]) => {
    const { input } = command as { input: { ExpressionAttributeNames?: object } }
    const isStaging = JSON.stringify(input.ExpressionAttributeNames ?? {}).includes('staged')
    if (isDead || (isStaging && --left <= 0)) {
      isDead = true
      throw new Error('the process is gone')
    }
    return send(command)
  })
}

describe('an import', () => {
  /** Three chunks: one is the first, one neither, one the last. */
  const rows = 210
  const table = communeTable(rows)

  it.each([
    ['while it stages', 150],
    ['while it puts units in their places', rows + 100],
  ])('that is killed %s is seen as a whole or not at all, and goes on', async (_, calls) => {
    const id = await orderImport(administrator, await sendTable(administrator, table))
    dieAt(calls)
    await expect(deliver(id)).rejects.toThrow('the process is gone')
    vi.restoreAllMocks()
    const seen = calls < table.length ? 0 : table.length - 1
    expect(await count()).toBe(seen)
    const later = now().getTime() + leaseMs + 1_000
    setClock(() => new Date(later))
    await deliver(id)
    expect(await job(id)).toMatchObject({ state: 'done', result: { added: rows, changed: 0 } })
    expect(await count()).toBe(rows)
    expect((await importTable(administrator, table)).result).toMatchObject({ unchanged: rows })
  })

  it('that is delivered twice, and twice at once, happens once', async () => {
    const id = await orderImport(administrator, await sendTable(administrator, table))
    await Promise.all([deliver(id), deliver(id)])
    await deliver(id)
    expect(await job(id)).toMatchObject({ state: 'done', result: { added: rows, changed: 0, unchanged: 0 } })
    const { units } = await currentRegister()
    expect(units.filter(({ type }) => type === 'commune-police').every(({ version }) => version === 1)).toBe(
      true,
    )
  })

  it('that hands on again and again gets through', async () => {
    const id = await orderImport(administrator, await sendTable(administrator, table))
    for (let run = 0; run < 20 && (await job(id)).state !== 'done'; run++) await deliver(id, () => 1_000)
    expect(await job(id)).toMatchObject({ state: 'done', result: { added: rows } })
    expect(await count()).toBe(rows)
  })

  it('that is cancelled leaves nothing to be seen, and the register to others', async () => {
    const id = await orderImport(administrator, await sendTable(administrator, table))
    const running = deliver(id)
    await eventually(async () => expect((await loadJob(id)).done).toBeGreaterThan(0), patience)
    expect((await administrator.post(`/api/jobs/${id}/cancel`)).status).toBe(200)
    await running
    expect(await job(id)).toMatchObject({ state: 'cancelled' })
    expect(await count()).toBe(0)
    expect((await importTable(administrator, table)).result).toMatchObject({ added: rows })
  })

  it('has the register to itself: nobody changes a unit meanwhile, and no second import begins', async () => {
    const id = await orderImport(administrator, await sendTable(administrator, table))
    const running = deliver(id)
    await eventually(async () => expect((await loadJob(id)).done).toBeGreaterThan(0), patience)
    const entered = await administrator.post('/api/units', {
      name: 'Công an xã Chen Ngang',
      type: 'commune-police',
      parent: 'unt_ca-ninh-binh',
      validFrom: '2025-03-01',
    })
    expect(entered.body.type).toBe('/problems/units-importing')
    const uploadId = await sendTable(administrator, table)
    const second = await administrator.post('/api/units/imports', { uploadId })
    expect(second.body.type).toBe('/problems/units-importing')
    await running
    expect((await administrator.post('/api/units/imports', { uploadId })).status).toBe(202)
  })

  it('tells in a dry run what it would do, does nothing, and leaves the upload for the real one', async () => {
    const uploadId = await sendTable(administrator, table)
    const id = await orderImport(administrator, uploadId, true)
    await deliver(id)
    expect(await job(id)).toMatchObject({ state: 'done', result: { added: rows, dryRun: true } })
    expect(await count()).toBe(0)
    await deliver(await orderImport(administrator, uploadId))
    expect(await count()).toBe(rows)
  })

  it('brings units up to date: what a later table says from a day on follows what was known before', async () => {
    await importTable(administrator, table)
    const [, first = []] = table
    const renamed = [
      ['Mã', 'Tên', 'Cấp', 'Hiệu lực từ', 'Ghi chú'],
      ['ca-hue', 'Công an thành phố Huế', 'Công an thành phố', '01/01/2025', ''],
      ['ca-phuong-an-son-an-giang', 'Công an phường An Sơn Mới', 'phường', '1/1/2026', 'đổi tên'],
    ]
    expect(first[0]).toBe('Công an phường An Sơn')
    const { result, errors } = await importTable(administrator, renamed)
    expect(errors).toEqual([])
    expect(result).toEqual({ added: 0, changed: 1, unchanged: 1, ignoredColumns: ['Ghi chú'] })
    const { body } = await administrator.get('/api/units/unt_ca-phuong-an-son-an-giang')
    expect(body).toMatchObject({
      version: 2,
      parent: 'unt_ca-an-giang',
      names: [
        { name: 'Công an phường An Sơn', validTo: '2025-12-31' },
        { name: 'Công an phường An Sơn Mới', validFrom: '2026-01-01' },
      ],
    })
    expect((await administrator.get('/api/units/unt_ca-hue')).body.names).toHaveLength(2)
  })

  it('may change what somebody changed last; both go on changing the register', async () => {
    const name = 'Công an thành phố Huế Mới'
    const path = '/api/units/unt_ca-hue'
    const { version } = (await administrator.get(path)).body
    expect(
      (await administrator.post(`${path}/rename`, { name, from: '2026-01-01' }, { version })).status,
    ).toBe(200)
    const told = ['Mã', 'Tên', 'Cấp', 'Hiệu lực từ']
    const again = [told, ['ca-hue', 'Công an thành phố Huế', 'Công an thành phố', '01/06/2026']]
    expect((await importTable(administrator, again)).result).toMatchObject({ changed: 1 })
    expect((await importTable(administrator, again)).result).toMatchObject({ unchanged: 1 })
    const next = { name, from: '2026-08-01' }
    expect((await administrator.post(`${path}/rename`, next, { version: version + 2 })).status).toBe(200)
  })

  it('is the administrator’s alone, of one’s own upload, of a table that can be read', async () => {
    const uploadId = await sendTable(administrator, table)
    const operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
    expect((await operator.post('/api/units/imports', { uploadId })).status).toBe(403)
    const other = await home.somebody(['administrator', '*'])
    expect((await other.post('/api/units/imports', { uploadId })).status).toBe(404)
    const noHeader = await importTable(administrator, [
      ['A', 'B'],
      ['x', 'y'],
    ])
    expect(noHeader.errors.map(({ message }: { message: string }) => message)).toEqual([
      'Thiếu cột “Tên đơn vị”.',
      'Thiếu cột “Loại đơn vị”.',
      'Thiếu cột “Từ ngày”.',
    ])
  })
})

describe('an export', () => {
  it.each(['csv', 'xlsx'] as const)('as %s imported again changes nothing', async (format) => {
    await importTable(administrator, communeTable(100))
    await administrator.post(
      '/api/units/unt_ca-phuong-an-son-an-giang/move',
      { type: 'other', parent: 'unt_ca-ca-mau', from: '2026-03-01' },
      { version: 1 },
    )
    await currentRegister()
    const rows = await exported(format)
    expect(rows[0]?.slice(0, 2)).toEqual(['Mã đơn vị', 'Tên đơn vị'])
    expect(rows.filter(([code]) => code === 'ca-phuong-an-son-an-giang')).toHaveLength(2)
    const { units } = await currentRegister()
    const { result, errors } = await importTable(administrator, rows, format)
    expect(errors).toEqual([])
    expect(result).toMatchObject({ added: 0, changed: 0, unchanged: units.length })
  })

  it('makes another home the same', async () => {
    await importTable(administrator, communeTable(60))
    await currentRegister()
    const rows = await exported('xlsx')
    const before = new Map((await currentRegister()).byId)
    await home.stop()
    home = await startUnitsHome()
    administrator = home.administrator
    const { result } = await importTable(administrator, rows)
    expect(result).toMatchObject({ added: 60, changed: 0 })
    const after = (await currentRegister()).byId
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before))
  })

  it('may be of those that stand on a day, of one type, below one unit; or the header alone', async () => {
    await importTable(administrator, communeTable(68))
    await currentRegister()
    const some = await exported('csv', {
      on: '2026-01-01',
      type: 'commune-police',
      within: 'unt_ca-ninh-binh',
    })
    expect(some.slice(1).map(([, name]) => name)).toHaveLength(2)
    const template = await exported('xlsx', { template: true })
    expect(template).toHaveLength(1)
    expect(template[0]).toContain('Đơn vị cấp trên')
  })
})
