// What must hold whatever becomes of clocks and tabs: staleness, an end of turn whose tab was killed, drafts of others.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type HeldEnd, unsentEnd } from '#web/floor/desk/held-end.ts'
import { watchBoard } from '#web/lib/live/board-watch.ts'
import { staleSince } from '#web/lib/live/useStanding.ts'
import { typedBy } from '#web/lib/typed.ts'

describe('a screen', () => {
  const opened = { date: 1_000_000, count: 0 }
  const heard = { date: 1_060_000, count: 60_000 }
  const status = { caughtUp: true, openedAt: opened, heardAt: heard }

  it('is stale once nothing was heard for five seconds, and says since when', () => {
    expect(staleSince(status, { date: 1_064_000, count: 64_000 })).toBeUndefined()
    expect(staleSince(status, { date: 1_066_000, count: 66_000 })).toBe(heard.date)
    expect(staleSince({ caughtUp: false, openedAt: opened }, { date: 1_009_000, count: 9_000 })).toBe(0)
  })
  it('does not stay fresh for an hour because the clock was set back by one', () => {
    const back = { date: 1_066_000 - 3_600_000, count: 66_000 }
    expect(staleSince(status, back), 'told by the clock of now').toBe(back.date - 6_000)
  })
  it('is stale after a sleep in which one clock rested', () => {
    expect(staleSince(status, { date: 1_060_000 + 7_200_000, count: 60_100 })).toBe(heard.date)
  })
})

describe('an end of turn that its tab never sent', () => {
  const noted: HeldEnd = { sub: 'chair', requestId: 'flr_1', who: 'A', until: 10_000 }
  const now = { sub: 'chair', requestId: 'flr_1' }
  it('is taken up by the same person while that very turn runs', () => {
    expect(unsentEnd(noted, now, 12_000)).toBe(noted)
    expect(unsentEnd(noted, { ...now, sub: 'deputy' }, 12_000)).toBeUndefined()
    expect(unsentEnd(noted, { ...now, requestId: 'flr_2' }, 12_000)).toBeUndefined()
    expect(unsentEnd(undefined, now, 12_000)).toBeUndefined()
  })
  it('is left to another tab that may be sending it, and forgotten when it is old', () => {
    expect(unsentEnd(noted, now, 10_500)).toBeUndefined()
    expect(unsentEnd(noted, now, 200_000)).toBeUndefined()
  })
})

describe('drafts', () => {
  const kept: Record<string, unknown> = {}
  beforeEach(() => {
    Object.defineProperties(kept, {
      getItem: { value: (name: string) => kept[name] ?? null, configurable: true },
      setItem: {
        value: (name: string, value: string) => Object.assign(kept, { [name]: value }),
        configurable: true,
      },
      removeItem: { value: (name: string) => void delete kept[name], configurable: true },
    })
    vi.stubGlobal('sessionStorage', kept)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('wait through a sign-in of the same person and are gone before that of another', () => {
    typedBy('one')
    kept['diemcau.draft.settle'] = '{"reason":"…"}'
    kept['diemcau.files.paper'] = '[]'
    kept['diemcau.scanned'] = '{}'
    typedBy('one')
    expect(kept['diemcau.draft.settle']).toBeDefined()
    typedBy('two')
    expect(Object.keys(kept).sort()).toEqual(['diemcau.scanned', 'diemcau.typed-by'])
  })
})

it('numbers of a board that nobody shows are not kept', () => {
  const watch = watchBoard()
  for (let number = 1; number < 100; number++) watch.rows(number, 'binh', 0, 1)
  watch.forget()
  expect(watch.newest()).toBe(0)
})
