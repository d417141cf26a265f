// The board as a screen holds it: answers and messages in any order, repeated or lost, and of every row the greater
// number holds. Pure. Rows that say what they said keep their identity, so that only what changed is drawn again.
import { replaceEqualDeep } from '@tanstack/react-query'
import type { Board, BoardTotals } from '#functions/bridge-points/board.schema.ts'
import { byBoardOrder } from '#functions/bridge-points/rules.ts'
import type { BoardLine } from '#functions/bridge-points/schema.ts'

export type HeldBoard = Board & {
  /** Numbers of rows told after the whole board's own `number`, those that are gone among them. */
  ahead?: ReadonlyMap<string, number>
  /** The number of the totals, where they were told after it. */
  totalsOf?: number
}

/** Rows that changed with this number, each as it is now. */
export type RowsTold = {
  told: 'rows'
  number: number
  items: readonly BoardLine[]
  gone?: readonly string[] | undefined
}

/** What all rows add up to at this number. @property whole every row up to it has been told */
export type TotalsTold = {
  told: 'totals'
  number: number
  builtAt: string
  totals: BoardTotals
  whole: boolean
}

const none: ReadonlyMap<string, number> = new Map()

const later = (ahead: ReadonlyMap<string, number>, number: number): ReadonlyMap<string, number> =>
  new Map([...ahead].filter(([, of]) => of > number))

const sameRows = (before: readonly BoardLine[], after: BoardLine[]): BoardLine[] =>
  before.length === after.length && after.every((line, at) => line === before[at])
    ? (before as BoardLine[])
    : after

/** A whole board read later than the one held; only rows told since it was built are kept. */
const answered = (held: HeldBoard, answer: Board): HeldBoard => {
  const ahead = later(held.ahead ?? none, answer.number)
  const before = new Map(held.items.map((line) => [line.pointId, line]))
  const shown = answer.items.flatMap((line) => {
    const own = before.get(line.pointId)
    if (ahead.has(line.pointId)) return own ?? []
    return own ? replaceEqualDeep(own, line) : line
  })
  const there = new Set(answer.items.map(({ pointId }) => pointId))
  const added = held.items.filter(({ pointId }) => ahead.has(pointId) && !there.has(pointId))
  const items = added.length > 0 ? [...shown, ...added].sort(byBoardOrder) : shown
  const totalsAhead = (held.totalsOf ?? 0) > answer.number
  return {
    ...answer,
    items: sameRows(held.items, items),
    ahead,
    ...(totalsAhead ? { totalsOf: held.totalsOf, totals: held.totals, builtAt: held.builtAt } : {}),
  }
}

const rowsTold = (held: HeldBoard, { number, items, gone = [] }: RowsTold): HeldBoard => {
  const isNews = (id: string) => number > (held.ahead?.get(id) ?? held.number)
  const news = new Map(items.filter(({ pointId }) => isNews(pointId)).map((line) => [line.pointId, line]))
  const lost = new Set(gone.filter(isNews))
  if (news.size + lost.size === 0) return held
  const ahead = new Map(held.ahead)
  for (const id of [...news.keys(), ...lost]) ahead.set(id, number)
  const kept = lost.size > 0 ? held.items.filter(({ pointId }) => !lost.has(pointId)) : held.items
  const shown = kept.map((line) => {
    const told = news.get(line.pointId)
    news.delete(line.pointId)
    return told ? replaceEqualDeep(line, told) : line
  })
  const all = news.size > 0 ? [...shown, ...news.values()].sort(byBoardOrder) : shown
  return { ...held, items: sameRows(held.items, all), ahead }
}

const totalsTold = (held: HeldBoard, { number, builtAt, totals, whole }: TotalsTold): HeldBoard => {
  const fresh = number > (held.totalsOf ?? held.number) ? { builtAt, totals, totalsOf: number } : {}
  const grown = whole && number > held.number ? { number, ahead: later(held.ahead ?? none, number) } : {}
  return { ...held, ...fresh, ...grown }
}

/** What is held after an answer or a message came. A message to nothing held says too little to show. */
export const holdBoard = (held: HeldBoard | undefined, input: Board | RowsTold | TotalsTold): HeldBoard => {
  if (!('told' in input)) {
    if (!held) return input
    return input.number > held.number ? answered(held, input) : held
  }
  if (!held) throw new Error('A message of the board came before the board.')
  return input.told === 'rows' ? rowsTold(held, input) : totalsTold(held, input)
}
