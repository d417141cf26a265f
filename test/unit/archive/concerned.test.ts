// Whose record it is: units that had a part in the conference, not provinces that only say where a point lies.
import { describe, expect, it } from 'vitest'
import { concernedUnits } from '#functions/archive/concerned.rules.ts'
import { afternoonText } from '#test/support/minutes-text.ts'

const text = afternoonText()
const ids = text.units.map(({ id }) => id)
const province = 'unt_ca-tinh-nao-do'
const named = {
  ...text,
  units: [...text.units, { id: province, name: 'Công an tỉnh nào đó' }],
  attendance: text.attendance.map((point) => ({ ...point, provinceId: province })),
}

describe('the units a record concerns', () => {
  it('are all that had a part, as they were before points were listed by province', () => {
    expect(concernedUnits(text)).toEqual(ids)
    expect(concernedUnits({ ...text, attendance: undefined } as never)).toEqual(ids)
  })

  it('are no province that is named as a place alone', () => {
    expect(concernedUnits(named)).toEqual(ids)
  })

  it('are a province that had a point', () => {
    const [first, ...rest] = named.attendance
    const there = { ...named, attendance: [{ ...first, unitId: province }, ...rest] } as typeof named
    expect(concernedUnits(there)).toContain(province)
  })

  it('are nobody who answers for a directive and was not there, but whom documents of the past name', () => {
    const owner = { ...text, units: [...text.units, { id: province, name: 'Công an tỉnh nào đó' }] }
    expect(concernedUnits(owner)).toEqual(ids)
    const past = { ...owner, kind: 'historical' as const }
    expect(concernedUnits(past)).toContain(province)
  })
})
