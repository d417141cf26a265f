// What the chart draws, and what clocks and names on large screens say.
import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import { changesIn, drawnSeries } from '#web/board/series.rules.ts'
import { agendaPlace } from '#web/conferences/agenda-place.rules.ts'
import { saidOf } from '#web/floor/said.rules.ts'
import { turnTime } from '#web/floor/turn-time.rules.ts'

const start = Date.parse('2022-11-23T07:00:00.000Z')
const at = (minute: number) => new Date(start + minute * 60_000).toISOString()
const moment = (minute: number, present: number) => ({
  at: at(minute),
  points: 2,
  expected: 6,
  present,
  absent: 0,
  substituted: 0,
  heads: 0,
})

describe('the series', () => {
  const told = [moment(0, 0), moment(1, 2), moment(2, 2), moment(3, 5)]

  it('ends with what the board says now', () => {
    const now = { at: start + 150_000, expected: 6, present: 4 }
    const drawn = drawnSeries(told, now)
    expect(drawn.map(({ present }) => present)).toEqual([0, 2, 2, 4])
    expect(drawn.at(-1)).toEqual(now)
    expect(drawnSeries([], now)).toEqual([])
    expect(drawnSeries(told, undefined)).toHaveLength(4)
  })

  it('is read out by its changes, its beginning and its end', () => {
    const drawn = drawnSeries([...told, moment(4, 5), moment(5, 5)], undefined)
    expect(changesIn(drawn).map((one) => (one.at - start) / 60_000)).toEqual([0, 1, 3, 5])
  })
})

describe('a turn', () => {
  const turn = { startedAt: at(0), budgetSeconds: 300 }
  const standing = (seconds: number) => turnTime(turn, start + seconds * 1000, 30)

  it('runs, warns, and is over', () => {
    expect(standing(100)).toMatchObject({ left: 200, spent: 100, phase: 'running' })
    expect(standing(270)).toMatchObject({ left: 30, phase: 'warning' })
    expect(standing(300)).toMatchObject({ left: 0, phase: 'warning', share: 1 })
    expect(standing(301.5)).toMatchObject({ left: -1, phase: 'over', share: 1 })
  })

  it('has not begun before it has', () => {
    expect(standing(-5)).toMatchObject({ left: 300, spent: 0, share: 0 })
  })
})

describe('a speaker', () => {
  it('is a rank and a name with the office below, or an office', () => {
    const named = { rank: 'Đại tá', name: 'Đinh Trọng Soạn', position: 'Phó Giám đốc', display: '' }
    expect(saidOf(named)).toEqual({ who: ['Đại tá', 'Đinh Trọng Soạn'], office: 'Phó Giám đốc' })
    expect(saidOf({ position: 'Phó Giám đốc', display: '' })).toEqual({ who: ['Phó Giám đốc'] })
    expect(saidOf({ display: 'Đại diện' })).toEqual({ who: ['Đại diện'] })
  })
})

describe('an agenda', () => {
  const item = (id: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
    id,
    title: id,
    kind: 'other',
    ...more,
  })
  const over = { spans: [{ startedAt: at(0), endedAt: at(1) }] }

  it('goes on after what began last, past what was dropped', () => {
    const items = [item('a', over), item('b', { dropped: 'Hết giờ' }), item('c')]
    expect(agendaPlace(items)).toMatchObject({ now: undefined, next: { id: 'c' } })
    const running = [item('a', { spans: [{ startedAt: at(2) }] }), item('b')]
    expect(agendaPlace(running)).toMatchObject({ now: { id: 'a' }, next: { id: 'b' } })
    expect(agendaPlace([item('a', over)]).next).toBeUndefined()
  })
})
