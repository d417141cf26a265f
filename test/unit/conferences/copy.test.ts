// Copies and series: what goes with a conference to another day, and which days a series has.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { copyOf, followedBy, modelOf, startsOf } from '#functions/conferences/copy.rules.ts'
import { SeriesInput } from '#functions/conferences/plan.schema.ts'
import { newConference } from '#functions/conferences/rules.ts'

const input = (change: object = {}) =>
  ConferenceInput.parse({
    title: ['Giao ban tháng'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-01-31T08:00:00+07:00',
    endsAt: '2022-01-31T10:00:00+07:00',
    contributionsDueAt: '2022-01-30T17:00:00+07:00',
    ...change,
  })
const chair = { personId: 'prs_1', display: 'Trung tướng A' }
const named = {
  chairs: [chair],
  agenda: [
    {
      id: 'agd_a',
      title: 'Báo cáo',
      kind: 'report' as const,
      plannedAt: '2022-01-31T01:10:00.000Z',
      presenters: [chair],
      spans: [{ startedAt: '2022-01-31T01:12:00.000Z' }],
    },
    { id: 'agd_b', title: 'Bỏ', kind: 'other' as const, dropped: 'Hết giờ' },
  ],
}
const model = newConference('cnf_1', input(), named)

describe('a copy', () => {
  const copy = copyOf(model, '2022-02-07T01:00:00.000Z')

  it('has every time as long after the start, and persons by id', () => {
    expect(copy).toMatchObject({
      title: ['Giao ban tháng'],
      startsAt: '2022-02-07T01:00:00.000Z',
      endsAt: '2022-02-07T03:00:00.000Z',
      contributionsDueAt: '2022-02-06T10:00:00.000Z',
      chairs: ['prs_1'],
      agenda: [{ id: 'agd_a', plannedAt: '2022-02-07T01:10:00.000Z', presenterIds: ['prs_1'] }],
    })
  })

  it('has nothing of what happened, and nothing that was dropped', () => {
    expect(copy.agenda).toHaveLength(1)
    expect(JSON.stringify(copy)).not.toContain('spans')
    expect(ConferenceInput.safeParse(copy).success).toBe(true)
  })

  it('of a template is that of the conference it was saved from', () => {
    const template = { ...modelOf(model), hostUnitId: model.hostUnitId }
    expect(copyOf(template, '2022-02-07T01:00:00.000Z')).toEqual(copy)
  })
})

const series = (change: object) => SeriesInput.parse({ first: input(), every: 'month', count: 4, ...change })
const days = (change: object) =>
  startsOf(series(change)).map((start) =>
    new Date(Date.parse(start) + 7 * 3_600_000).toISOString().slice(0, 16),
  )

describe('a series', () => {
  it('keeps the day of the month, or the last of a shorter one', () => {
    expect(days({})).toEqual(['2022-01-31T08:00', '2022-02-28T08:00', '2022-03-31T08:00', '2022-04-30T08:00'])
  })

  it('by the quarter and by the week, holidays left out', () => {
    expect(days({ every: 'quarter', count: 3 })).toEqual([
      '2022-01-31T08:00',
      '2022-04-30T08:00',
      '2022-07-31T08:00',
    ])
    expect(days({ every: 'week', count: 3, except: ['2022-02-07'] })).toEqual([
      '2022-01-31T08:00',
      '2022-02-14T08:00',
      '2022-02-21T08:00',
    ])
  })

  it('has as many as asked for, each later than the one before, at the same hour', () => {
    const every = fc.constantFrom('week', 'month', 'quarter')
    const start = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2150-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(every, fc.integer({ min: 2, max: 53 }), start, (repeat, count, at) => {
        const first = input({ startsAt: at.toISOString(), endsAt: undefined })
        const starts = startsOf({ first, every: repeat, count, except: [] } as SeriesInput)
        expect(starts).toHaveLength(count)
        expect(starts).toEqual([...new Set(starts)].sort())
        expect(new Set(starts.map((one) => one.slice(11))).size).toBe(1)
      }),
    )
  })

  it('is at most 53 long', () => {
    expect(SeriesInput.safeParse({ first: input(), every: 'week', count: 54 }).success).toBe(false)
  })
})

describe('an edit that later ones follow', () => {
  it('moves each by as much, and leaves each its own date', () => {
    const later = newConference('cnf_2', copyOf(model, '2022-02-28T01:00:00.000Z'), named)
    const edit = input({ venue: 'Huế', startsAt: '2022-01-31T09:00:00+07:00' })
    expect(followedBy(edit, model, later)).toMatchObject({
      venue: 'Huế',
      startsAt: '2022-02-28T02:00:00.000Z',
      endsAt: '2022-02-28T03:00:00.000Z',
    })
  })
})
