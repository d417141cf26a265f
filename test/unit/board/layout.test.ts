// The walls' pure parts: pages that lose nobody, groups in their order, titles that fit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import { units } from '#functions/directory/units.data.ts'
import { groupsOf, isNationwide, presenceOf, troubledIn } from '#web/board/groups.rules.ts'
import { columnsIn, headingHeight, pagesOf, pointHeight } from '#web/board/layout.rules.ts'
import { sizeFor } from '#web/board/title.rules.ts'

const line = (unitId: string, name: string, shortName: string, more: Partial<BoardLine> = {}): BoardLine => ({
  pointId: unitId.replace('unt_', 'bpt_'),
  unitId,
  name,
  shortName,
  kind: 'site',
  listed: 3,
  expected: 3,
  present: 2,
  online: 0,
  absent: 0,
  substituted: 0,
  unmarked: 1,
  state: 'connected',
  faults: [],
  ...more,
})

const police = units.filter(({ type }) => type === 'provincial-police')
const provinces = police.map(({ id, names: [spell] }) => {
  const name = spell?.shortName ?? ''
  return line(id, spell?.name ?? '', name, { province: { id, name } })
})
const centre = line('unt_bo-cong-an', 'Bộ Công an', 'Bộ Công an', { kind: 'central' })
const headings = { centre: 'Điểm cầu trung tâm', others: 'Các điểm cầu khác' }
const room = { columns: 5, height: 77, heading: headingHeight, lengthOf: pointHeight }

describe('groups', () => {
  it('are the centre and six regions when provinces meet', () => {
    const groups = groupsOf([...provinces, centre], headings)
    expect(groups.map(({ items }) => items.length)).toEqual([1, 14, 11, 14, 5, 6, 13])
    expect(groups[0]?.name).toBe(headings.centre)
    expect(groups[6]?.name).toBe('Đồng bằng sông Cửu Long')
  })

  it('are provinces when communes meet, and what has no place is last', () => {
    const of = { province: { id: 'unt_ca-ninh-binh', name: 'Ninh Bình' } }
    const communes = ['Gia Vân', 'Gia Viễn'].map((name) =>
      line(`unt_ca-xa-${name}`, `Công an xã ${name}`, name, of),
    )
    const school = line('unt_hoc-vien', 'Học viện An ninh nhân dân', 'Học viện An ninh nhân dân')
    const ninhBinh = provinces.filter(({ shortName }) => shortName === 'Ninh Bình')
    const groups = groupsOf([school, ...communes, ...ninhBinh, centre], headings)
    expect(groups.map(({ name, items }) => [name, items.length])).toEqual([
      [headings.centre, 1],
      ['Ninh Bình', 3],
      [headings.others, 1],
    ])
  })

  it('stay regions when a division of a province meets with provinces', () => {
    const of = { province: { id: 'unt_ca-ninh-binh', name: 'Ninh Bình' } }
    const division = line('unt_phong-1', 'Phòng Tham mưu', 'Phòng Tham mưu', of)
    expect(isNationwide([...provinces, division])).toBe(false)
    const place = groupsOf([...provinces, division], headings).find(({ items }) => items.includes(division))
    expect(place?.name).toBe('Đồng bằng sông Hồng')
  })

  it('tell who needs somebody, faults first, and how many are there', () => {
    const states = ['connected', 'unknown', 'fault', 'not-connected', 'lost'] as const
    const lines = states.map((state) => line(`unt_${state}`, state, state, { state }))
    expect(troubledIn(lines).map(({ state }) => state)).toEqual(['fault', 'lost', 'unknown'])
    expect(presenceOf(lines)).toEqual({ expected: 15, present: 10 })
  })
})

describe('pages', () => {
  it('show 63 provinces and the centre at once on a wide screen', () => {
    expect(columnsIn(170.8)).toBe(5)
    const pages = pagesOf(groupsOf([...provinces, centre], headings), room)
    expect(pages).toHaveLength(1)
    expect(pages[0]?.flat().flatMap(({ items }) => items)).toHaveLength(64)
  })

  it('hold every point once, in order, and no column is longer than the screen', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 40 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 6 }), (many, columns) => {
        const groups = many.map((count, at) => ({
          name: `Nhóm ${at}`,
          items: Array.from({ length: count }, (_, n) => ({
            shortName: `${at} ${'ô'.repeat((n * 7) % 30)}`,
          })),
        }))
        const pages = pagesOf(groups, { ...room, columns })
        expect(pages.flat(2).flatMap(({ items }) => items)).toEqual(groups.flatMap(({ items }) => items))
        for (const column of pages.flat()) {
          const length = column
            .map(({ items }) => headingHeight + items.reduce((sum, item) => sum + pointHeight(item), 0))
            .reduce((sum, one) => sum + one, 0)
          expect(length).toBeLessThanOrEqual(room.height + 0.001)
        }
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(columns)
      }),
    )
  })
})

describe('words that are never cut', () => {
  it('stand smaller the longer they are, and fit', () => {
    const header = { width: 138, height: 10, most: 3.4, least: 1.2 }
    const sizes = [20, 100, 330, 600, 1000].map((letters) => sizeFor(letters, header))
    expect(sizes[0]).toBe(3.4)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(sizes[4]).toBeGreaterThan(1.2)
  })
})
