// What roll calls add up to does not depend on the order they arrive in, nor on repeats.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf, folded, newRoll } from '#functions/attendance/fold.rules.ts'
import { packed, unpacked } from '#functions/attendance/packing.rules.ts'
import type { RollAct, Stamp } from '#functions/attendance/roll.schema.ts'
import { expectDelegates, keptMarks, rollColumns, standingOf, totalsOf } from '#functions/attendance/rules.ts'
import { RollCall } from '#functions/attendance/schema.ts'
import { boardLine, newRow } from '#functions/bridge-points/rules.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
const empty = newRoll('cnf_1', 'bpt_x')

const act = (event: number, minute: number, more: Partial<RollAct> = {}): RollAct => ({
  at: at(minute),
  rank: 2,
  event: `evt_${String(event).padStart(4, '0')}`,
  standing: 'attendance',
  marks: [],
  ...more,
})

const state = fc.constantFrom('present', 'online', 'absent', 'substituted')
const acts = fc
  .array(
    fc.record({
      minute: fc.nat(5),
      rank: fc.constantFrom(0, 2, 3),
      author: fc.constantFrom('a', 'b', undefined),
      seen: fc.constantFrom('evt_0003', undefined),
      heads: fc.option(fc.nat(40), { nil: undefined }),
      standing: fc.constantFrom('rehearsal', 'attendance', 'late'),
      marks: fc.uniqueArray(fc.record({ delegateId: fc.constantFrom('dlg_a', 'dlg_b', 'dlg_c'), state }), {
        selector: ({ delegateId }) => delegateId,
      }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => drawn.map(({ minute, ...more }, event) => act(event, minute, more)))

const fold = (calls: readonly RollAct[]) => calls.reduce(folded, empty)

describe('the row of a point', () => {
  it('tells the latest roll call, whichever was told last, and no rehearsal', () => {
    const [early, late] = [act(2, 10, { heads: 4 }), act(1, 30, { heads: 5 })]
    expect(rollColumns(fold([late, early]), new Set())).toMatchObject({ heads: 5, rolledAt: at(30) })
    const rehearsed = act(3, 40, { heads: 9, standing: 'rehearsal' })
    expect(rollColumns(fold([rehearsed]), new Set()).rolledAt).toBeUndefined()
  })
})

describe('the fold of roll calls', () => {
  it('does not depend on their order', () => {
    const shuffled = acts.chain((calls) =>
      fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length })),
    )
    fc.assert(
      fc.property(shuffled, ([calls, other]) => {
        expect(fold(other)).toEqual(fold(calls))
      }),
    )
  })

  it('keeps what was marked, however often somebody of the same account claims to be there', () => {
    const marks = [{ delegateId: 'dlg_a', state: 'present' as const }]
    const claims = [1, 2, 3, 4].map((minute) => act(minute, minute, { rank: 0, author: 'a', marks }))
    const mark = act(0, 0, { rank: 3, author: 'a', marks })
    expect(fold([...claims, mark])).toEqual(fold([mark, ...claims]))
  })

  it('remembers some tablets and not every one that was ever used, in any order', () => {
    const marks = [{ delegateId: 'dlg_a', state: 'present' as const }]
    const calls = Array.from({ length: 300 }, (_, at) => act(at, at, { author: `sub tablet-${at}`, marks }))
    const roll = fold(calls)
    expect(roll.others.dlg_a?.length).toBeLessThan(20)
    expect(fold(calls.toReversed())).toEqual(roll)
  })

  it('does not depend on repeats', () => {
    fc.assert(
      fc.property(acts, fc.nat(11), (calls, again) => {
        expect(fold([...calls, ...calls.slice(again), ...calls])).toEqual(fold(calls))
      }),
    )
  })

  it('counts each delegate once, and nobody of a rehearsal', () => {
    fc.assert(
      fc.property(acts, (calls) => {
        const roll = fold(calls)
        const { present, absent, substituted } = countsOf(roll)
        const counted = Object.values(roll.marks).filter(({ standing }) => standing !== 'rehearsal')
        expect(counted.every(({ rank }) => rank > 0)).toBe(true)
        expect(present + absent + substituted).toBe(counted.length)
      }),
    )
  })

  it('comes back from how it is kept as it went', () => {
    fc.assert(
      fc.property(acts, (calls) => {
        const roll = fold(calls)
        expect(unpacked(packed(roll))).toEqual(roll)
        const kept: Stamp[] = [
          ...Object.values(roll.marks),
          ...Object.values(roll.others).flat(),
          ...(roll.heads ? [roll.heads] : []),
        ]
        expect(packed(roll).calls).toHaveLength(new Set(kept.map(({ event }) => event)).size)
      }),
    )
  })

  it('lets a corrected mark hold, and of one moment the secretariat', () => {
    const mark = (state: 'present' | 'absent') => ({ marks: [{ delegateId: 'dlg_a', state }] })
    expect(fold([act(1, 1, mark('absent')), act(2, 2, mark('present'))]).marks.dlg_a?.state).toBe('present')
    const same = fold([act(1, 1, { ...mark('absent'), rank: 3 }), act(2, 1, mark('present'))])
    expect(same.marks.dlg_a).toMatchObject({ state: 'absent', rank: 3 })
  })
})

describe('what an act counts as', () => {
  const lifecycle = { startedAt: at(10), closedAt: at(50) }
  it('follows from when it holds and when it was taken', () => {
    expect(standingOf({}, { at: at(5), recordedAt: at(5) })).toBe('rehearsal')
    expect(standingOf(lifecycle, { at: at(9), recordedAt: at(12) })).toBe('rehearsal')
    expect(standingOf(lifecycle, { at: at(10), recordedAt: at(10) })).toBe('attendance')
    expect(standingOf(lifecycle, { at: at(40), recordedAt: at(51) })).toBe('late')
  })
})

describe('a call', () => {
  const delegateId = 'dlg_01GJHZ00000000000000000000'
  const parse = (...marks: object[]) => RollCall.safeParse({ marks }).success

  it('needs a reason for the absent and a name for whoever came instead', () => {
    expect(parse({ delegateId, state: 'present' })).toBe(true)
    expect(parse({ delegateId, state: 'absent' })).toBe(false)
    expect(parse({ delegateId, state: 'substituted' })).toBe(false)
    expect(parse({ delegateId, state: 'present', substitute: { name: 'A' } })).toBe(false)
    expect(parse()).toBe(false)
    expect(RollCall.safeParse({ headCount: 0 }).success).toBe(true)
    expect(parse({ delegateId, state: 'present' }, { delegateId, state: 'online' })).toBe(false)
  })

  it('names unknown delegates by line', () => {
    const call = RollCall.parse({ marks: [{ delegateId, state: 'present' }] })
    const point = { delegateIds: [] as string[] } as Point
    expect(() => expectDelegates(point, call)).toThrow('delegate-unknown')
    expect(() => expectDelegates({ ...point, delegateIds: [delegateId] }, call)).not.toThrow()
  })

  it('keeps the substitute by the name records use', () => {
    const substitute = { name: 'Nguyễn Văn A', rank: 'Thượng tá', position: 'Trưởng phòng' }
    const call = RollCall.parse({ marks: [{ delegateId, state: 'substituted', substitute }] })
    expect(keptMarks(call)).toEqual([
      { delegateId, state: 'substituted', substitute: 'Thượng tá Nguyễn Văn A, Trưởng phòng' },
    ])
  })
})

describe('totals', () => {
  it('are the sums of the points', () => {
    const point = { id: 'bpt_x', kind: 'site', shortName: 'X', delegateIds: ['dlg_a', 'dlg_b'], expected: 13 }
    const row = newRow({
      ...point,
      conferenceId: 'c',
      unitId: 'u',
      name: 'X',
      startsAt: at(0),
      version: 1,
    } as Point)
    const lines = [
      boardLine({ ...row, present: 1, heads: 12 }, at(0)),
      boardLine({ ...row, absent: 1 }, at(0)),
    ]
    expect(totalsOf(lines)).toEqual({
      points: 2,
      expected: 26,
      present: 1,
      online: 0,
      absent: 1,
      substituted: 0,
      unmarked: 2,
      heads: 12,
    })
  })
})
