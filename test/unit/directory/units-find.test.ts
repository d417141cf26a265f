// Units are found as people write them: any name, any marks, abbreviated, in any order; best first; fast at 3,353.
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { findUnits, searchUnits, unitsNamed } from '#functions/directory/find-units.rules.ts'
import { planUnits } from '#functions/directory/unit-plan.rules.ts'
import { units as seeds } from '#functions/directory/units.data.ts'
import { communeTable } from '#test/support/communes.ts'

const seeded = new Map(seeds.map((unit) => [unit.id, unit]))
const rows = communeTable().map((cells, at) => ({ line: at + 1, cells }))
const all = [...seeds, ...planUnits(seeded, rows).changed]
const byId = new Map(all.map((unit) => [unit.id, unit]))

const first = (text: string, on = '2026-01-01') => searchUnits(seeds, on, text)[0]?.id

describe('a unit is found', () => {
  it.each([
    ['cong an ninh binh', 'unt_ca-ninh-binh'],
    ['CA Ninh Bình', 'unt_ca-ninh-binh'],
    ['CAT Ninh Bình', 'unt_ca-ninh-binh'],
    ['công an tỉnh ninh bình', 'unt_ca-ninh-binh'],
    ['Tỉnh Ninh Bình', 'unt_ca-ninh-binh'],
    ['ninh binh cong an', 'unt_ca-ninh-binh'],
    ['NINH BÌNH', 'unt_ca-ninh-binh'],
    ['TP.HCM', 'unt_ca-ho-chi-minh'],
    ['CATP Hồ Chí Minh', 'unt_ca-ho-chi-minh'],
    ['TP HCM', 'unt_ca-ho-chi-minh'],
    ['hcm', 'unt_ca-ho-chi-minh'],
    ['BCA', 'unt_bo-cong-an'],
    ['VP BCA', 'unt_van-phong-bo-cong-an'],
    ['TT Huế', 'unt_ca-hue'],
    ['thừa thiên', 'unt_ca-hue'],
    ['BR-VT', 'unt_ca-ho-chi-minh'],
    ['Bà Rịa Vũng Tàu', 'unt_ca-ho-chi-minh'],
    ['khanh hoà', 'unt_ca-khanh-hoa'],
    ['Khánh Hòa', 'unt_ca-khanh-hoa'],
    ['thanhhoa', 'unt_ca-thanh-hoa'],
    ['dak nong', 'unt_ca-lam-dong'],
    ['Điện Biên', 'unt_ca-dien-bien'],
  ])('by “%s”', (text, id) => {
    expect(first(text)).toBe(id)
  })

  it('by the names of its own time, as of a day', () => {
    expect(first('BR-VT', '2022-11-23')).toBe('unt_ca-ba-ria-vung-tau')
    expect(first('hòa bình', '2022-11-23')).toBe('unt_ca-hoa-binh')
    expect(first('hòa bình', '2025-07-01')).toBe('unt_ca-phu-tho')
  })

  it('and others are not', () => {
    expect(first('ninh thuan thanh hoa')).toBeUndefined()
    expect(first('xyz')).toBeUndefined()
    expect(searchUnits(seeds, '2026-01-01', '.,-')).toEqual([])
  })
})

describe('answers come', () => {
  const ids = (text: string, on = '2026-01-01') => findUnits(all, byId, on, text).items.map(({ id }) => id)

  it('the province before its communes, exact before prefix, word and part', () => {
    const found = findUnits(all, byId, '2026-01-01', 'an giang').items
    expect(found[0]?.id).toBe('unt_ca-an-giang')
    expect(
      ids('gia sơn')
        .slice(0, 3)
        .every((id) => /^unt_ca-(xa|phuong|dac-khu)-gia-son-/.test(id)),
    ).toBe(true)
  })

  it('by commune and province together, in any order', () => {
    for (const text of ['An Sơn Ninh Bình', 'An Sơn, tỉnh Ninh Bình', 'ninh binh an son'])
      expect(ids(text)[0]).toMatch(/^unt_ca-(xa|phuong|dac-khu)-an-son-ninh-binh$/)
  })

  it('by a name borne that day before one borne earlier', () => {
    const [now, before] = [
      { id: 'unt_now', names: [{ name: 'Công an xã Mới', shortName: 'Mới', validFrom: '2020-01-01' }] },
      {
        id: 'unt_before',
        names: [
          { name: 'Công an xã Mới', shortName: 'Mới', validFrom: '2010-01-01', validTo: '2019-12-31' },
          { name: 'Công an xã Khác', shortName: 'Khác', validFrom: '2020-01-01' },
        ],
      },
    ].map((unit) => ({
      ...unit,
      type: 'commune-police',
      parent: null,
      validFrom: unit.names[0]?.validFrom ?? '',
      predecessors: [],
      successors: [],
    }))
    const both = [before, now].flatMap((unit) => unit ?? [])
    expect(searchUnits(both, '2026-01-01', 'xã mới').map(({ id }) => id)).toEqual(['unt_now', 'unt_before'])
    expect(searchUnits(both, '2015-01-01', 'xã mới').map(({ id }) => id)).toEqual(['unt_before'])
  })

  it('page by page, with their number', () => {
    const whole = findUnits(all, byId, '2026-01-01', 'xã')
    const page = findUnits(all, byId, '2026-01-01', 'xã', { from: 100, limit: 50 })
    expect(page.items).toEqual(whole.items.slice(100, 150))
    expect(page.total).toBe(whole.items.length)
  })

  it('within a blink over all 3,353 and more, whatever is typed', () => {
    expect(all.length).toBeGreaterThan(3_353)
    const typed = [
      'n',
      'ninh',
      'cong an',
      'CA xã An Sơn',
      'tỉnh Ninh Bình',
      'sơn an thanh hóa',
      'không có ai',
    ]
    findUnits(all, byId, '2026-01-01', 'ấm máy')
    const fastest = typed.map((text) => {
      const times = Array.from({ length: 7 }, () => {
        const begun = performance.now()
        findUnits(all, byId, '2026-01-01', text, { limit: 20 })
        return performance.now() - begun
      })
      return Math.min(...times)
    })
    expect(Math.max(...fastest)).toBeLessThan(250)
  })
})

it('units of any time are named by any of their names', () => {
  expect(unitsNamed(seeds, 'thua thien hue').map(({ id }) => id)).toEqual(['unt_ca-hue'])
  expect(unitsNamed(seeds, 'ca hà tây')).toEqual([])
})
