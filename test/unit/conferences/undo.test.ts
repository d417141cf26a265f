// Put off, called off, reopened: where each may be done, what moves with it, and what stays for ever.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { closed, edited, newConference, opened, scheduled, started } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { cancelled, postponed, reopened } from '#functions/conferences/undo.rules.ts'

const input = (change: object = {}) =>
  ConferenceInput.parse({
    title: ['Giao ban'],
    hostUnitId: 'unt_bo-cong-an',
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
    endsAt: '2022-11-23T16:30:00+07:00',
    contributionsDueAt: '2022-11-20T17:00:00+07:00',
    ...change,
  })
const named = {
  chairs: [],
  agenda: [{ id: 'agd_a', title: 'Báo cáo', kind: 'report' as const, plannedAt: '2022-11-23T07:10:00.000Z' }],
}
const draft = (): Conference => newConference('cnf_1', input(), named)
const now = '2022-11-20T00:00:00.000Z'
const reason = 'Thời tiết xấu'
const open = () => opened(scheduled(draft()), '2022-11-23T06:30:00.000Z', false)
const session = () => started(open(), '2022-11-23T07:00:00.000Z')

describe('postponed', () => {
  it('to a new date: scheduled for then, every time with it, calendars to follow', () => {
    const next = postponed(scheduled(draft()), { reason, startsAt: '2022-11-30T07:00:00.000Z' }, now)
    expect(next).toMatchObject({
      state: 'scheduled',
      startsAt: '2022-11-30T07:00:00.000Z',
      endsAt: '2022-11-30T09:30:00.000Z',
      contributionsDueAt: '2022-11-27T10:00:00.000Z',
      agenda: [{ plannedAt: '2022-11-30T07:10:00.000Z' }],
      agendaVersion: 1,
      sequence: 1,
      postponements: [{ at: now, reason, from: '2022-11-23T07:00:00.000Z', to: '2022-11-30T07:00:00.000Z' }],
    })
  })

  it('to no date yet, and given one by the same act', () => {
    const waiting = postponed(scheduled(draft()), { reason }, now)
    expect(waiting).toMatchObject({ state: 'postponed', startsAt: '2022-11-23T07:00:00.000Z', sequence: 1 })
    expect(() => postponed(waiting, { reason }, now)).toThrow('conference-state')
    expect(() => opened(waiting, now, true)).toThrow('conference-state')
    const again = postponed(waiting, { reason: 'Có lịch mới', startsAt: '2022-12-01T07:00:00.000Z' }, now)
    expect(again).toMatchObject({ state: 'scheduled', sequence: 2, postponements: [{ reason }, {}] })
  })

  it('closes a room that was open for rehearsal', () => {
    const next = postponed(open(), { reason }, now)
    expect(next.state).toBe('postponed')
    expect(next).not.toHaveProperty('openedAt')
  })

  it.each([
    ['draft', draft],
    ['in-session', session],
    ['closed', () => closed(session(), '2022-11-23T09:30:00.000Z')],
  ])('is refused where it is %s', (state, conference) => {
    const refusal = expect.objectContaining({ slug: 'conference-state', more: { detail: state } })
    expect(() => postponed(conference(), { reason }, now)).toThrow(refusal)
  })

  it('moves its date by this act only, so that the reason is told', () => {
    const waiting = postponed(scheduled(draft()), { reason }, now)
    expect(() =>
      edited(waiting, input({ startsAt: '2022-12-01T14:00:00+07:00', endsAt: undefined })),
    ).toThrow('conference-state')
    expect(edited(waiting, input({ venue: 'Huế' })).venue).toBe('Huế')
  })
})

describe('calendars', () => {
  it('follow what they show of an announced conference, and nothing else', () => {
    const announced = scheduled(draft())
    expect(edited(announced, input({ venue: 'Huế' }), named).sequence).toBe(1)
    expect(edited(announced, input({ contributionsDueAt: undefined }), named).sequence).toBe(0)
    expect(edited(draft(), input({ venue: 'Huế' }), named).sequence).toBe(0)
  })

  it('never go back, whatever is done', () => {
    const inHue = input({ venue: 'Huế', endsAt: undefined })
    type Step = (c: Conference) => Conference
    const steps: Step[] = [
      scheduled,
      (c) => opened(c, now, true),
      (c) => postponed(c, { reason }, now),
      (c) => postponed(c, { reason, startsAt: '2022-12-01T07:00:00.000Z' }, now),
      (c) => edited(c, { ...inHue, startsAt: c.startsAt }, named),
      (c) => cancelled(c, reason, now),
      (c) => started(c, now),
      (c) => closed(c, now),
      (c) => reopened(c, reason, now),
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (tried) => {
        let conference = draft()
        for (const step of tried) {
          let next: Conference
          try {
            next = step(conference)
          } catch {
            continue
          }
          expect(next.sequence).toBeGreaterThanOrEqual(conference.sequence)
          expect(next.version).toBe(conference.version + 1)
          expect(next.state === 'cancelled').toBe(next.cancellation !== undefined)
          conference = next
        }
      }),
    )
  })
})

describe('cancelled', () => {
  it.each([
    ['draft', draft],
    ['scheduled', () => scheduled(draft())],
    ['open', open],
    ['postponed', () => postponed(scheduled(draft()), { reason }, now)],
  ])('is the end where it was %s', (_, conference) => {
    const end = cancelled(conference(), reason, now)
    expect(end).toMatchObject({ state: 'cancelled', cancellation: { reason, at: now } })
    expect(() => scheduled(end)).toThrow('conference-state')
    expect(() => cancelled(end, reason, now)).toThrow('conference-state')
  })

  it('is no way to end a session', () => {
    expect(() => cancelled(session(), reason, now)).toThrow('conference-state')
  })
})

describe('reopened', () => {
  it('a mistaken close goes back to the session and shows for ever', () => {
    const end = closed(session(), '2022-11-23T09:30:00.000Z')
    const back = reopened(end, reason, '2022-11-23T09:31:00.000Z')
    expect(back).toMatchObject({
      state: 'in-session',
      startedAt: '2022-11-23T07:00:00.000Z',
      reopenings: [
        { from: 'closed', was: '2022-11-23T09:30:00.000Z', at: '2022-11-23T09:31:00.000Z', reason },
      ],
    })
    expect(back).not.toHaveProperty('closedAt')
    expect(closed(back, '2022-11-23T10:00:00.000Z').reopenings).toHaveLength(1)
  })

  it('a mistaken start goes back to rehearsal', () => {
    const back = reopened(session(), reason, '2022-11-23T07:01:00.000Z')
    expect(back).toMatchObject({ state: 'open', reopenings: [{ from: 'in-session' }] })
    expect(back).not.toHaveProperty('startedAt')
  })

  it('is for what was started or closed only', () => {
    expect(() => reopened(open(), reason, now)).toThrow('conference-state')
    expect(() => reopened(cancelled(draft(), reason, now), reason, now)).toThrow('conference-state')
  })
})
