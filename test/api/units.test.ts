// Units over time over HTTP: entered, renamed, moved, ended, merged, set right; found by any name; and whom all that is refused.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '#functions/shared/clock.ts'
import { readLog } from '#functions/shared/event-log.ts'
import type { Client } from '#test/support/api.ts'
import { eventually } from '#test/support/eventually.ts'
import { startUnitsHome } from '#test/support/units-home.ts'

let home: Awaited<ReturnType<typeof startUnitsHome>>
let administrator: Client
let operator: Client

beforeAll(async () => {
  home = await startUnitsHome()
  administrator = home.administrator
  operator = await home.somebody(['operator', 'unit:unt_ca-ninh-binh'])
})
afterAll(() => home.stop())

let made = 0
const enter = async (more: object = {}) => {
  const input = {
    name: `Công an xã Thử ${++made}`,
    type: 'commune-police',
    parent: 'unt_ca-ninh-binh',
    validFrom: '2025-03-01',
    ...more,
  }
  const { status, body } = await administrator.post('/api/units', input)
  expect([status, body]).toEqual([201, expect.anything()])
  return body
}

const act = (unit: { id: string; version: number }, verb: string, body: object, who = administrator) =>
  who.post(`/api/units/${unit.id}/${verb}`, body, { version: unit.version })

const search = async (query: string) => (await operator.get(`/api/units?${query}`)).body
const slug = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '')

describe('a unit', () => {
  it('is entered, with an id from its name, and found by it', async () => {
    const unit = await enter({ name: 'Công an xã Gia Viễn' })
    expect(unit).toMatchObject({
      id: 'unt_ca-xa-gia-vien-ninh-binh',
      names: [{ name: 'Công an xã Gia Viễn', shortName: 'Gia Viễn', validFrom: '2025-03-01' }],
      version: 1,
    })
    await eventually(async () => {
      const { items } = await search('q=gia vien ninh binh&on=2025-07-01')
      expect(items).toMatchObject([{ id: unit.id, parentName: 'Công an tỉnh Ninh Bình' }])
    })
    expect(slug(await administrator.post('/api/units', { ...unit, names: undefined }))).toBe('invalid-input')
    const twin = { name: 'CÔNG AN XÃ GIA VIỄN', type: 'commune-police', parent: 'unt_ca-ninh-binh' }
    expect(slug(await administrator.post('/api/units', { ...twin, validFrom: '2026-01-01' }))).toBe(
      'already-exists',
    )
  })

  it('bears another name from a day on, and is found by both', async () => {
    const unit = await enter({ name: 'Công an xã Cũ Kỹ' })
    const renamed = await act(unit, 'rename', { name: 'Công an phường Mới Mẻ', from: '2026-01-01' })
    expect(renamed).toMatchObject({
      status: 200,
      body: {
        version: 2,
        names: [
          { name: 'Công an xã Cũ Kỹ', validTo: '2025-12-31' },
          { name: 'Công an phường Mới Mẻ', shortName: 'Mới Mẻ', validFrom: '2026-01-01' },
        ],
      },
    })
    expect(renamed.headers.get('ETag')).toBe('"2"')
    await eventually(async () => {
      const later = await search('q=cu ky&on=2026-06-01')
      expect(later.items).toMatchObject([{ name: 'Công an phường Mới Mẻ', through: 'Cũ Kỹ' }])
      const before = await search('q=mới mẻ&on=2025-06-01')
      expect(before.items).toMatchObject([{ name: 'Công an xã Cũ Kỹ' }])
    })
  })

  it('is of another type and belongs elsewhere from a day on', async () => {
    const unit = await enter()
    const moved = await act(unit, 'move', { parent: 'unt_ca-thanh-hoa', type: 'other', from: '2026-01-01' })
    expect(moved.body).toMatchObject({
      type: 'other',
      parents: [
        { parent: 'unt_ca-ninh-binh', validTo: '2025-12-31' },
        { parent: 'unt_ca-thanh-hoa', validFrom: '2026-01-01' },
      ],
    })
    await eventually(async () => {
      const of = async (within: string, on: string) =>
        (await search(`within=${within}&on=${on}&limit=500`)).items.map(({ id }: { id: string }) => id)
      expect(await of('unt_ca-ninh-binh', '2025-12-31')).toContain(unit.id)
      expect(await of('unt_ca-ninh-binh', '2026-01-01')).not.toContain(unit.id)
      expect(await of('unt_ca-thanh-hoa', '2026-01-01')).toContain(unit.id)
      expect(await of('unt_bo-cong-an', '2026-01-01')).toContain(unit.id)
    })
  })

  it('ends, and is stood for by its successor: units below it belong there', async () => {
    const district = await enter({
      name: 'Công an huyện Cấp Trên',
      type: 'district-police',
      validFrom: '2020-01-01',
    })
    const commune = await enter({ parent: district.id, validFrom: '2020-01-01' })
    expect(slug(await act(district, 'end', { lastDay: '2025-02-28' }))).toBe('unit-has-children')
    const ended = await act(district, 'end', { lastDay: '2025-02-28', successors: ['unt_ca-ninh-binh'] })
    expect(ended.body).toMatchObject({
      validTo: '2025-02-28',
      successors: [{ unit: 'unt_ca-ninh-binh', on: '2025-03-01' }],
      names: [{ validTo: '2025-02-28' }],
    })
    await eventually(async () => {
      const { items } = await search('within=unt_ca-ninh-binh&on=2025-03-01&limit=500')
      expect(items).toContainEqual(expect.objectContaining({ id: commune.id, parent: 'unt_ca-ninh-binh' }))
    })
    expect(slug(await act(ended.body, 'rename', { name: 'X', from: '2026-01-01' }))).toBe('unit-ended')
  })

  it('takes in others: both sides name each other, and it is found through them', async () => {
    const [into, one, two] = [await enter(), await enter({ name: 'Công an xã Bị Gộp' }), await enter()]
    const units = [one, two].map(({ id, version }) => ({ id, version }))
    const merged = await act(into, 'absorb', { units, on: '2026-02-01' })
    expect(merged.body.predecessors).toEqual(units.map(({ id }) => ({ unit: id, on: '2026-02-01' })))
    expect((await operator.get(`/api/units/${one.id}`)).body).toMatchObject({
      validTo: '2026-01-31',
      successors: [{ unit: into.id, on: '2026-02-01' }],
      version: 2,
    })
    await eventually(async () => {
      expect((await search('q=bị gộp&on=2026-02-01')).items).toMatchObject([{ id: into.id }])
      expect((await search('q=bị gộp&on=2026-01-31')).items).toMatchObject([{ id: one.id }])
    })
    expect(slug(await act(merged.body, 'absorb', { units, on: '2026-02-02' }))).toBe('stale-version')
  })

  it('is set right as a whole, and the log keeps what stood there', async () => {
    const unit = await enter()
    const whole = {
      names: [
        { name: 'Công an xã Đầu', validFrom: '2024-01-01', validTo: '2024-12-31' },
        { name: 'Công an xã Sau', validFrom: '2025-01-01' },
      ],
      types: [{ type: 'commune-police', validFrom: '2024-01-01' }],
      parents: [{ parent: 'unt_ca-ninh-binh', validFrom: '2024-01-01' }],
      validFrom: '2024-01-01',
      email: 'xa@diemcau.example',
    }
    const put = (body: object) => administrator.put(`/api/units/${unit.id}`, body, { version: unit.version })
    const gap = {
      ...whole,
      names: whole.names.map((name, at) => (at ? { ...name, validFrom: '2025-02-01' } : name)),
    }
    expect(slug(await put(gap))).toBe('unit-spells')
    expect((await put(whole)).body).toMatchObject({ ...whole, version: 2 })
    setClock(() => new Date(Date.now() + 10_000))
    const events = (await readLog('directory', undefined, 500)).items.filter(
      ({ subject }) => subject === unit.id,
    )
    setClock(() => new Date())
    expect(events.map(({ name }) => name)).toEqual(['unit.entered', 'unit.corrected'])
    expect(events[1]?.data.before).toMatchObject({ names: unit.names })
  })
})

describe('a change', () => {
  it('is the administrator’s alone', async () => {
    const unit = await enter()
    expect((await act(unit, 'rename', { name: 'X', from: '2026-01-01' }, operator)).status).toBe(403)
    expect((await act(unit, 'move', { parent: null, from: '2026-01-01' }, operator)).status).toBe(403)
    expect((await act(unit, 'end', { lastDay: '2026-01-01' }, operator)).status).toBe(403)
    expect((await operator.post('/api/units', { name: 'X' })).status).toBe(400)
    expect((await operator.post('/api/units/exports', {})).status).toBe(403)
  })

  it('is of the version that was looked at', async () => {
    const unit = await enter()
    const rename = { name: 'Công an xã Khác', from: '2026-01-01' }
    expect((await administrator.post(`/api/units/${unit.id}/rename`, rename)).status).toBe(428)
    expect((await act({ ...unit, version: 7 }, 'rename', rename)).status).toBe(412)
    expect((await act({ id: 'unt_nowhere', version: 1 }, 'rename', rename)).status).toBe(404)
  })

  it('begins later than what it follows, and never makes a circle', async () => {
    const unit = await enter({ type: 'district-police' })
    const child = await enter({ parent: unit.id })
    expect(slug(await act(unit, 'rename', { name: 'X', from: '2025-03-01' }))).toBe('unit-change-date')
    expect(slug(await act(unit, 'end', { lastDay: '2020-01-01', successors: ['unt_ca-ninh-binh'] }))).toBe(
      'unit-change-date',
    )
    expect(slug(await act(unit, 'move', { parent: child.id, from: '2026-01-01' }))).toBe('unit-cycle')
    expect(slug(await act(unit, 'move', { parent: 'unt_nowhere', from: '2026-01-01' }))).toBe('unit-unknown')
  })

  it('happens once per key', async () => {
    const unit = await enter()
    const extra = { key: randomUUID(), version: unit.version }
    const rename = { name: 'Công an xã Một Lần', from: '2026-01-01' }
    const first = await administrator.post(`/api/units/${unit.id}/rename`, rename, extra)
    const second = await administrator.post(`/api/units/${unit.id}/rename`, rename, extra)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toEqual(first.body)
  })

  it('of ten at once to one unit, one is done and the others are told', async () => {
    const unit = await enter()
    const days = Array.from({ length: 10 }, (_, day) => `2026-01-${String(day + 10)}`)
    const answers = await Promise.all(
      days.map((from) => act(unit, 'rename', { name: `Công an xã ${from}`, from })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status } of answers) expect([200, 409, 412, 503]).toContain(status)
    expect((await operator.get(`/api/units/${unit.id}`)).body).toMatchObject({ version: 2 })
  })
})

describe('a list', () => {
  it('goes on page after page, each unit once', async () => {
    const ids: string[] = []
    let cursor = ''
    do {
      const page: { items: { id: string }[]; cursor?: string } = await search(
        `on=2022-11-23&type=provincial-police&limit=20${cursor && `&cursor=${cursor}`}`,
      )
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.cursor ?? ''
    } while (cursor)
    expect([ids.length, new Set(ids).size]).toEqual([63, 63])
  })
})
