// A contribution's life: which step may follow which, what is late, who sees it.
import { describe, expect, it } from 'vitest'
import { Conference } from '#functions/conferences/schema.ts'
import { countsOf } from '#functions/contributions/counts.rules.ts'
import { ContributionInput } from '#functions/contributions/input.schema.ts'
import {
  authorOf,
  expectEditable,
  expectSubstance,
  isVisible,
  type Move,
  moved,
  orderAfter,
  rewritten,
  shownTo,
  titleOf,
} from '#functions/contributions/rules.ts'
import { Contribution, ContributionState } from '#functions/contributions/schema.ts'
import {
  expectDeciding,
  expectTakeable,
  expectTaking,
  latenessOf,
  takeableUntil,
} from '#functions/contributions/time.rules.ts'
import { Person } from '#functions/directory/stored.schema.ts'

const conference = Conference.parse({
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
})

/** As the first thread of the product kept it: without files, co-authors, order. */
const standing = (state: ContributionState): Contribution =>
  Contribution.parse({
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

const submission = { title: 'Mới', text: 'Mới', files: [], author: { display: 'A' }, coAuthors: [] }

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
    const again = rewritten(returned, submission, receipt, { late: false })
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

  it('is late a millisecond after the deadline, not on it, and says by how many seconds', () => {
    const late = (kind: 'contribution' | 'opinion', at: string, over = {}) =>
      latenessOf({ ...conference, ...over }, kind, at)
    expect(late('contribution', '2022-11-20T10:00:00.000Z')).toEqual({ late: false })
    expect(late('contribution', '2022-11-20T10:00:00.001Z')).toEqual({ late: true, lateBy: 1 })
    expect(late('contribution', '2022-11-21T10:00:00.000Z')).toEqual({ late: true, lateBy: 86_400 })
    expect(late('opinion', '2022-11-23T08:00:00.000Z')).toEqual({ late: false })
    expect(late('opinion', '2022-11-23T10:01:00.000Z', { closedAt })).toEqual({ late: true, lateBy: 60 })
    expect(late('contribution', '2022-11-23T10:01:00.000Z', { closedAt }).lateBy).toBe(3 * 86_400 + 60)
  })

  it('takes papers from the invitation, opinions from the start', () => {
    expect(() => expectTaking({ ...conference, state: 'draft' }, 'contribution')).toThrow('conference-state')
    expect(() => expectTaking(conference, 'contribution')).not.toThrow()
    expect(() => expectTaking({ ...conference, state: 'postponed' }, 'contribution')).not.toThrow()
    for (const expectAny of [expectDeciding, (one: Conference) => expectTaking(one, 'contribution')])
      expect(() => expectAny({ ...conference, state: 'cancelled' })).toThrow('conference-state')
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
    expect([takeableUntil(over), takeableUntil(open)]).toEqual(['2022-11-23T10:10:00.000Z', undefined])
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
    const person = Person.parse({
      id: 'prs_x',
      name: 'Đinh Trọng Soạn',
      rank: 'Đại tá',
      stateTitle: 'Phó Giám đốc',
      posts: [],
      version: 1,
    })
    expect(authorOf({ position: 'Phó Giám đốc Công an tỉnh Thanh Hóa' }).display).toBe(
      'Phó Giám đốc Công an tỉnh Thanh Hóa',
    )
    expect(authorOf({ personId: 'prs_x' }, person).display).toBe('Đại tá Đinh Trọng Soạn, Phó Giám đốc')
    expect(authorOf({ personId: 'prs_x', rank: 'Thiếu tướng' }, person).display).toMatch(/^Thiếu tướng/)
  })

  it('must be somebody, with a text or a file, and an opinion is short', () => {
    const input = { title: 'T', text: 'T', unitId: 'unt_x', author: { rank: 'Đại tá' } }
    expect(ContributionInput.safeParse(input).success).toBe(false)
    expect(() => expectSubstance('contribution', { ...submission, text: '' })).toThrow('contribution-empty')
    expect(() => expectSubstance('contribution', { ...submission, text: 'a'.repeat(5001) })).not.toThrow()
    expect(() => expectSubstance('opinion', { ...submission, text: 'a'.repeat(5001) })).toThrow(
      'opinion-too-long',
    )
  })

  it('keeps what the desk said from those it is not for', () => {
    const noted = { ...standing('accepted'), note: 'Rút gọn còn 8 phút' }
    const viewer = { sub: 'b', units: [], seesAll: false }
    expect(shownTo(noted, viewer).note).toBeUndefined()
    expect(shownTo(noted, { ...viewer, sub: 'a' }).note).toBe(noted.note)
    expect(shownTo(noted, { ...viewer, seesAll: true }).note).toBe(noted.note)
  })
})

describe('an entry', () => {
  it('without a title is called by its first words, cut between two', () => {
    expect(titleOf({ title: 'Ý kiến' })).toBe('Ý kiến')
    expect(titleOf({ text: 'Đồng ý với báo cáo.\nBổ sung một ý.' })).toBe('Đồng ý với báo cáo.')
    const long = titleOf({ text: 'đồng chí '.repeat(30) })
    expect(long).toMatch(/^(đồng chí )+(đồng|đồng chí|chí)…$/)
    expect(long.length).toBeLessThanOrEqual(101)
    expect(titleOf({ text: 'a'.repeat(200) })).toBe(`${'a'.repeat(100)}…`)
    expect(titleOf({ text: `Ý ${'a'.repeat(200)}` })).toBe(`Ý ${'a'.repeat(98)}…`)
    // Half a letter has no canonical form, and so no receipt.
    for (const text of ['😀'.repeat(101), `a${'😀'.repeat(101)}`])
      expect(titleOf({ text }).isWellFormed()).toBe(true)
  })

  it('has twenty versions at most: all are opened together', () => {
    const at = (number: number) => ({
      ...standing('returned'),
      receipt: { ...standing('returned').receipt, number },
    })
    expect(() => expectEditable(at(19))).not.toThrow()
    expect(() => expectEditable(at(20))).toThrow('contribution-versions-full')
  })

  it('put on the agenda goes after those that stand there', () => {
    const at = (order: number, agendaItem: string, state: ContributionState = 'scheduled') => ({
      ...standing(state),
      order,
      agendaItem,
    })
    expect(orderAfter([], 'agd_a')).toBe(1)
    expect(orderAfter([at(1, 'agd_a'), at(7, 'agd_b'), at(3, 'agd_a')], 'agd_a')).toBe(4)
    expect(orderAfter([at(5, 'agd_a', 'withdrawn'), standing('accepted')], 'agd_a')).toBe(1)
  })

  it('is counted by state, papers by unit, opinions apart', () => {
    const other = { ...standing('submitted'), unitId: 'unt_ca-thanh-hoa', late: true }
    const all = [standing('accepted'), other, { ...standing('delivered'), kind: 'opinion' as const }]
    expect(countsOf(all)).toEqual({
      contributions: { total: 2, late: 1, byState: { accepted: 1, submitted: 1 } },
      opinions: { total: 1, late: 0, byState: { delivered: 1 } },
      byUnit: [
        { unitId: 'unt_ca-ninh-binh', total: 1, late: 0, byState: { accepted: 1 } },
        { unitId: 'unt_ca-thanh-hoa', total: 1, late: 1, byState: { submitted: 1 } },
      ],
    })
  })
})
