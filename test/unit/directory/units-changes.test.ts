// What becomes of units keeps the register whole: spells unbroken, both sides of a merger named, no unit its own parent.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOn, parentsOf, typesOf, unitParentOn, unitsStanding } from '#functions/directory/rules.ts'
import { changedFrom, dayAfter, dayBefore, isUnbroken } from '#functions/directory/spells.rules.ts'
import type { Unit } from '#functions/directory/stored.schema.ts'
import { absorbedUnits, endedUnit, movedUnit, renamedUnit } from '#functions/directory/unit-changes.rules.ts'
import { planUnits } from '#functions/directory/unit-plan.rules.ts'
import { unitHeader, unitRows } from '#functions/directory/unit-table.rules.ts'
import { units as seeds } from '#functions/directory/units.data.ts'
import { Problem } from '#functions/shared/problem.ts'
import { communeTable } from '#test/support/communes.ts'

const numbered = (rows: (readonly string[])[]) => rows.map((cells, at) => ({ line: at + 1, cells }))
const registerOf = (units: readonly Unit[]) => new Map(units.map((unit) => [unit.id, unit]))

const planted = registerOf([...seeds, ...planUnits(registerOf(seeds), numbered(communeTable(68))).changed])

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const someUnit = fc.constantFrom(...planted.keys())

type Act = (register: Map<string, Unit>) => Unit[]
const unit = (register: Map<string, Unit>, id: string): Unit => {
  const found = register.get(id)
  if (!found) throw new Error(id)
  return found
}

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ id: someUnit, from: day, name: fc.constantFrom('Công an A', 'Công an B') }).map(
    ({ id, ...input }): Act =>
      (register) => [renamedUnit(unit(register, id), input)],
  ),
  fc.record({ id: someUnit, from: day, parent: someUnit }).map(
    ({ id, ...input }): Act =>
      (register) => [movedUnit(register, unit(register, id), input)],
  ),
  fc.record({ id: someUnit, lastDay: day, heir: someUnit }).map(
    ({ id, lastDay, heir }): Act =>
      (register) =>
        endedUnit(register, unit(register, id), { lastDay, successors: [heir] }),
  ),
  fc.record({ into: someUnit, id: someUnit, on: day }).map(
    ({ into, id, on }): Act =>
      (register) =>
        absorbedUnits(register, unit(register, into), [unit(register, id)], on),
  ),
)

/** Does what may be done; refusals change nothing. */
const outcome = (acts: readonly Act[]): Map<string, Unit> => {
  const register = new Map(planted)
  for (const each of acts)
    try {
      for (const changed of each(register)) register.set(changed.id, changed)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  return register
}

const lifeOf = ({ validFrom, validTo }: Unit) => ({ validFrom, ...(validTo ? { validTo } : {}) })

describe('after any acts, in any order', () => {
  it('every unit has one name, type and parent on each day of its life', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        for (const each of outcome(acts).values())
          for (const spells of [each.names, typesOf(each), parentsOf(each)])
            expect(isUnbroken(spells, lifeOf(each))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('whoever names a successor is named as predecessor, and nobody is above itself', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), day, (acts, on) => {
        const register = outcome(acts)
        for (const each of register.values()) {
          for (const { unit: heir } of each.successors)
            expect(register.get(heir)?.predecessors.map((link) => link.unit)).toContain(each.id)
          if (unitsStanding([each], on).length > 0)
            expect(ancestorsOn(each, on, register)).not.toContain(each.id)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a register written out and read again is the same', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const register = outcome(acts)
        const table = [unitHeader, ...unitRows([...register.values()], register)]
        const plan = planUnits(register, numbered(table))
        expect(
          plan.complaints.filter(({ message }) => !message.includes('Đơn vị cấp trên không hoạt động')),
        ).toEqual([])
        expect(plan.changed).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('days', () => {
  it('follow one another over months, years and leap days', () => {
    expect([dayAfter('2024-02-28'), dayAfter('2024-02-29'), dayBefore('2025-01-01')]).toEqual([
      '2024-02-29',
      '2024-03-01',
      '2024-12-31',
    ])
  })

  it('a change from a day on leaves what was before', () => {
    const spells = [{ name: 'A', validFrom: '2020-01-01' }]
    expect(changedFrom(spells, { name: 'B', validFrom: '2021-01-01' })).toEqual([
      { name: 'A', validFrom: '2020-01-01', validTo: '2020-12-31' },
      { name: 'B', validFrom: '2021-01-01' },
    ])
  })
})

it('communes of a province that was merged belong to what it was merged into', () => {
  const commune: Unit = {
    id: 'unt_x',
    type: 'commune-police',
    parent: 'unt_ca-ha-nam',
    names: [{ name: 'Công an xã X', shortName: 'X', validFrom: '2020-01-01' }],
    validFrom: '2020-01-01',
    predecessors: [],
    successors: [],
  }
  const register = new Map([...planted, [commune.id, commune] as const])
  expect(unitParentOn(commune, '2025-06-30', register)).toBe('unt_ca-ha-nam')
  expect(unitParentOn(commune, '2025-07-01', register)).toBe('unt_ca-ninh-binh')
  const below = unitsStanding([...register.values()], '2025-07-01', { within: 'unt_ca-ninh-binh' })
  expect(below.map(({ id }) => id)).toContain('unt_x')
})
