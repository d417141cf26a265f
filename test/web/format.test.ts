// Times and numbers as the office writes them, whatever the zone of the machine.
import { describe, expect, it } from 'vitest'
import { count, hourMinute, moment, runningTime, wallClock } from '#web/lib/format.ts'

describe('format', () => {
  it('writes instants in Asia/Ho_Chi_Minh', () => {
    expect(moment('2022-11-23T07:00:00.000Z')).toBe('14:00 · 23/11/2022')
    expect(moment('2022-11-23T17:30:00.000Z')).toBe('00:30 · 24/11/2022')
    expect(hourMinute('2022-11-23T17:05:00.000Z')).toBe('00:05')
    expect(wallClock('2022-11-23T08:17:05.000Z')).toBe('15:17:05')
  })

  it('runs from zero, past an hour, and never below', () => {
    expect(runningTime(-5)).toBe('00:00')
    expect(runningTime(59_999)).toBe('00:59')
    expect(runningTime(3_600_000)).toBe('1:00:00')
  })

  it('separates thousands with a dot', () => {
    expect(count(2932)).toBe('2.932')
    expect(count(999)).toBe('999')
  })
})
