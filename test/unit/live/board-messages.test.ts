// The messages of a board add up to its snapshot, whatever is lost, said twice or overtaken on the way.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boardOf } from '#functions/bridge-points/board.rules.ts'
import type { Board } from '#functions/bridge-points/board.schema.ts'
import { newsOf, textsOf } from '#functions/bridge-points/board-news.rules.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { boardMessages, rowsMost } from '#functions/live/board-messages.rules.ts'
import { BoardRowsTold, BoardTold, everyProvince, messageBytes } from '#functions/live/messages.schema.ts'
import { followBoard, type Message } from '#test/support/board-follower.ts'

const conferenceId = 'cnf_01GJAV2T00AAAAAAAAAAAAAAAA'
const builtAt = '2022-11-23T07:00:00.000Z'

const row = (at: number, present: number, name = `Điểm ${at}`): BoardRow => ({
  pointId: `bpt_${at}`,
  conferenceId,
  unitId: `unt_${at}`,
  name,
  shortName: name,
  kind: 'site',
  province: { id: `unt_province-${at % 3}`, name: `Tỉnh ${at % 3}` },
  listed: 50,
  linkState: 'never',
  present,
  online: 0,
  absent: 0,
  substituted: 0,
})

const snapshot = (number: number, rows: readonly BoardRow[]): Board => ({
  number,
  builtAt,
  ...boardOf(rows, builtAt),
})

/** Every board in turn with the messages that tell of it. */
const toldOf = (boards: readonly Board[]): Message[] =>
  boards.flatMap((board, at) => {
    const before = boards[at - 1]
    if (!before) return []
    const news = newsOf(textsOf(before.items), board.items, textsOf(board.items))
    return boardMessages(conferenceId, { ...board, news })
  })

/** A state of twelve points: who is there, and how many of each are present. */
const state = fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 8 }), {
  minLength: 12,
  maxLength: 12,
})

const sorted = ({ number, totals, items }: Board) => ({
  number,
  totals,
  items: items.toSorted((a, b) => (a.pointId < b.pointId ? -1 : 1)),
})

it('adds up to the newest snapshot for any loss, repetition and order, once whoever is behind has asked', () => {
  const fate = fc.record({ lost: fc.boolean(), twice: fc.boolean(), place: fc.double({ noNaN: true }) })
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 8 }), fc.infiniteStream(fate), (states, fates) => {
      const boards = states.map((counts, at) =>
        snapshot(
          100 + at,
          counts.flatMap((count, point) => (count === null ? [] : [row(point, count)])),
        ),
      )
      const [first, newest] = [boards[0] as Board, boards.at(-1) as Board]
      const arriving = toldOf(boards).flatMap((message) => {
        const { lost, twice, place } = fates.next().value
        if (lost) return []
        return [{ message, place }, ...(twice ? [{ message, place: 1 - place }] : [])]
      })
      const page = followBoard(first, () => newest)
      for (const { message } of arriving.sort((a, b) => a.place - b.place)) page.hear(message)
      // At the latest when it next looks by itself a page hears of the newest number.
      page.hear(toldOf(boards).at(-1) as Message)
      page.catchUp()
      expect(page.shown()).toEqual(sorted(newest))
    }),
  )
})

it('needs nobody to ask while nothing is lost and all comes in order', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 8 }), (states) => {
      const boards = states.map((counts, at) =>
        snapshot(
          at + 1,
          counts.flatMap((count, point) => (count === null ? [] : [row(point, count)])),
        ),
      )
      const page = followBoard(boards[0] as Board, () => expect.unreachable())
      for (const message of toldOf(boards)) page.hear(message)
      page.catchUp()
      expect(page.shown()).toEqual(sorted(boards.at(-1) as Board))
    }),
  )
})

it('is cut into messages the channel takes, each whole and well formed', () => {
  const long = 'Công an tỉnh '.repeat(150)
  const before = snapshot(
    1,
    Array.from({ length: 300 }, (_, at) => row(at, 0, long)),
  )
  const after = snapshot(
    2,
    Array.from({ length: 300 }, (_, at) => row(at, 1, long)),
  )
  const messages = toldOf([before, after])
  for (const { topic, message } of messages) {
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(128 * 1024)
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(messageBytes)
    const shape = topic.endsWith('/board') ? BoardTold : BoardRowsTold
    expect(shape.strict().safeParse(message).success).toBe(true)
  }
  expect(messages.length).toBeGreaterThan(4)
})

it('says only the number where very many rows changed: asking is cheaper then', () => {
  const boards = [0, 1].map((present) =>
    snapshot(
      present + 1,
      Array.from({ length: rowsMost + 1 }, (_, at) => row(at, present)),
    ),
  )
  const [only, ...more] = toldOf(boards)
  expect(more).toEqual([])
  expect(only?.message).toMatchObject({ number: 2, provinces: [everyProvince] })
})
