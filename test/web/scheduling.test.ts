// Scheduling without a browser: times as typed and as said, agenda times, what a list is asked for, what a draft lacks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { askedOf, inStretches, readSought } from '#web/conferences/conference-list.ts'
import {
  changesBeside,
  endOf,
  itemsOf,
  moved,
  rowsFrom,
  rowsOf,
  timesOf,
  withAdded,
} from '#web/conferences/scheduling/agenda-plan.ts'
import { lacksOf } from '#web/conferences/scheduling/missing.ts'
import { blankPlan, changedFields, inputOf, planOf, titleParts } from '#web/conferences/scheduling/plan.ts'
import { isNamed, nameToType, stepsOpen } from '#web/conferences/scheduling/steps.ts'
import { arranged, sectionNames } from '#web/conferences/section-order.ts'
import { civilDayOf, civilTimeOf, instantOf, inWords, whenOf } from '#web/lib/when.ts'

const startsAt = '2022-11-23T07:00:00.000Z'

describe('a day and a time', () => {
  it('are read as offices write them', () => {
    expect(['23/11/2022', '23.11.2022', ' 23-11-2022'].map(civilDayOf)).toEqual(Array(3).fill('2022-11-23'))
    expect(['1/2/2023', '29/2/2024'].map(civilDayOf)).toEqual(['2023-02-01', '2024-02-29'])
    expect(['29/2/2023', '31/4/2023', '23/11', '2022-11-23', ''].map(civilDayOf)).toEqual(
      Array(5).fill(undefined),
    )
    expect(['14:00', '14h', '14h00', '14 giờ', '14 giờ 00 phút', '1400'].map(civilTimeOf)).toEqual(
      Array(6).fill('14:00'),
    )
    expect(['8h5', '0:00', '830'].map(civilTimeOf)).toEqual(['08:05', '00:00', '08:30'])
    expect(['24:00', '12:60', '14', 'trưa'].map(civilTimeOf)).toEqual(Array(4).fill(undefined))
  })

  it('are said in words, the weekday with them', () => {
    expect(instantOf({ day: '23/11/2022', time: '14h' })).toBe(startsAt)
    expect(inWords('vi', startsAt)).toBe('14 giờ 00, thứ Tư ngày 23 tháng 11 năm 2022')
    expect(inWords('vi', '2023-02-04T17:30:00.000Z')).toBe('00 giờ 30, Chủ nhật ngày 05 tháng 02 năm 2023')
    expect(inWords('en', startsAt)).toMatch(/^14:00, Wednesday,? 23 November 2022$/)
  })

  it('come back as they were', () => {
    const minutes = fc.integer({ min: -1_000_000, max: 60_000_000 })
    fc.assert(
      fc.property(minutes, (at) => {
        const instant = new Date(at * 60_000).toISOString()
        expect(instantOf(whenOf(instant))).toBe(instant)
      }),
    )
  })
})

describe('the sections of a conference', () => {
  const all = sectionNames.filter((name) => name !== 'myPoint' && name !== 'mine')

  it('stand seven at most in sight, the menu of the rest counted, none lost', () => {
    for (const state of ['draft', 'scheduled', 'in-session', 'closed', 'cancelled'] as const) {
      const { inSight, more } = arranged(all, state)
      expect(inSight).toHaveLength(6)
      expect([...inSight, ...more].toSorted()).toEqual(all.toSorted())
    }
    expect(arranged(['myPoint', 'overview', 'points'], 'open')).toEqual({
      inSight: ['myPoint', 'overview', 'points'],
      more: [],
    })
  })

  it("begin with the day's work", () => {
    expect(arranged(all, 'scheduled').inSight.slice(0, 3)).toEqual(['overview', 'edit', 'points'])
    expect(arranged(all, 'in-session').inSight.slice(0, 3)).toEqual(['overview', 'points', 'floor'])
    expect(arranged(all, 'closed').inSight).toContain('minutes')
  })
})

describe('an agenda', () => {
  const lines =
    '1. Khai mạc, 10 phút\n- Báo cáo sơ kết (40 phút)\n\nTham luận của 5 đơn vị\nPhát biểu kết luận - 20 phút.'

  it('is read from lines, lengths and kinds with them', () => {
    const rows = rowsFrom(lines)
    expect(rows.map(({ title, minutes, kind }) => [title, minutes, kind])).toEqual([
      ['Khai mạc', '10', 'opening'],
      ['Báo cáo sơ kết', '40', 'report'],
      ['Tham luận của 5 đơn vị', '', 'contributions'],
      ['Phát biểu kết luận', '20', 'conclusion'],
    ])
    expect(rowsFrom(lines)).toEqual(rows)
  })

  it('has the times that follow from its lengths, until one is not known', () => {
    const rows = rowsFrom(lines)
    expect(timesOf(rows, startsAt).map((at) => at && whenOf(at).time)).toEqual([
      '14:00',
      '14:10',
      '14:50',
      undefined,
    ])
    expect(endOf(rows, startsAt)).toBeUndefined()
    const fixed = rows.map((row, index) => (index === 3 ? { ...row, at: '16:00' } : row))
    expect(whenOf(endOf(fixed, startsAt)).time).toBe('16:20')
    const dropped = fixed.map((row, index) => (index === 1 ? { ...row, dropped: 'Thiếu giờ' } : row))
    expect(timesOf(dropped, startsAt).map((at) => at && whenOf(at).time)).toEqual([
      '14:00',
      undefined,
      '14:10',
      '16:00',
    ])
  })

  it('goes to the API and back unchanged; a time that follows by itself is no time of its own', () => {
    const rows = rowsFrom(lines).map((row, index) => (index === 3 ? { ...row, at: '16:00' } : row))
    expect(rowsOf(itemsOf(rows, startsAt), startsAt)).toEqual(rows)
  })

  it('is moved row by row and never loses one', () => {
    const rows = ['a', 'b', 'c']
    expect(moved(rows, 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(rows, 2, -1)).toEqual(['a', 'c', 'b'])
    expect([moved(rows, 0, -1), moved(rows, 2, 1)]).toEqual([rows, rows])
  })

  it('tells what others did to it, not that it was run, and keeps what they added', () => {
    const before: AgendaItem[] = itemsOf(rowsFrom(lines), startsAt)
    const run = before.map((item, index) =>
      index === 0 ? { ...item, spans: [{ startedAt: startsAt }] } : item,
    )
    expect(changesBeside(before, run)).toBeUndefined()
    const added: AgendaItem = { id: 'agd_moi', title: 'Trao thưởng', kind: 'other' }
    const edited = before.map((item, index) => (index === 1 ? { ...item, minutes: 30 } : item))
    const changes = changesBeside(before, [...edited, added])
    expect([changes?.added.length, changes?.edited.map(({ title }) => title)]).toEqual([
      1,
      ['Báo cáo sơ kết'],
    ])
    const mine = rowsOf(before.slice(1), startsAt)
    const kept = withAdded(mine, rowsOf([...before, added], startsAt), before)
    expect(kept.map(({ id }) => id)).toEqual([...mine.map(({ id }) => id), 'agd_moi'])
  })
})

describe('the list of conferences', () => {
  it('keeps in its address only what it can ask', () => {
    expect(readSought({ in: 'now', form: 'hybrid', q: 'ninh', from: '2022-11-01', unit: 'unt_a' })).toEqual({
      in: 'now',
      form: 'hybrid',
      q: 'ninh',
      from: '2022-11-01',
      unit: 'unt_a',
    })
    expect(readSought({ in: 'toString', form: 'x', q: ' ', from: '2022-13-01', to: 7, unit: 'a' })).toEqual(
      {},
    )
  })

  it('asks for whole days of Việt Nam, the last one too', () => {
    expect(askedOf({ in: 'coming', from: '2022-11-23', to: '2022-11-23' })).toEqual({
      state: 'draft,scheduled,postponed',
      from: '2022-11-22T17:00:00.000Z',
      to: '2022-11-23T17:00:00.000Z',
    })
  })

  it('shows what comes next first and what is past latest first', () => {
    const line = (id: number, state: Conference['state']) => ({ id, state })
    const lines = [
      line(5, 'draft'),
      line(4, 'scheduled'),
      line(3, 'open'),
      line(2, 'closed'),
      line(1, 'cancelled'),
    ]
    expect(inStretches(lines).map(({ items }) => items.map(({ id }) => id))).toEqual([[3], [4, 5], [2, 1]])
  })
})

const conference: Conference = {
  id: 'cnf_1',
  title: ['Sơ kết “6 tháng đầu năm” 2023', 'Nhiệm vụ'],
  hostUnitId: 'unt_bo-cong-an',
  level: 'ministry',
  form: 'online',
  classification: 'internal',
  venue: 'Hà Nội',
  startsAt,
  endsAt: '2022-11-23T09:30:00.000Z',
  chairs: [{ personId: 'prs_a', display: 'A' }],
  agenda: [],
  agendaVersion: 0,
  state: 'draft',
  sequence: 0,
  version: 1,
}

describe('a plan', () => {
  it('makes of a conference what would be sent to leave it as it is', () => {
    const { title, hostUnitId, level, form, classification, venue, endsAt } = conference
    expect(inputOf(planOf(conference))).toEqual({
      ...{ title, hostUnitId, level, form, classification, venue, startsAt, endsAt },
      chairs: ['prs_a'],
    })
  })

  it('takes an end told by its time alone for the day of the start, and hides nothing mistyped', () => {
    const starts = { day: '23/11/2022', time: '14:00' }
    expect(inputOf({ ...blankPlan, starts, ends: { day: '', time: '16h30' } }).endsAt).toBe(conference.endsAt)
    expect(inputOf({ ...blankPlan, starts, ends: { day: '32/11/2022', time: '16h' } }).endsAt).toBe(
      '32/11/2022 16h',
    )
    expect(titleParts(' Một;\n\n Hai ')).toEqual(['Một', 'Hai'])
  })

  it('knows which fields differ', () => {
    const plan = planOf(conference)
    expect(changedFields(plan, { ...plan, venue: 'Ninh Bình', chairs: [] })).toEqual(['venue', 'chairs'])
  })
})

describe('before scheduling', () => {
  const before = Date.parse(startsAt) - 86_400_000

  it('says what is missing, and nothing once all is there', () => {
    expect(lacksOf({ ...conference, chairs: [] }, 0, before)).toEqual([
      'points',
      'chair',
      'secretary',
      'agenda',
      'deadline',
    ])
    const whole = {
      ...conference,
      secretary: { personId: 'prs_b', display: 'B' },
      contributionsDueAt: '2022-11-23T01:00:00.000Z',
      agenda: itemsOf(rowsFrom('Khai mạc, 10 phút'), startsAt),
    }
    expect(lacksOf(whole, 63, before)).toEqual([])
    expect(lacksOf(whole, 63, Date.parse(startsAt))).toEqual(['past', 'deadlinePast'])
    const long = { ...whole, agenda: itemsOf(rowsFrom('Báo cáo, 160 phút'), startsAt) }
    expect(lacksOf(long, undefined, before)).toEqual(['overrun'])
    expect(lacksOf({ ...whole, form: 'in-person' }, 0, before)).toEqual([])
  })
})

describe('steps aside and back', () => {
  it('stand open where the API takes them', () => {
    expect(stepsOpen('draft')).toEqual(['cancel'])
    expect(stepsOpen('open')).toEqual(['postpone', 'cancel', 'take-chair'])
    expect(stepsOpen('closed')).toEqual(['reopen'])
    expect(stepsOpen('cancelled')).toEqual([])
  })

  it('ask for the beginning of the name, however it is typed', () => {
    expect(nameToType(conference.title)).toBe('Sơ kết “6 tháng')
    expect(isNamed('so ket 6 THANG', conference.title)).toBe(true)
    expect([isNamed('', conference.title), isNamed('sơ kết', conference.title)]).toEqual([false, false])
  })
})
