// The seeds of the directory against the map of provinces: 63 until 30/6/2025, 34 from 1/7/2025.
import { expect, test } from 'vitest'
import { provincialPoliceOn, units } from '#functions/directory/units.data.ts'

const byId = new Map(units.map((unit) => [unit.id, unit]))

test('63 provincial police on the day of the conference, 34 after the merger', () => {
  expect(provincialPoliceOn('2022-11-23')).toHaveLength(63)
  expect(provincialPoliceOn('2025-06-30')).toHaveLength(63)
  expect(provincialPoliceOn('2025-07-01')).toHaveLength(34)
})

test('every unit that ended has one successor that stands and names it as predecessor, but a district’s committee', () => {
  const ended = units.filter((unit) => unit.validTo && unit.id !== 'unt_ubnd-huyen-gia-vien')
  expect(ended.filter(({ type }) => type === 'provincial-police')).toHaveLength(29)
  for (const unit of ended) {
    expect(unit.validTo).toBe('2025-06-30')
    expect(unit.successors).toHaveLength(1)
    const heir = byId.get(unit.successors[0]?.unit ?? '')
    expect(heir?.validTo).toBeUndefined()
    expect(heir?.predecessors).toContainEqual({ unit: unit.id, on: '2025-07-01' })
  }
})

test('ids are unique slugs, parents exist, names are NFC and cover the life of the unit', () => {
  expect(byId.size).toBe(units.length)
  for (const unit of units) {
    expect(unit.id).toMatch(/^unt_[a-z]+(-[a-z]+)*$/)
    if (unit.parent) expect(byId.has(unit.parent)).toBe(true)
    expect(unit.names[0]?.validFrom).toBe(unit.validFrom)
    expect(unit.names.at(-1)?.validTo).toBe(unit.validTo)
    for (const { name, shortName } of unit.names)
      expect([name, shortName]).toEqual([name.normalize('NFC'), shortName.normalize('NFC')])
  }
})

test('names are those of the day: Thừa Thiên Huế became thành phố Huế on 1/1/2025', () => {
  const spells = byId.get('unt_ca-hue')?.names
  expect(spells?.map((spell) => [spell.name, spell.validFrom])).toEqual([
    ['Công an tỉnh Thừa Thiên Huế', '2008-08-01'],
    ['Công an thành phố Huế', '2025-01-01'],
  ])
  expect(byId.get('unt_ca-ninh-binh')?.names[0]?.name).toBe('Công an tỉnh Ninh Bình')
})
