// The permission question: role, act, relation and time.
import { describe, expect, it } from 'vitest'
import { type Act, may, permissions, type Touched, unitsHeld } from '#functions/grants/rules.ts'

const at = '2022-11-23T07:00:00.000Z'
const conference = 'cnf_01GJH00000000000000000000A'
const grant = (role: string, scope: string, validFrom = '2022-01-01T00:00:00.000Z', validTo?: string) => [
  { role, scope, validFrom, validTo },
]
const here: Touched = {
  conference,
  host: 'unt_bo-cong-an',
  unit: 'unt_ca-ninh-binh',
  invited: ['unt_ca-ninh-binh'],
}

describe('may', () => {
  it('lets an operator act for its own unit only', () => {
    expect(may(grant('operator', 'unit:unt_ca-ninh-binh'), 'roll-call:mark', here, at)).toBe(true)
    expect(may(grant('operator', 'unit:unt_ca-ha-nam'), 'roll-call:mark', here, at)).toBe(false)
  })

  it('does not take the secretariat of an invited unit for that of the host', () => {
    expect(may(grant('secretariat', 'unit:unt_bo-cong-an'), 'conference:start', here, at)).toBe(true)
    expect(may(grant('secretariat', 'unit:unt_ca-ninh-binh'), 'conference:start', here, at)).toBe(false)
  })

  it('holds a conference role to its conference', () => {
    expect(may(grant('chair', `conference:${conference}`), 'floor:run', here, at)).toBe(true)
    expect(may(grant('chair', 'conference:cnf_01GJH00000000000000000000B'), 'floor:run', here, at)).toBe(
      false,
    )
  })

  it('begins and ends with the grant: the last moment is out', () => {
    const held = (from: string, to?: string) => grant('operator', 'unit:unt_ca-ninh-binh', from, to)
    expect(may(held('2022-11-23T07:00:00.001Z'), 'floor:request', here, at)).toBe(false)
    expect(may(held('2022-01-01T00:00:00.000Z', at), 'floor:request', here, at)).toBe(false)
    expect(may(held(at, '2022-11-23T07:00:00.001Z'), 'floor:request', here, at)).toBe(true)
  })

  it('gives nobody without a grant anything', () => {
    for (const act of Object.keys(permissions) as Act[]) expect(may([], act, here, at)).toBe(false)
  })

  it('never matches a relation the act does not touch', () => {
    const rows: [string, string][] = [
      ['operator', 'unit:undefined'],
      ['secretariat', 'unit:undefined'],
      ['chair', 'conference:undefined'],
    ]
    for (const [role, scope] of rows) {
      const wherever = (act: Act) => (permissions[act] as Record<string, string>)[role] === 'any'
      for (const act of (Object.keys(permissions) as Act[]).filter((one) => !wherever(one)))
        expect(may(grant(role, scope), act, {}, at)).toBe(false)
    }
  })
})

describe('unitsHeld', () => {
  it('tells the units of a role in force', () => {
    const grants = [
      ...grant('operator', 'unit:unt_a'),
      ...grant('operator', 'unit:unt_b', '2023-01-01T00:00:00.000Z'),
      ...grant('operator', '*'),
    ]
    expect(unitsHeld(grants, 'operator', at)).toEqual(['unt_a'])
  })
})
