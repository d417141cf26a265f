// How an agenda goes against its plan.
import { describe, expect, it } from 'vitest'
import { leftMs, nextOf, ranMs, startedLate, tookLonger } from '#web/conferences/agenda-times.ts'

const at = (time: string) => `2022-11-23T${time}:00.000Z`
const span = (from: string, to?: string) => ({ startedAt: at(from), ...(to ? { endedAt: at(to) } : {}) })

describe('an item of the agenda', () => {
  it('began late, early or on time; half a minute is no delay', () => {
    const plannedAt = at('07:00')
    expect(startedLate({ plannedAt, spans: [span('07:05')] })).toBe(5)
    expect(startedLate({ plannedAt, spans: [span('06:58')] })).toBe(-2)
    expect(startedLate({ plannedAt, spans: [{ startedAt: '2022-11-23T06:59:31.000Z' }] })).toBe(0)
    expect(startedLate({ plannedAt })).toBeUndefined()
    expect(startedLate({ spans: [span('07:05')] })).toBeUndefined()
  })

  it('took longer or shorter, breaks left out, once it is over', () => {
    const spans = [span('07:00', '07:10'), span('07:30', '07:45')]
    expect(tookLonger({ minutes: 20, spans })).toBe(5)
    expect(tookLonger({ minutes: 30, spans })).toBe(-5)
    expect(tookLonger({ minutes: 20, spans: [span('07:00')] })).toBeUndefined()
    expect(tookLonger({ spans })).toBeUndefined()
  })

  it('has so much left, and is over its time after that', () => {
    const item = { minutes: 10, spans: [span('07:00', '07:04'), span('07:20')] }
    expect(ranMs(item, Date.parse(at('07:25')))).toBe(9 * 60_000)
    expect(leftMs(item, Date.parse(at('07:25')))).toBe(60_000)
    expect(leftMs(item, Date.parse(at('07:28')))).toBe(-2 * 60_000)
    expect(leftMs({ spans: item.spans }, 0)).toBeUndefined()
  })

  it('is followed by the first that nobody began or dropped', () => {
    const items = [
      { id: 'a', spans: [span('07:00')] },
      { id: 'b', dropped: 'Hết giờ' },
      { id: 'c', spans: [span('06:50', '06:55')] },
      { id: 'd' },
    ]
    expect(nextOf(items, 'a')?.id).toBe('d')
    expect(nextOf(items, undefined)?.id).toBe('d')
    expect(nextOf(items, 'd')).toBeUndefined()
  })
})
