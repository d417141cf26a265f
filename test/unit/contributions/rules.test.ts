// A contribution's life: which step may follow which, what is late, who sees it.
import { describe, expect, it } from 'vitest'
import type { Conference } from '#functions/conferences/schema.ts'
import {
  authorOf,
  expectEditable,
  expectTakeable,
  expectTaking,
  isLate,
  isVisible,
  type Move,
  moved,
  rewritten,
} from '#functions/contributions/rules.ts'
import { type Contribution, ContributionInput, ContributionState } from '#functions/contributions/schema.ts'

const conference: Conference = {
  id: 'cnf_01GJH00000000000000000000A',
  title: ['Hội nghị thử'],
  hostUnitId: 'unt_bo-cong-an',
  level: 'ministry',
  form: 'online',
  classification: 'public',
  venue: 'Hà Nội',
  startsAt: '2022-11-23T07:00:00.000Z',
  contributionsDueAt: '2022-11-20T10:00:00.000Z',
  agenda: [],
  state: 'scheduled',
  version: 2,
}

const standing = (state: ContributionState): Contribution => ({
  id: 'ctb_01GJH00000000000000000000A',
  conferenceId: conference.id,
  kind: 'contribution',
  title: 'Tham luận',
  unitId: 'unt_ca-ninh-binh',
  author: { display: 'Phó Giám đốc Công an tỉnh Ninh Bình' },
  state,
  late: false,
  submittedBy: { sub: 'a', name: 'A' },
  submittedAt: '2022-11-19T10:00:00.000Z',
  receipt: { number: 1, sha256: '', receivedAt: '2022-11-19T10:00:00.000Z' },
  version: 1,
})

const allowed: Record<Move, ContributionState[]> = {
  review: ['submitted'],
  accept: ['submitted', 'under-review'],
  return: ['submitted', 'under-review'],
  decline: ['submitted', 'under-review'],
  schedule: ['accepted', 'scheduled'],
  deliver: ['accepted', 'scheduled'],
  'take-as-written': ['accepted', 'scheduled'],
  withdraw: ['submitted', 'under-review', 'returned', 'accepted', 'scheduled'],
}

describe('steps', () => {
  for (const [move, from] of Object.entries(allowed) as [Move, ContributionState[]][])
    for (const state of ContributionState.options)
      it(`${from.includes(state) ? 'lets' : 'refuses to'} ${move} what is ${state}`, () => {
        const step = () => moved(standing(state), move)
        if (!from.includes(state)) expect(step).toThrow('contribution-state')
        else expect(step()).toMatchObject({ version: 2 })
      })

  it('keeps the last note until the next decision', () => {
    const returned = moved(standing('submitted'), 'return', { note: 'Bổ sung' })
    const receipt = { number: 2, sha256: '', receivedAt: '2022-11-19T11:00:00.000Z' }
    const again = rewritten(returned, { title: 'Mới', text: 'Mới' }, receipt, false)
    expect(again).toMatchObject({ note: 'Bổ sung', state: 'submitted', title: 'Mới' })
    expect(moved(again, 'accept').note).toBeUndefined()
  })

  it('takes new texts only while nobody works on them', () => {
    for (const state of ContributionState.options) {
      const editable = state === 'submitted' || state === 'returned'
      if (editable) expectEditable(standing(state))
      else expect(() => expectEditable(standing(state))).toThrow('contribution-state')
    }
  })
})

describe('time', () => {
  const closedAt = '2022-11-23T10:00:00.000Z'

  it('is late a millisecond after the deadline, not on it', () => {
    expect(isLate(conference, 'contribution', '2022-11-20T10:00:00.000Z')).toBe(false)
    expect(isLate(conference, 'contribution', '2022-11-20T10:00:00.001Z')).toBe(true)
    expect(isLate(conference, 'opinion', '2022-11-23T08:00:00.000Z')).toBe(false)
    expect(isLate({ ...conference, closedAt }, 'opinion', '2022-11-23T10:00:00.001Z')).toBe(true)
  })

  it('takes papers from the invitation, opinions from the start', () => {
    expect(() => expectTaking({ ...conference, state: 'draft' }, 'contribution')).toThrow('conference-state')
    expect(() => expectTaking(conference, 'contribution')).not.toThrow()
    expect(() => expectTaking(conference, 'opinion')).toThrow('conference-not-in-session')
    const startedAt = conference.startsAt
    expect(() => expectTaking({ ...conference, state: 'in-session', startedAt }, 'opinion')).not.toThrow()
  })

  it('takes as written in session and after, as long as the minutes will tell it', () => {
    const open = { ...conference, state: 'open' as const }
    const over = { ...conference, state: 'closed' as const, closedAt }
    expect(() => expectTakeable(open, '2022-11-23T09:00:00.000Z')).toThrow('conference-not-in-session')
    expect(() => expectTakeable(over, '2022-11-23T10:10:00.000Z')).not.toThrow()
    expect(() => expectTakeable(over, '2022-11-23T10:10:00.001Z')).toThrow('conference-closed')
  })
})

describe('who', () => {
  it('sees what was accepted; their own besides; the desk all', () => {
    const viewer = { sub: 'b', units: ['unt_ca-ha-nam'], seesAll: false }
    const seen = ContributionState.options.filter((state) => isVisible(standing(state), viewer))
    expect(seen).toEqual(['accepted', 'scheduled', 'delivered', 'taken-as-written'])
    const submitted = standing('submitted')
    expect(isVisible(submitted, { ...viewer, units: ['unt_ca-ninh-binh'] })).toBe(true)
    expect(isVisible(submitted, { ...viewer, sub: 'a' })).toBe(true)
    expect(isVisible(submitted, { ...viewer, seesAll: true })).toBe(true)
  })

  it('is named as typed, then as the directory knows', () => {
    const person = {
      id: 'prs_x',
      name: 'Đinh Trọng Soạn',
      rank: 'Đại tá',
      stateTitle: 'Phó Giám đốc',
      posts: [],
      version: 1,
    }
    expect(authorOf({ position: 'Phó Giám đốc Công an tỉnh Thanh Hóa' }).display).toBe(
      'Phó Giám đốc Công an tỉnh Thanh Hóa',
    )
    expect(authorOf({ personId: 'prs_x' }, person).display).toBe('Đại tá Đinh Trọng Soạn, Phó Giám đốc')
    expect(authorOf({ personId: 'prs_x', rank: 'Thiếu tướng' }, person).display).toMatch(/^Thiếu tướng/)
  })

  it('must be somebody', () => {
    const input = { title: 'T', text: 'T', unitId: 'unt_x', author: { rank: 'Đại tá' } }
    expect(ContributionInput.safeParse(input).success).toBe(false)
  })
})
