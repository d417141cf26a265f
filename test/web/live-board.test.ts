// The board on a screen: whatever of the channel is lost, repeated or late, it ends as the server's, and never goes back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardOf } from '#functions/bridge-points/board.rules.ts'
import type { Board } from '#functions/bridge-points/board.schema.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import type { BoardTold } from '#functions/live/messages.schema.ts'
import { watchBoard } from '#web/lib/live/board-watch.ts'
import { type HeldBoard, holdBoard, type RowsTold, type TotalsTold } from '#web/lib/live/hold-board.ts'

const at = '2022-11-23T07:30:00.000Z'

const row = (slug: string, more: Partial<BoardRow> = {}): BoardRow => ({
  pointId: `bpt_${slug}`,
  conferenceId: 'cnf_01GJJQXJ8G0000000000000000',
  unitId: `unt_${slug}`,
  name: `Công an ${slug}`,
  shortName: slug,
  kind: 'site',
  listed: 10,
  linkState: 'never',
  present: 0,
  online: 0,
  absent: 0,
  substituted: 0,
  ...more,
})

const boardAt = (number: number, rows: Map<string, BoardRow>): Board => ({
  number,
  builtAt: at,
  ...boardOf([...rows.values()], at),
})

type Message = RowsTold | TotalsTold

const rowsTold = (before: Board, after: Board): RowsTold => {
  const known = new Map(before.items.map((line) => [line.pointId, JSON.stringify(line)]))
  const there = new Set(after.items.map(({ pointId }) => pointId))
  return {
    told: 'rows',
    number: after.number,
    builtAt: after.builtAt,
    items: after.items.filter((line) => known.get(line.pointId) !== JSON.stringify(line)),
    gone: [...known.keys()].filter((id) => !there.has(id)),
  }
}

/** What a server may go through: points come, change and go; each step makes a board and tells what changed. */
const slugs = ['an', 'binh', 'cao', 'đăk', 'hue', 'yen']
const change = fc.record({
  slug: fc.constantFrom(...slugs),
  gone: fc.boolean(),
  present: fc.integer({ min: 0, max: 10 }),
})

const history = (steps: readonly { slug: string; gone: boolean; present: number }[]) => {
  const rows = new Map(slugs.slice(0, 3).map((slug) => [slug, row(slug)]))
  const boards = [boardAt(1, rows)]
  const messages: RowsTold[] = []
  for (const { slug, gone, present } of steps) {
    if (gone) rows.delete(slug)
    else rows.set(slug, row(slug, { present }))
    const [before, after] = [boards.at(-1), boardAt(boards.length + 1, rows)]
    boards.push(after)
    if (before) messages.push(rowsTold(before, after))
  }
  return { boards, messages }
}

const totalsOf = ({ number, builtAt, totals }: Board, whole: boolean): TotalsTold => ({
  told: 'totals',
  number,
  builtAt,
  totals,
  whole,
})

const shown = ({ number, builtAt, totals, items }: HeldBoard) => ({ number, builtAt, totals, items })

const steps = fc.array(change, { minLength: 1, maxLength: 12 })
const picks = fc.array(fc.tuple(fc.nat(), fc.constantFrom('rows', 'totals', 'answer')), { maxLength: 40 })

const play = (changes: Parameters<typeof history>[0], order: readonly (readonly [number, string])[]) => {
  const { boards, messages } = history(changes)
  const inputs = order.map(([pick, kind]): Board | Message => {
    const board = boards[pick % boards.length] as Board
    if (kind === 'answer') return board
    return kind === 'totals' ? totalsOf(board, false) : (messages[pick % messages.length] as RowsTold)
  })
  return { boards, messages, inputs }
}

describe('a board held by a screen', () => {
  it('ends as the server’s after one answer more, whatever came before in whatever order', () => {
    fc.assert(
      fc.property(steps, picks, (changes, order) => {
        const { boards, inputs } = play(changes, order)
        const last = boards.at(-1) as Board
        const held = inputs.reduce<HeldBoard>(holdBoard, boards[0] as Board)
        expect(shown(holdBoard(held, last))).toEqual(last)
      }),
    )
  })

  it('says what the newest message or answer said of each point, and never anything older', () => {
    fc.assert(
      fc.property(steps, picks, (changes, order) => {
        const { boards, inputs } = play(changes, order)
        let held: HeldBoard = boards[0] as Board
        const newest = new Map<string, number>()
        for (const input of inputs) {
          held = holdBoard(held, input)
          const ids =
            'told' in input ? (input.told === 'rows' ? rowIds(input) : []) : slugs.map((s) => `bpt_${s}`)
          for (const id of ids) newest.set(id, Math.max(newest.get(id) ?? 1, input.number))
        }
        for (const [id, number] of newest) {
          const line = ({ items }: Board) => items.find(({ pointId }) => pointId === id)
          expect(line(held)).toEqual(line(boards[number - 1] as Board))
        }
      }),
    )
  })

  it('is the server’s without asking when every message came, in any order and more than once', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (changes, seed) => {
        const { boards, messages } = play(changes, [])
        const last = boards.at(-1) as Board
        const all: Message[] = [...messages, ...messages, totalsOf(last, false)]
        const shuffled =
          fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { seed, numRuns: 1 })[0] ?? []
        const held = shuffled.reduce<HeldBoard>(holdBoard, boards[0] as Board)
        expect(shown(holdBoard(held, totalsOf(last, true)))).toEqual(last)
      }),
    )
  })

  it('keeps rows that say what they said, and itself when nothing is new', () => {
    const { boards, messages } = history([{ slug: 'binh', gone: false, present: 4 }])
    const [first, second] = boards as [Board, Board]
    const held = holdBoard(first, messages[0] as RowsTold)
    expect(held.items.map((line, place) => line === first.items[place])).toEqual([true, false, true])
    const answered = holdBoard(held, structuredClone(second))
    expect(answered.items).toBe(held.items)
    expect(holdBoard(answered, structuredClone(second))).toBe(answered)
    expect(holdBoard(answered, messages[0] as RowsTold)).toBe(answered)
  })
})

describe('a line seen at its point', () => {
  const later = (ms: number) => Date.parse(at) + ms
  const present = (held: HeldBoard) => held.items.find(({ pointId }) => pointId === 'bpt_binh')?.present

  it('is shown until a board built after it says what is so', () => {
    const { boards, messages } = history([
      { slug: 'an', gone: false, present: 1 },
      { slug: 'binh', gone: false, present: 4 },
    ])
    const [first, second, third] = boards as [Board, Board, Board]
    const line = third.items.find(({ pointId }) => pointId === 'bpt_binh') as Board['items'][number]
    const glanced = holdBoard(first, { told: 'line', line, at: later(500) })
    expect(present(glanced)).toBe(4)
    const early = holdBoard(glanced, messages[0] as RowsTold)
    expect(present(holdBoard(early, totalsOf(second, true)))).toBe(4)
    const built = { ...third, builtAt: new Date(later(2_000)).toISOString() }
    expect(holdBoard(early, built)).toMatchObject(built)
    const undone = { ...third, builtAt: built.builtAt, items: second.items, totals: second.totals }
    expect(present(holdBoard(early, undone))).toBe(0)
    expect(
      shown(
        holdBoard(
          holdBoard(early, { ...(messages[1] as RowsTold), builtAt: built.builtAt }),
          totalsOf(built, true),
        ),
      ),
    ).toEqual(built)
  })
})

const rowIds = ({ items, gone = [] }: RowsTold) => [...items.map(({ pointId }) => pointId), ...gone]

const head = (number: number, ...provinces: string[]): BoardTold => ({
  number,
  builtAt: at,
  totals: boardAt(number, new Map()).totals,
  provinces,
})

describe('whether a number was told whole', () => {
  it('is known only with its head and all parts of all its provinces', () => {
    const watch = watchBoard()
    watch.rows(8, 'ninh-binh', 2, 2)
    watch.head(head(8, 'ninh-binh', 'hue'))
    watch.rows(8, 'hue', 1, 1)
    expect(watch.wholeFrom(7)).toBeUndefined()
    expect(watch.newest()).toBe(8)
    watch.rows(8, 'ninh-binh', 2, 2)
    expect(watch.wholeFrom(7)).toBeUndefined()
    watch.rows(8, 'ninh-binh', 1, 2)
    expect(watch.wholeFrom(7)?.number).toBe(8)
    expect(watch.newest()).toBe(0)
  })

  it('stops at a number nobody heard of', () => {
    const watch = watchBoard()
    watch.head(head(8))
    watch.head(head(10))
    expect(watch.wholeFrom(7)?.number).toBe(8)
    expect(watch.newest()).toBe(10)
    expect(watch.wholeFrom(9)?.number).toBe(10)
  })
})
