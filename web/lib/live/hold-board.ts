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
  /** Lines seen at their points since the board was built: shown until a board says what is so. */
  glanced?: ReadonlyMap<string, Glance>
}

/** @property below the board's own line @property at when the point was asked, server's time in milliseconds */
type Glance = { line: BoardLine; below: BoardLine; at: number }

/** Rows that changed with this number, each as it is now. */
export type RowsTold = {
  told: 'rows'
  number: number
  builtAt: string
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

/** One point's line as the point itself has it, asked for at this moment: a board takes a second or two to say it. */
export type LineTold = { told: 'line'; line: BoardLine; at: number }

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

const replaced = (items: readonly BoardLine[], by: (line: BoardLine) => BoardLine | undefined): BoardLine[] =>
  sameRows(
    items,
    items.map((line) => by(line) ?? line),
  )

/** The board as boards alone have it. */
const uncovered = (held: HeldBoard): HeldBoard => {
  const { glanced, ...bare } = held
  return glanced
    ? { ...bare, items: replaced(held.items, ({ pointId }) => glanced.get(pointId)?.below) }
    : held
}

/** Whether what was seen at a point is newer than what a board or its row now says of it. */
const isNewer = ({ line, at }: Glance, input: Board | RowsTold | TotalsTold): boolean => {
  if (at > Date.parse(input.builtAt)) return true
  if (!('told' in input)) return false
  return input.told === 'rows' ? !input.items.some(({ pointId }) => pointId === line.pointId) : !input.whole
}

const covered = (board: HeldBoard, glances: readonly Glance[]): HeldBoard => {
  if (glances.length === 0) return board
  const own = new Map(board.items.map((line) => [line.pointId, line]))
  const glanced = new Map(
    glances.flatMap((glance) => {
      const below = own.get(glance.line.pointId)
      return below ? [[below.pointId, { ...glance, below }] as const] : []
    }),
  )
  const line = ({ pointId }: BoardLine) => glanced.get(pointId)?.line
  return { ...board, glanced, items: replaced(board.items, line) }
}

const boardTold = (held: HeldBoard, input: Board | RowsTold | TotalsTold): HeldBoard => {
  if (!('told' in input)) return input.number > held.number ? answered(held, input) : held
  return input.told === 'rows' ? rowsTold(held, input) : totalsTold(held, input)
}

/** What is held after an answer or a message came. */
export const holdBoard = (
  held: HeldBoard | undefined,
  input: Board | RowsTold | TotalsTold | LineTold,
): HeldBoard => {
  if (!held) {
    if ('told' in input) throw new Error('A message of the board came before the board.')
    return input
  }
  if (input === held) return held
  const glances = [...(held.glanced?.values() ?? [])]
  if ('told' in input && input.told === 'line') {
    const others = glances.filter(({ line }) => line.pointId !== input.line.pointId)
    return covered(uncovered(held), [...others, { line: input.line, below: input.line, at: input.at }])
  }
  const left = glances.filter((glance) => isNewer(glance, input))
  const next = boardTold(glances.length > 0 ? uncovered(held) : held, input)
  return covered(next, left)
}
