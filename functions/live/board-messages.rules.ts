// A board's news cut into messages: rows by province below the size of a message, then the number they belong to. Pure.
import type { BoardTotals } from '#functions/bridge-points/board.schema.ts'
import type { BoardNews } from '#functions/bridge-points/board-news.rules.ts'
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

const byProvince = ({ lines, gone }: BoardNews, provinces: ReadonlyMap<string, string>) => {
  const found = new Map<string, Rows>()
  const of = (unitId: string): Rows => {
    const province = provinces.get(unitId) ?? noProvince
    const rows = found.get(province) ?? { items: [], gone: [] }
    found.set(province, rows)
    return rows
  }
  for (const line of lines) of(line.unitId).items.push(line)
  for (const { unitId, pointId } of gone) of(unitId).gone.push(pointId)
  return found
}

/** Whether the news are told row by row: those whose provinces are to be looked up. */
export const toldByRow = ({ news }: Pick<Snapshot, 'news'>): BoardNews | undefined =>
  news && news.lines.length + news.gone.length <= rowsMost ? news : undefined

/** Rows first: whoever hears of the number then usually has them. */
export const boardMessages = (
  conferenceId: string,
  { number, builtAt, totals, news }: Snapshot,
  provinces: ReadonlyMap<string, string>,
): BoardMessage[] => {
  const topics = topicsOf(conferenceId)
  const told = toldByRow({ news })
  const found = told ? byProvince(told, provinces) : new Map<string, Rows>()
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
