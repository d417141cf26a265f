// Where sources disagree about a point, from its row as it stands and from the log alike.
import { describe, expect, it } from 'vitest'
import {
  disagreements,
  disagreementsIn,
  type PointFacts,
  withSettlements,
} from '#functions/attendance/disagreements.rules.ts'
import type { Logged } from '#functions/attendance/events.ts'
import { expectChoice } from '#functions/attendance/settling.rules.ts'

const calm: PointFacts = {
  pointId: 'bpt_x',
  kind: 'site',
  rolled: true,
  heads: 12,
  room: 12,
  linkEver: true,
  linkAtClose: true,
  differing: [],
}
const kinds = (change: Partial<PointFacts>, closed = true) =>
  disagreements([{ ...calm, ...change }], closed).map(({ kind }) => kind)

describe('a disagreement', () => {
  it('is a link without roll, a roll without link, or fewer heads than marked', () => {
    expect(kinds({})).toEqual([])
    expect(kinds({ rolled: false })).toEqual(['link-without-roll'])
    expect(kinds({ linkEver: false, linkAtClose: false })).toEqual(['roll-without-link'])
    expect(kinds({ heads: 11 })).toEqual(['heads-below-present'])
    expect(kinds({ heads: undefined })).toEqual([])
  })

  it('is none when the point dropped and came back, or left before the end', () => {
    expect(kinds({ linkAtClose: false })).toEqual([])
    expect(kinds({ linkAtClose: false, rolled: false })).toEqual([])
  })

  it('about a missing link waits for the close, and never concerns the centre', () => {
    const missing = { linkEver: false, linkAtClose: false }
    expect(kinds(missing, false)).toEqual([])
    expect(kinds({ ...missing, kind: 'central' })).toEqual([])
    expect(kinds({ heads: 1 }, false)).toEqual(['heads-below-present'])
  })

  it('is settled only with the figures it had, by one of its own sources', () => {
    const [found] = disagreements([{ ...calm, heads: 11 }], true)
    if (!found) throw new Error('nothing found')
    const settled = { disagreement: found, chosen: 'roll', reason: 'x', by: 'y', at: 'z' } as const
    expect(withSettlements([found], [settled])[0]?.settled).toMatchObject({ chosen: 'roll' })
    expect(withSettlements([{ ...found, heads: 9 }], [settled])[0]?.settled).toBeUndefined()
    expect(() => expectChoice(found, { chosen: 'link' })).toThrow('invalid-input')
    expect(() => expectChoice(found, { chosen: 'heads' })).not.toThrow()
  })
})

describe('the log', () => {
  const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
  let number = 0
  const logged = (name: string, minute: number, data: object, point?: string): Logged => ({
    id: `evt_${String(number++).padStart(4, '0')}`,
    name,
    point,
    effectiveAt: at(minute),
    by: { name: 'Thư ký' },
    data: { ...data },
  })
  const point = 'bpt_x'
  const added = logged('points.added', 0, { points: [{ id: point, unitId: 'unt_x', kind: 'site' }] })
  const joinedAt = (minute: number) => logged('link.joined', minute, { session: 'lnk_a' }, point)
  const roll = (minute: number, standing: string, heads: number) =>
    logged(
      'roll-call.taken',
      minute,
      { source: 'operator', standing, heads, marks: [{ delegateId: 'dlg_a', mark: 'present' }] },
      point,
    )
  const unsettled = (...events: Logged[]) =>
    disagreementsIn([added, ...events], at(60)).flatMap(({ kind, settled }) => (settled ? [] : [kind]))

  it('tells the same disagreements', () => {
    expect(unsettled()).toEqual([])
    expect(unsettled(joinedAt(1))).toEqual(['link-without-roll'])
    expect(unsettled(joinedAt(1), roll(2, 'rehearsal', 1))).toEqual(['link-without-roll'])
    expect(unsettled(joinedAt(1), roll(20, 'attendance', 1))).toEqual([])
    expect(unsettled(roll(20, 'attendance', 0))).toEqual(['roll-without-link', 'heads-below-present'])
  })

  it('tells what settled them', () => {
    const disagreement = { id: `link-without-roll.${point}`, kind: 'link-without-roll', pointId: point }
    const settled = logged(
      'disagreement.settled',
      61,
      { disagreement, chosen: 'link', reason: 'Quên' },
      point,
    )
    expect(unsettled(joinedAt(1), settled)).toEqual([])
  })
})
