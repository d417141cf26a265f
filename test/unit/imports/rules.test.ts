// How dates, tone marks and counters of pages are read in reports.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HeldOnInput, heldWords, readHeldOn, startOf } from '#functions/imports/held.rules.ts'
import { evenTitles, evenTones, isPageCounter, lacksDiacritics } from '#functions/imports/spelling.rules.ts'

describe('the day of a report', () => {
  it('is read as reports write it, with the year of the day it came out', () => {
    expect(readHeldOn('Chiều 6.11, UBND tỉnh', '2020-11')).toEqual({
      precision: 'day',
      value: '2020-11-06',
      part: 'afternoon',
    })
    expect(readHeldOn('Sáng ngày 23/02, UBND huyện', '2023-02-23')?.value).toBe('2023-02-23')
    expect(readHeldOn('Ngày 07/3/2017, Ủy ban')?.value).toBe('2017-03-07')
    expect(readHeldOn('Ngày 30/12', '2021-01-02')?.value).toBe('2020-12-30')
    for (const none of ['Chiều 6.11', 'Tiêu chí 1.2.3.4', 'Ngày 31/2/2020', '25/25 trường', ''])
      expect([none, readHeldOn(none)]).toEqual([none, undefined])
  })

  it('begins when its date may first mean, in Việt Nam', () => {
    expect(startOf({ precision: 'day', value: '2023-02-23', part: 'morning' })).toBe(
      '2023-02-22T17:00:00.000Z',
    )
    expect(startOf({ precision: 'day', value: '2020-11-06', part: 'afternoon' })).toBe(
      '2020-11-06T05:00:00.000Z',
    )
    expect(startOf({ precision: 'year', value: '2017' })).toBe('2016-12-31T17:00:00.000Z')
    expect(startOf({ precision: 'unknown' })).toBe('0001-01-01T00:00:00.000Z')
  })

  it('is written and read back, whatever the day', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('morning' as const, 'afternoon' as const), (date, part) => {
        const held = { precision: 'day' as const, value: date.toISOString().slice(0, 10), part }
        expect(readHeldOn(heldWords(held) ?? '')).toEqual(HeldOnInput.parse(held))
      }),
      { numRuns: 50 },
    )
  })
})

describe('spelling', () => {
  it('has tone marks in one place, and leaves alone what only looks alike', () => {
    expect(evenTones('Uỷ ban, UỶ viên, hoà bình, khoẻ, tuỳ')).toBe('Ủy ban, ỦY viên, hòa bình, khỏe, tùy')
    const right = 'quý, quỹ, hoàn toàn, thuyền, suýt, khoảng, Ủy ban, hòa'
    expect(evenTones(right)).toBe(right)
    expect(evenTitles('Trần Thuý, Uỷ viên')).toBe('Trần Thuý, Ủy viên')
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zòóỏõọàáảãạỳýỷỹỵ ]{0,12}$/),
        (text) => evenTones(evenTones(text)) === evenTones(text),
      ),
    )
  })

  it('tells a caption without diacritics', () => {
    expect(lacksDiacritics('đồng chí Nguyễn Văn Trì va cac dai bieu tai Hội nghị')).toBe(true)
    expect(lacksDiacritics('các đại biểu tham dự Hội nghị theo quy trình')).toBe(false)
  })

  it('tells who reads a page from what a conference counts', () => {
    for (const counter of ['Tổng số', 'Trực tuyến:', 'Hôm nay']) expect(isPageCounter(counter)).toBe(true)
    expect(isPageCounter('Tổng số điểm tổ chức Ngày hội')).toBe(false)
  })
})
