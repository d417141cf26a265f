// A conference's life: every move it may make and every one it may not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { closed, edited, newConference, opened, scheduled, started } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'

const id = 'cnf_01GJH00000000000000000000A'

const input = (change: object = {}) =>
  ConferenceInput.parse({
    title: ['Tổng kết Ngày hội', 'Tiêu chí an ninh, trật tự'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
    ...change,
  })

const draft = () => newConference(id, input())

const moves = {
  schedule: scheduled,
  open: (c: Conference) => opened(c, '2022-11-23T06:00:00.000Z', false),
  start: (c: Conference) => started(c, '2022-11-23T07:00:00.000Z'),
  close: (c: Conference) => closed(c, '2022-11-23T09:30:00.000Z'),
}

describe('a conference', () => {
  it('goes from draft to closed, one version a move', () => {
    const end = Object.values(moves).reduce((conference, move) => move(conference), draft())
    expect(end).toMatchObject({ state: 'closed', version: 5, openedAt: '2022-11-23T06:00:00.000Z' })
  })

  it('never skips or repeats a step, whatever order the moves come in', () => {
    const order = Object.keys(moves) as (keyof typeof moves)[]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...order), { maxLength: 12 }), (tried) => {
        let conference = draft()
        let step = 0
        for (const name of tried) {
          if (name === order[step]) {
            conference = moves[name](conference)
            step++
          } else expect(() => moves[name](conference)).toThrow('conference-state')
        }
        expect(conference.version).toBe(step + 1)
      }),
    )
  })

  it.each(['mat', 'toi-mat', 'tuyet-mat'])('refuses state-secret matter (%s)', (classification) => {
    expect(() => newConference(id, input({ classification }))).toThrow('secret-grade-refused')
  })

  it('opens more than an hour early only when confirmed', () => {
    const early = '2022-11-23T05:59:59.000Z'
    expect(() => opened(scheduled(draft()), early, false)).toThrow('opening-needs-confirmation')
    expect(opened(scheduled(draft()), early, true).state).toBe('open')
  })

  it('edited tells for ever that it was reopened, and which edit of its series it followed', () => {
    const before: Conference = {
      ...scheduled(draft()),
      reopenings: [{ at: '2022-11-22T07:00:00.000Z', reason: 'Nhầm', from: 'in-session', was: '2022-11-22' }],
      seriesId: 'ser_1',
      followed: 'cnf_1@2',
      endsAt: '2022-11-23T09:00:00.000Z',
    }
    const { endsAt, ...after } = edited(before, input({ venue: 'Huế' }))
    expect(endsAt).toBeUndefined()
    expect(after).toMatchObject({ reopenings: before.reopenings, seriesId: 'ser_1', followed: 'cnf_1@2' })
  })

  it('is edited until it opens, and keeps its state', () => {
    const next = edited(scheduled(draft()), input({ venue: 'Ninh Bình' }))
    expect(next).toMatchObject({ venue: 'Ninh Bình', state: 'scheduled', version: 3 })
    expect(() => edited(moves.open(scheduled(draft())), input())).toThrow('conference-state')
  })
})

describe('its input', () => {
  const refused = (change: object) =>
    ConferenceInput.safeParse({ ...input(), ...change }).error?.issues[0]?.path.join('.')

  it('holds titles of several parts up to 1,000 characters in all', () => {
    expect(refused({ title: ['a'.repeat(500), 'b'.repeat(498)] })).toBeUndefined()
    expect(refused({ title: ['a'.repeat(500), 'b'.repeat(499)] })).toBe('title')
    expect(refused({ title: [''] })).toBe('title.0')
    expect(refused({ title: [] })).toBe('title')
  })

  it('refuses an end before the start, days that do not exist and repeated agenda ids', () => {
    expect(refused({ endsAt: '2022-11-23T13:00:00+07:00' })).toBe('endsAt')
    expect(refused({ startsAt: '2022-02-31T14:00:00+07:00' })).toBe('startsAt')
    const item = { id: 'agd_1', title: 'Khai mạc', kind: 'opening' }
    expect(refused({ agenda: [item, item] })).toBe('agenda')
  })
})
