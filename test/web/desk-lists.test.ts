// Lists of the desk: who has answered, told as a table too; the sides of a disagreement.
import { describe, expect, it } from 'vitest'
import type { ShownDisagreement } from '#functions/attendance/disagreements.schema.ts'
import { choicesOf } from '#functions/attendance/settling.rules.ts'
import { sayingsOf } from '#web/attendance/sayings.ts'
import { asCsv, chosenLines, joined } from '#web/conferences/secretariat/answer-lines.ts'

const counts = { listed: 3, accepted: 1, declined: 0, unanswered: 2 }
const line = (unit: string, name: string, standing: 'none' | 'open' | 'complete') => ({
  pointId: `bpt_${unit}`,
  unitId: `unt_${unit}`,
  name,
  shortName: name,
  kind: 'site' as const,
  ...counts,
  standing,
})
const letter = (unit: string, state: 'sent' | 'failed') => ({
  unitId: `unt_${unit}`,
  pointId: `bpt_${unit}`,
  name: unit,
  state,
  upToDate: true,
  answer: 'open' as const,
})

describe('who has answered', () => {
  const lines = joined(
    [line('a', 'Hòa Bình', 'open'), line('b', 'Đà Nẵng', 'complete'), line('c', 'Bộ Công an', 'none')],
    [letter('a', 'failed'), letter('b', 'sent')],
  )
  const names = (...args: [Parameters<typeof chosenLines>[1], string?]) =>
    chosenLines(lines, args[0], args[1] ?? '').map(({ name }) => name)

  it('is joined with the letters, filtered and sought without diacritics', () => {
    expect(names('owing')).toEqual(['Hòa Bình', 'Bộ Công an'])
    expect(names('complete')).toEqual(['Đà Nẵng'])
    expect(names('failed')).toEqual(['Hòa Bình'])
    expect(names('all', 'da nang')).toEqual(['Đà Nẵng'])
    expect(lines[2]?.letter).toBeUndefined()
  })

  it('is told as a table in which no name is a formula', () => {
    expect(
      asCsv([
        ['Đơn vị', 3],
        ['=1+1', 'a "b", c'],
      ]),
    ).toBe('\uFEFFĐơn vị,3\r\n\'=1+1,"a ""b"", c"\r\n')
  })
})

const statement = (event: string, source: string) => ({
  event,
  source,
  by: source,
  at: '2022-11-23T07:00:00.000Z',
})
const a = 'evt_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const b = 'evt_01ARZ3NDEKTSV4RRFFQ69G5FAW'

const all: ShownDisagreement[] = [
  { id: '1', kind: 'link-without-roll', pointId: 'bpt_a' },
  { id: '2', kind: 'roll-without-link', pointId: 'bpt_a', room: 3 },
  { id: '3', kind: 'heads-below-present', pointId: 'bpt_a', room: 3, heads: 1 },
  {
    id: '4',
    kind: 'sources-differ',
    pointId: 'bpt_a',
    statements: [statement(a, 'operator'), statement(b, 'secretariat')],
  },
  { id: '5', kind: 'ended-grant', pointId: 'bpt_a', statements: [statement(a, 'operator')] },
  { id: '6', kind: 'documents-differ', statements: [statement(a, 'Báo cáo'), statement(b, 'Chú thích ảnh')] },
]

describe('the sides of a disagreement', () => {
  it.each(all)('of $kind offer every choice there is once, and none else', (disagreement) => {
    const offered = sayingsOf(disagreement, undefined).flatMap(({ choice }) => choice ?? [])
    expect(offered.toSorted()).toEqual(choicesOf(disagreement).toSorted())
  })

  it('tell who took the roll last', () => {
    const mark = {
      state: 'present' as const,
      rank: 2,
      event: a,
      standing: 'attendance' as const,
      source: 'operator',
    }
    const items = [
      { id: 'x', display: 'X', mark: { ...mark, by: 'Trước', at: '2022-11-23T07:00:00.000Z' } },
      { id: 'y', display: 'Y', mark: { ...mark, by: 'Sau', at: '2022-11-23T07:05:00.000Z' } },
    ]
    const attendance = {
      at: '',
      pointId: 'bpt_a',
      counts: { present: 2, online: 0, absent: 0, substituted: 0 },
      expected: 2,
      unmarked: 0,
      items,
    }
    const [roll] = sayingsOf(all[2] as ShownDisagreement, attendance)
    expect(roll).toMatchObject({ choice: 'roll', by: 'Sau', told: { of: 'room', count: 3 } })
  })
})
