// Calendar files by two real parsers: the moment, the words, what cancels what; and the form RFC 5545 asks for.
import ICAL from 'ical.js'
import * as nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import { ConferenceInput } from '#functions/conferences/acts.schema.ts'
import { newConference, scheduled } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { cancelled, postponed } from '#functions/conferences/undo.rules.ts'
import { type CalendarAround, calendarOf } from '#functions/notices/calendar.ts'

const id = 'cnf_01GJH00000000000000000000A'
const title = [
  'Tổng kết công tác tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2022',
  'Triển khai Kế hoạch thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới; giai đoạn 2021-2025',
]

/** After the word for it, what it is held to do goes on in small letters. */
const said = title.join('; ').replace('Tổng', 'tổng').replace('Triển', 'triển')

const conference = (change: object = {}): Conference =>
  scheduled(
    newConference(
      id,
      ConferenceInput.parse({
        title,
        hostUnitId: 'unt_bo-cong-an',
        classification: 'internal',
        venue: 'Trụ sở Bộ Công an, Hà Nội',
        startsAt: '2022-11-23T14:00:00+07:00',
        endsAt: '2022-11-23T16:30:00+07:00',
        ...change,
      }),
      {
        chairs: [],
        agenda: [
          { id: 'agd_a', title: 'Báo cáo; thảo luận', kind: 'report', plannedAt: '2022-11-23T07:10:00.000Z' },
          { id: 'agd_b', title: 'Không còn', kind: 'other', dropped: 'Hết giờ' },
        ],
      },
    ),
  )

const file = (one: Conference, around: Partial<CalendarAround> = {}) =>
  calendarOf(one, {
    method: 'PUBLISH',
    home: 'https://diemcau.example',
    stamp: new Date('2022-11-02T01:00:00Z'),
    point: 'Công an tỉnh Ninh Bình',
    role: 'cán bộ điểm cầu',
    ...around,
  })

const asIcalJs = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const event = calendar.getFirstSubcomponent('vevent')
  if (!zone || !event) throw new Error('no zone or no event')
  return { calendar, zone: new ICAL.Timezone(zone), event, entry: new ICAL.Event(event) }
}

const asNodeIcal = (text: string) => {
  const found = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT')
  if (found?.type !== 'VEVENT') throw new Error('no event')
  return found
}

const wholeTitle = `Hội nghị ${said}`

describe('a calendar file', () => {
  it('says the moment in Vietnam’s zone, which both parsers find to be the same instant', async () => {
    const text = await file(conference())
    expect(text).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20221123T140000')
    expect(text).toContain('DTSTAMP:20221102T010000Z')
    const { zone, entry } = asIcalJs(text)
    expect(zone.tzid).toBe('Asia/Ho_Chi_Minh')
    expect(entry.startDate.toJSDate().toISOString()).toBe('2022-11-23T07:00:00.000Z')
    expect(entry.endDate.toJSDate().toISOString()).toBe('2022-11-23T09:30:00.000Z')
    const found = asNodeIcal(text)
    expect(new Date(found.start).toISOString()).toBe('2022-11-23T07:00:00.000Z')
    expect(new Date(found.end ?? 0).toISOString()).toBe('2022-11-23T09:30:00.000Z')
  })

  it('says the whole title, the point, the role and the programme, every letter of it', async () => {
    const text = await file(conference())
    const { entry } = asIcalJs(text)
    const found = asNodeIcal(text)
    for (const summary of [entry.summary, found.summary]) expect(summary).toBe(wholeTitle)
    for (const place of [entry.location, found.location]) expect(place).toBe('Trụ sở Bộ Công an, Hà Nội')
    const words = [
      'Điểm cầu: Công an tỉnh Ninh Bình',
      'Vai trò: cán bộ điểm cầu',
      '1. Báo cáo; thảo luận (14 giờ 10)',
      `https://diemcau.example/conferences/${id}`,
    ]
    for (const description of [entry.description, String(found.description)])
      for (const word of words) expect(description).toContain(word)
    expect(entry.description).not.toContain('Không còn')
  })

  it('keeps every line within 75 octets, broken between letters, with CRLF', async () => {
    const text = await file(conference({ title: ['Ngày hội ệ'.repeat(90).slice(0, 1000)] }))
    const lines = text.split('\r\n')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(lines.some((line) => line.includes('\n'))).toBe(false)
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(Buffer.from(line).toString()).not.toContain('\uFFFD')
    }
    expect(asIcalJs(text).entry.summary).toContain('Ngày hội ệ'.repeat(90))
  })

  it('is one entry for ever: the same UID, a SEQUENCE that goes up, off the calendar while it waits', async () => {
    const first = conference()
    const waiting = postponed(first, { reason: 'Bão số 5' }, '2022-11-20T00:00:00.000Z')
    const again = postponed(
      waiting,
      { reason: 'Đã có lịch', startsAt: '2022-12-01T07:00:00.000Z' },
      '2022-11-21T00:00:00.000Z',
    )
    const off = cancelled(again, 'Lồng ghép', '2022-11-22T00:00:00.000Z')
    const seen = await Promise.all(
      [first, waiting, again, off].map(async (one) => {
        const { event, entry } = asIcalJs(await file(one))
        return [entry.uid, entry.sequence, event.getFirstPropertyValue('status')]
      }),
    )
    expect(seen).toEqual([
      [`${id}@diemcau`, 0, 'CONFIRMED'],
      [`${id}@diemcau`, 1, 'CANCELLED'],
      [`${id}@diemcau`, 2, 'CONFIRMED'],
      [`${id}@diemcau`, 3, 'CANCELLED'],
    ])
    const text = await file(off, { method: 'CANCEL' })
    expect(asIcalJs(text).entry.summary).toBe(`[Hủy] ${wholeTitle}`)
    expect(asNodeIcal(text)).toMatchObject({ status: 'CANCELLED', method: 'CANCEL' })
    expect(asIcalJs(text).entry.description).toContain('Lồng ghép')
  })

  it('by mail names who asks and who is asked (RFC 5546)', async () => {
    const text = await file(conference(), {
      method: 'REQUEST',
      organizer: { name: 'Bộ Công an', email: 'diemcau@diemcau.example' },
      attendee: { name: 'Công an tỉnh Ninh Bình', email: 'ninh-binh@diemcau.example' },
    })
    const { calendar, event } = asIcalJs(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:diemcau@diemcau.example')
    expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe('Công an tỉnh Ninh Bình')
    expect(event.getFirstPropertyValue('class')).toBe('PRIVATE')
  })

  it('invents no end', async () => {
    const text = await file(conference({ endsAt: undefined }))
    expect(text).not.toContain('DTEND')
    expect(asNodeIcal(text).summary).toBe(wholeTitle)
  })
})
