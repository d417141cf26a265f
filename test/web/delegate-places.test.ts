// What a delegate's pages work out: what a scanned code means, and one's own place in the list of speakers.
import { describe, expect, it } from 'vitest'
import type { FloorRequest } from '#functions/floor/schema.ts'
import type { Invitation } from '#functions/personal-links/schema.ts'
import { ownPlacesOf } from '#web/delegates/own-places.ts'
import { outcomeOf } from '#web/delegates/scan-outcome.ts'

const at = '2022-11-23T07:00:00.000Z'
const scan = { conferenceId: 'cnf_1', pointId: 'bpt_a', code: '123456', at: 1_000_000 }

const invited = (
  more: Partial<Invitation> = {},
  state: Invitation['conference']['state'] = 'in-session',
) => ({
  conference: { id: 'cnf_1', title: ['Hội nghị'], state, startsAt: at, venue: 'Hà Nội' },
  point: { id: 'bpt_a', unitId: 'unt_a', name: 'Công an tỉnh A' },
  delegate: { id: 'dlg_1', display: 'Đại tá A', state: 'expected', answer: 'accepted' } as const,
  ...more,
})

const outcome = (invitation: Invitation, afterMs = 0) => outcomeOf(scan, invitation, scan.at + afterMs)

describe('a scanned code', () => {
  it('is sent while it is fresh, and not after it waited through a sign-in', () => {
    expect(outcome(invited())).toBe('send')
    expect(outcome(invited(), 89_000)).toBe('send')
    expect(outcome(invited(), 91_000)).toBe('waited')
  })

  it('is of no use elsewhere, before the room is open, or to whoever left the list', () => {
    expect(outcome(invited({ point: { id: 'bpt_b', unitId: 'unt_b', name: 'B' } }))).toBe('elsewhere')
    expect(outcome(invited({}, 'scheduled'))).toBe('notOpen')
    const gone = { id: 'dlg_1', display: 'A', state: 'withdrawn', answer: 'unanswered' } as const
    expect(outcome(invited({ delegate: gone }))).toBe('gone')
  })

  it('is not sent by whoever is in already: rejected and rehearsed claims count for nothing', () => {
    const claim = { at, standing: 'attendance' } as const
    expect(outcome(invited({ checkIn: { ...claim, state: 'claimed' } }))).toBe('claimed')
    expect(outcome(invited({ checkIn: { ...claim, state: 'confirmed' } }))).toBe('confirmed')
    expect(outcome(invited({ checkIn: { ...claim, state: 'rejected' } }))).toBe('send')
    const rehearsed = { checkIn: { state: 'claimed', at, standing: 'rehearsal' } } as const
    expect(outcome(invited(rehearsed))).toBe('send')
    expect(outcome(invited(rehearsed, 'open'))).toBe('claimed')
    expect(outcome(invited({ mark: { ...claim, state: 'present' } }))).toBe('confirmed')
    expect(outcome(invited({ mark: { ...claim, state: 'absent' } }))).toBe('send')
  })
})

const request = (id: string, delegateId: string, more: Partial<FloorRequest> = {}): FloorRequest => ({
  id,
  conferenceId: 'cnf_1',
  unitId: 'unt_a',
  pointId: 'bpt_a',
  speaker: { delegateId, display: delegateId },
  kind: 'speech',
  askedBy: { sub: 'operator', name: 'Cán bộ' },
  receivedAt: at,
  effectiveAt: at,
  state: 'waiting',
  version: 1,
  ...more,
})

describe('one’s own place', () => {
  const me = { sub: 'me', personId: 'prs_1', delegateId: 'dlg_1' }
  const empty = { queue: [], done: [], skipped: [] }

  it('counts who goes before, and may be taken back only by who asked', () => {
    const asked = request('flr_3', 'dlg_1', { askedBy: { sub: 'me', name: 'Tôi' } })
    const queue = [request('flr_1', 'dlg_2'), request('flr_2', 'dlg_1'), asked]
    expect(ownPlacesOf({ ...empty, queue }, me)).toMatchObject([
      { requestId: 'flr_2', before: 1, own: false },
      { requestId: 'flr_3', before: 2, own: true },
    ])
  })

  it('is found by the person too, and the turn comes first', () => {
    const speaker = { personId: 'prs_1', display: 'Tôi' }
    const current = { requestId: 'flr_1', speaker, kind: 'speech' } as const
    const done = [request('flr_0', 'dlg_1', { state: 'done' })]
    expect(ownPlacesOf({ ...empty, current, done }, me).map(({ state }) => state)).toEqual([
      'speaking',
      'done',
    ])
    expect(ownPlacesOf({ ...empty, queue: [request('flr_9', 'dlg_9')] }, { sub: 'me' })).toEqual([])
  })
})
