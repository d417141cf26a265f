// Which letter a unit is owed: by what is so and what it was told, never by what woke us.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { State } from '#functions/conferences/schema.ts'
import { letterOf } from '#functions/notices/letter.rules.ts'
import { afterwards, invitationList, letterOwed, unansweredOf } from '#functions/notices/rules.ts'
import type { Invitation, Notice } from '#functions/notices/schema.ts'

const notice = (change: Partial<Notice> = {}): Notice => ({
  conferenceId: 'cnf_1',
  unitId: 'unt_a',
  event: 'evt_1',
  kind: 'invitation',
  sequence: 0,
  state: 'sent',
  address: 'a@b.example',
  version: 2,
  ...change,
})

describe('a unit', () => {
  it.each([
    ['scheduled', 0, undefined, 'invitation'],
    ['open', 0, undefined, 'invitation'],
    ['in-session', 0, undefined, undefined],
    ['postponed', 1, undefined, undefined],
    ['cancelled', 1, undefined, undefined],
    ['scheduled', 0, 0, undefined],
    ['scheduled', 1, 0, 'change'],
    ['postponed', 1, 0, 'postponement'],
    ['cancelled', 2, 0, 'cancellation'],
    ['cancelled', 2, 2, undefined],
    ['closed', 2, 0, undefined],
  ] as const)('of a conference that is %s (%i), told of %s, is owed %s', (state, sequence, told, owed) => {
    const known = told === undefined ? undefined : notice({ told, sequence: told })
    expect(letterOwed({ state, sequence }, known)).toBe(owed)
  })

  it('whose invitation failed is invited, and whose later letter failed is told that letter', () => {
    expect(letterOwed({ state: 'scheduled', sequence: 0 }, notice({ state: 'failed' }))).toBe('invitation')
    const failed = notice({ state: 'failed', told: 0, sequence: 1, kind: 'postponement' })
    expect(letterOwed({ state: 'postponed', sequence: 1 }, failed)).toBe('postponement')
  })

  it('is told of every state once, however often and late it is woken for', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...State.options), fc.boolean()), { maxLength: 20 })
    fc.assert(
      fc.property(moves, (states) => {
        let known: Notice | undefined
        const told: number[] = []
        for (const [sequence, [state, refused]] of states.entries())
          for (let woken = 0; woken < 3; woken++) {
            const kind = letterOwed({ state, sequence }, known)
            if (!kind) continue
            const next = notice({ ...known, kind, sequence, state: 'sending' })
            known = afterwards(next, refused && woken === 0 ? 'failed' : 'sent', '2022-11-23T07:00:00.000Z')
            if (known.state === 'sent') told.push(sequence)
          }
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })
})

const row = (unitId: string, change: Partial<BoardRow> = {}): BoardRow => ({
  pointId: unitId.replace('unt_', 'bpt_'),
  conferenceId: 'cnf_1',
  unitId,
  name: unitId,
  shortName: unitId,
  kind: 'site',
  listed: 0,
  linkState: 'never',
  present: 0,
  online: 0,
  absent: 0,
  substituted: 0,
  ...change,
})

describe('who owes an answer', () => {
  const conference = { hostUnitId: 'unt_host', sequence: 1 }
  const rows = [
    row('unt_host'),
    row('unt_none'),
    row('unt_part', { listed: 2, accepted: 1 }),
    row('unt_done', { listed: 2, accepted: 1, declined: 1 }),
    row('unt_gone', { withdrawnAt: '2022-11-20T00:00:00.000Z' }),
  ]

  it('is who has no delegation or not answered for all of it; never the host, nor who is out', () => {
    expect(unansweredOf(conference, rows).map(({ unitId }) => unitId)).toEqual(['unt_none', 'unt_part'])
  })

  it('is listed with who was told of what', () => {
    const notices = [notice({ unitId: 'unt_part', told: 0, sequence: 1, state: 'failed', kind: 'change' })]
    const { items, totals } = invitationList(conference, rows, notices)
    expect(totals).toEqual({ units: 3, told: 1, unanswered: 2 })
    expect(items[1]).toMatchObject({ unitId: 'unt_part', state: 'failed', upToDate: false, answer: 'open' })
    expect(items[0]).toMatchObject({ unitId: 'unt_none', state: 'untold', answer: 'none' })
  })
})

describe('the letters', () => {
  const letter: Invitation = {
    title: ['Tổng kết Ngày hội'],
    host: 'Bộ Công an',
    unit: 'Công an tỉnh Ninh Bình',
    form: 'online',
    venue: 'Hà Nội',
    startsAt: '2022-11-30T07:00:00.000Z',
    chairs: ['Trung tướng A', 'Đại tá B'],
    agenda: [],
    link: 'https://diemcau.example/conferences/cnf_1',
    writtenAt: '2022-11-20T01:00:00.000Z',
    before: '2022-11-23T07:00:00.000Z',
    reason: 'Bão số 5.',
  }

  it('of a change says both moments and why', () => {
    const { subject, text } = letterOf('change', letter)
    expect(subject).toBe('Thông báo thay đổi: Hội nghị tổng kết Ngày hội')
    expect(text).toContain('Thời gian đã thông báo trước đây: 14 giờ 00, ngày 23 tháng 11 năm 2022.')
    expect(text).toContain('Thời gian: 14 giờ 00, ngày 30 tháng 11 năm 2022.')
    expect(text).toContain('Lý do: Bão số 5.\n')
    expect(text).toContain('Chủ trì: Trung tướng A; Đại tá B.')
  })

  it('of a postponement promises no date, and of a cancellation none either', () => {
    const off = letterOf('postponement', letter).text
    expect(off).toContain('Về việc hoãn hội nghị')
    expect(off).toContain('sẽ được thông báo sau')
    expect(off).not.toMatch(/^Thời gian: /m)
    expect(letterOf('cancellation', letter).text).toContain('Hội nghị không tổ chức.')
  })

  it('of a reminder carries the desk’s words', () => {
    const { subject, text } = letterOf('reminder', { ...letter, note: 'Đề nghị gửi trước 17 giờ 00.' })
    expect(subject).toMatch(/^Nhắc đăng ký đại biểu: /)
    expect(text).toContain('Đề nghị gửi trước 17 giờ 00.')
    expect(text.normalize('NFC')).toBe(text)
  })
})
