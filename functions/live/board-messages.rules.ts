// A board's news cut into messages: rows by province below the size of a message, then the number they belong to. Pure.
import type { BoardTotals } from '#functions/bridge-points/board.schema.ts'
import type { BoardNews } from '#functions/bridge-points/board-news.rules.ts'
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import {
  type BoardRowsTold,
  type BoardTold,
  everyProvince,
  messageBytes,
  noProvince,
  topicsOf,
} from './messages.schema.ts'

/** Beyond this asking for the board, a tenth of that in gzip, is cheaper than hearing of it, for thousands at once. */
export const rowsMost = 400

/** A board as it was built, with what it changed where that is known. */
export type Snapshot = { number: number; builtAt: string; totals: BoardTotals; news?: BoardNews | undefined }

type Rows = Pick<BoardRowsTold, 'items'> & { gone: string[] }
type BoardMessage = { topic: string; message: BoardTold | BoardRowsTold }

/** Room for what stands around the rows. */
const besidesBytes = 1_000

const sizeOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length + 1

const partsOf = ({ items, gone }: Rows): Rows[] => {
  const parts: Rows[] = [{ items: [], gone }]
  let room = messageBytes - besidesBytes - sizeOf(gone)
  for (const item of items) {
    const size = sizeOf(item)
    if (size > room) {
      parts.push({ items: [], gone: [] })
      room = messageBytes - besidesBytes
    }
    parts.at(-1)?.items.push(item)
    room -= size
  }
  return parts
}

const byProvince = ({ lines, gone }: BoardNews) => {
  const found = new Map<string, Rows>()
  const of = ({ province }: BoardLine): Rows => {
    const id = province?.id ?? noProvince
    const rows = found.get(id) ?? { items: [], gone: [] }
    found.set(id, rows)
    return rows
  }
  for (const line of lines) of(line).items.push(line)
  for (const line of gone) of(line).gone.push(line.pointId)
  return found
}

/** The news where they are told row by row. */
const toldByRow = ({ news }: Pick<Snapshot, 'news'>): BoardNews | undefined =>
  news && news.lines.length + news.gone.length <= rowsMost ? news : undefined

/** Rows first: whoever hears of the number then usually has them. */
export const boardMessages = (
  conferenceId: string,
  { number, builtAt, totals, news }: Snapshot,
): BoardMessage[] => {
  const topics = topicsOf(conferenceId)
  const told = toldByRow({ news })
  const found = told ? byProvince(told) : new Map<string, Rows>()
  const rows = [...found].flatMap(([province, whole]) =>
    partsOf(whole).map(({ items, gone }, at, { length: parts }) => ({
      topic: topics.rows(province),
      message: {
        number,
        builtAt,
        part: at + 1,
        parts,
        items,
        ...(gone.length > 0 ? { gone } : {}),
      },
    })),
  )
  const names = told ? [...found.keys()] : [everyProvince]
  return [...rows, { topic: topics.board, message: { number, builtAt, totals, provinces: names } }]
}
