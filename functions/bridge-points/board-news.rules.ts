// What a board's snapshot says that the one before it did not. Pure.
import type { BoardLine } from './schema.ts'

/** Each line as the JSON it is stored and compared as, by point. */
export type LineTexts = ReadonlyMap<string, string>

export const textsOf = (lines: readonly BoardLine[]): LineTexts =>
  new Map(lines.map((line) => [line.pointId, JSON.stringify(line)]))

/** Lines that are new or say something else, and those of points that are gone. */
export type BoardNews = { lines: BoardLine[]; gone: BoardLine[] }

export const newsOf = (before: LineTexts, lines: readonly BoardLine[], texts: LineTexts): BoardNews => ({
  lines: lines.filter(({ pointId }) => before.get(pointId) !== texts.get(pointId)),
  gone: [...before].flatMap(([pointId, text]) => (texts.has(pointId) ? [] : [JSON.parse(text) as BoardLine])),
})
