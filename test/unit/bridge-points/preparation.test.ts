// Preparing points: answers and checks fold alike in any order; who is chosen; what becomes of a delegate.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerColumns, answered, answerSheet, newAnswers } from '#functions/bridge-points/answers.rules.ts'
import {
  byListOrder,
  displayOf,
  editedDelegate,
  newDelegate,
  substituted,
  withdrawnDelegate,
} from '#functions/bridge-points/delegates.rules.ts'
import { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { pointsIn } from '#functions/bridge-points/points-log.rules.ts'
import {
  checkedItems,
  defaultChecklist,
  expectItems,
  newReadiness,
  shownReadiness,
  summaryOf,
} from '#functions/bridge-points/readiness.rules.ts'
import { selected } from '#functions/bridge-points/selection.rules.ts'
import { type BoardRow, Point } from '#functions/bridge-points/stored.schema.ts'
import { Unit } from '#functions/directory/stored.schema.ts'
import { units } from '#functions/directory/units.data.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
/** Acts with distinct events; several may bear the same moment. */
const acts = <T>(told: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(told, fc.nat(5)), { maxLength: 12 })
    .map((list) => list.map(([body, minute], no) => ({ body, at: at(minute), event: `evt_${no}`, by: 'A' })))

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, no) => ({ item, key: Math.imul(seed + 1, (no + 1) * 2654435761) >>> 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)

describe('answers', () => {
  const told = fc.array(
    fc.record({
      delegateId: fc.constantFrom('dlg_a', 'dlg_b', 'dlg_c'),
      answer: fc.constantFrom('accepted' as const, 'declined' as const, 'unanswered' as const),
    }),
    { minLength: 1, maxLength: 3 },
  )

  it('are the same in whatever order they arrive, and however often', () => {
    fc.assert(
      fc.property(acts(told), fc.nat(), (list, seed) => {
        const fold = (order: typeof list) =>
          order.reduce(
            (answers, { body, ...stamp }) => {
              const once = [...new Map(body.map((one) => [one.delegateId, one])).values()]
              return answered(answers, once, { at: stamp.at, event: stamp.event })
            },
            newAnswers('cnf_1', 'bpt_x'),
          ).given
        expect(fold(shuffled([...list, ...list], seed))).toEqual(fold(list))
      }),
    )
  })

  it('count over the delegation as it stands', () => {
    const given = answered(
      newAnswers('c', 'p'),
      [
        { delegateId: 'dlg_a', answer: 'accepted' },
        { delegateId: 'dlg_b', answer: 'declined' },
      ],
      { at: at(1), event: 'evt_1' },
    )
    expect(answerColumns(given, ['dlg_a', 'dlg_b', 'dlg_c'])).toEqual({ accepted: 1, declined: 1 })
    expect(answerColumns(given, ['dlg_c'])).toEqual({ accepted: 0, declined: 0 })
  })

  it('sum up: nobody entered, somebody open, all told; withdrawn points owe none', () => {
    const row = (pointId: string, listed: number, accepted = 0, withdrawnAt?: string) =>
      ({ pointId, listed, accepted, withdrawnAt }) as BoardRow
    const { totals, items } = answerSheet([
      row('a', 0),
      row('b', 3, 2),
      row('c', 2, 2),
      row('d', 5, 0, at(1)),
    ])
    expect(items.map(({ standing }) => standing)).toEqual(['none', 'open', 'complete'])
    expect(totals).toMatchObject({
      points: 3,
      withoutDelegation: 1,
      open: 1,
      listed: 5,
      accepted: 4,
      unanswered: 1,
    })
  })
})

describe('checks', () => {
  const keys = ['picture', 'sound', 'flag']
  const verdict = fc.constantFrom('pass' as const, 'fail' as const, 'not-checked' as const)
  const told = fc.dictionary(fc.constantFrom(...keys), verdict, { minKeys: 1 })

  it('are the same in whatever order they arrive, and however often', () => {
    fc.assert(
      fc.property(acts(told), fc.nat(), (list, seed) => {
        const fold = (order: typeof list) =>
          order.reduce(
            (readiness, { body, ...stamp }) => checkedItems(readiness, { checks: body }, stamp),
            newReadiness('c', 'p'),
          ).items
        expect(fold(shuffled([...list, ...list], seed))).toEqual(fold(list))
      }),
    )
  })

  const checklist = keys.map((key) => ({ key, label: key, required: key !== 'flag' }))
  const state = (checks: Record<string, 'pass' | 'fail' | 'not-checked'>) => {
    const stamp = { at: at(1), event: 'evt_1', by: 'A' }
    return summaryOf(checklist, checkedItems(newReadiness('c', 'p'), { checks }, stamp)).state
  }

  it('make a point ready when everything required has passed', () => {
    expect(summaryOf(checklist, newReadiness('c', 'p')).state).toBe('not-checked')
    expect(state({ flag: 'pass' })).toBe('checking')
    expect(state({ picture: 'pass', sound: 'pass' })).toBe('ready')
    expect(state({ picture: 'pass', sound: 'pass', flag: 'fail' })).toBe('ready')
    expect(state({ sound: 'fail' })).toBe('not-ready')
    expect(state({ picture: 'not-checked' })).toBe('not-checked')
  })

  it('are shown item by item; a list of nothing required is ready once begun', () => {
    const { items } = shownReadiness(checklist, newReadiness('c', 'p'))
    expect(items).toEqual(checklist.map((item) => ({ ...item, verdict: 'not-checked' })))
  })

  it('are of the list or of the three media parts, which every list takes', () => {
    const flag = checklist.slice(2)
    expect(() => expectItems(flag, { checks: { picture: 'pass', flag: 'pass' } })).not.toThrow()
    expect(() => expectItems(flag, { checks: { tea: 'pass' } })).toThrow('checklist-item-unknown')
    expect(() => expectItems(flag, { checks: { flag: 'pass' }, notes: { tea: 'x' } })).toThrow()
  })

  it('have a default list of distinct keys', () => {
    expect(new Set(defaultChecklist.map(({ key }) => key)).size).toBe(defaultChecklist.length)
  })
})

describe('a delegate', () => {
  const place = { id: 'bpt_x', conferenceId: 'cnf_1' }
  const made = (input: object = {}) => newDelegate('dlg_a', place, { name: 'An', ...input }, undefined)
  const told = { at: at(1), by: 'A', reason: 'Ốm' }

  it('is named with the unit once, and with the role last', () => {
    expect(
      displayOf({
        position: 'Phó Giám đốc',
        unit: 'Công an tỉnh Ninh Bình',
        name: 'An',
        role: 'Trưởng đoàn',
      }),
    ).toBe('An, Phó Giám đốc Công an tỉnh Ninh Bình, Trưởng đoàn')
    expect(displayOf({ position: 'Giám đốc công an tỉnh Ninh Bình', unit: 'Công an tỉnh Ninh Bình' })).toBe(
      'Giám đốc công an tỉnh Ninh Bình',
    )
    expect(displayOf({ name: 'An', unit: 'Sở Nội vụ' })).toBe('An, Sở Nội vụ')
  })

  it('once withdrawn changes no more', () => {
    const gone = withdrawnDelegate(made(), told)
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: told, version: 2 })
    expect(() => withdrawnDelegate(gone, told)).toThrow('delegate-withdrawn')
    expect(() => editedDelegate(gone, { name: 'B' }, undefined)).toThrow('delegate-withdrawn')
    expect(() => substituted(gone, made(), told)).toThrow('delegate-withdrawn')
  })

  it('gives its place in the list to the substitute, and keeps for whom it came', () => {
    const { gone, substitute } = substituted(made({ order: 7 }), { ...made(), id: 'dlg_b' }, told)
    expect([gone.substitutedBy, substitute.substituteFor, substitute.order]).toEqual(['dlg_b', 'dlg_a', 7])
    expect(editedDelegate(substitute, { name: 'C' }, undefined).substituteFor).toBe('dlg_a')
  })

  it('stored by the first version still loads, expected and of version 1', () => {
    const stored = { id: 'dlg_01GJHZ00000000000000000000', conferenceId: 'c', pointId: 'p', display: 'An' }
    expect(Delegate.parse(stored)).toMatchObject({ state: 'expected', version: 1 })
    const point = { id: 'bpt_x', conferenceId: 'c', unitId: 'unt_x', name: 'X', shortName: 'X', kind: 'site' }
    expect(() => Point.parse({ ...point, startsAt: at(0), delegateIds: [], version: 1 })).not.toThrow()
  })

  it('is listed by the place given, then by precedence', () => {
    const list = [made({ rank: 'Thiếu tá' }), made({ rank: 'Đại tá' }), made({ order: 1, rank: 'Hạ sĩ' })]
    expect(list.toSorted(byListOrder).map(({ rank }) => rank)).toEqual(['Hạ sĩ', 'Đại tá', 'Thiếu tá'])
  })
})

describe('all of a kind', () => {
  const commune = (id: string, parent: string, validTo?: string): Unit =>
    Unit.parse({
      id,
      type: 'commune-police',
      parent,
      names: [{ name: id, shortName: id, validFrom: '2018-01-01' }],
      validFrom: '2018-01-01',
      ...(validTo ? { validTo } : {}),
      predecessors: [],
      successors: [],
    })
  const register = [
    ...units.map((unit) => Unit.parse(unit)),
    commune('unt_xa-b', 'unt_ca-ninh-binh'),
    commune('unt_xa-a', 'unt_ca-ha-nam'),
    commune('unt_xa-c', 'unt_ca-hue'),
    commune('unt_xa-old', 'unt_ca-ninh-binh', '2020-01-01'),
  ]
  const ids = (selection: Parameters<typeof selected>[1], day: string, held = day) =>
    selected(register, selection, day, held).map(({ id }) => id)

  it('is 63 provincial police before 1/7/2025 and 34 since', () => {
    expect(ids({ all: 'provincial-police' }, '2025-06-30')).toHaveLength(63)
    expect(ids({ all: 'provincial-police' }, '2025-07-01')).toHaveLength(34)
  })

  it('is the communes that stand, of the country or under a unit, a merged one under its heir', () => {
    expect(ids({ all: 'communes' }, '2022-11-23')).toEqual(['unt_xa-a', 'unt_xa-b', 'unt_xa-c'])
    expect(ids({ all: 'communes', of: 'unt_ca-ninh-binh' }, '2022-11-23')).toEqual(['unt_xa-b'])
    expect(ids({ all: 'communes', of: 'unt_ca-ninh-binh' }, '2025-07-01')).toEqual(['unt_xa-a', 'unt_xa-b'])
  })

  it('stands on the day of the conference too', () => {
    expect(ids({ all: 'provincial-police' }, '2022-11-23', '2025-07-01')).toHaveLength(34)
  })
})

describe('the points the log tells of', () => {
  const event = (name: string, subject: string, data: object = {}) => ({ name, subject, data: { ...data } })
  const added = (...ids: string[]) =>
    event('points.added', 'cnf_1', { points: ids.map((id) => ({ id, unitId: `unt_${id}`, kind: 'site' })) })
  const ids = (...events: ReturnType<typeof event>[]) => pointsIn(events).map(({ id }) => id)

  it('are those given, without those taken out until they are back', () => {
    const taken = [added('a', 'b', 'c'), event('point.removed', 'a'), event('point.withdrawn', 'b')]
    expect(ids(...taken)).toEqual(['c'])
    expect(ids(...taken, event('point.restored', 'b'), added('a'))).toEqual(['b', 'c', 'a'])
  })

  it('expect what the last edit says, or what was announced', () => {
    const edits = [event('point.edited', 'a', { expected: 9 }), event('point.edited', 'a')]
    expect(pointsIn([added('a'), ...edits.slice(0, 1)])[0]?.expected).toBe(9)
    expect(pointsIn([added('a'), ...edits])[0]?.expected).toBeUndefined()
  })
})
