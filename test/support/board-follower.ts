// The least a screen must do to follow a board by messages that are lost, repeated and shuffled: what every client's
// own way is held to.
import type { Board } from '#functions/bridge-points/board.schema.ts'
import type { BoardRowsTold, BoardTold } from '#functions/live/messages.schema.ts'
import { everyProvince } from '#functions/live/messages.schema.ts'

export type Message = { topic: string; message: BoardTold | BoardRowsTold }

const isRows = (message: BoardTold | BoardRowsTold): message is BoardRowsTold => 'part' in message

/** @param ask answers the newest snapshot, as the API would */
export const followBoard = (first: Board, ask: () => Board) => {
  let lines = new Map(first.items.map((line) => [line.pointId, { number: first.number, line }]))
  let { number, totals } = first
  let newest = first.number
  const heard = new Set<string>()
  const gone = new Map<string, number>()

  const start = (board: Board) => {
    lines = new Map(board.items.map((line) => [line.pointId, { number: board.number, line }]))
    number = board.number
    totals = board.totals
  }

  const applyRows = ({ number: of, part, parts, items, gone: taken = [] }: BoardRowsTold, topic: string) => {
    newest = Math.max(newest, of)
    if (of <= number) return
    heard.add(`${of} ${topic} ${part}/${parts}`)
    for (const line of items)
      if ((lines.get(line.pointId)?.number ?? -1) < of && (gone.get(line.pointId) ?? -1) < of)
        lines.set(line.pointId, { number: of, line })
    for (const id of taken) {
      if ((lines.get(id)?.number ?? -1) < of) lines.delete(id)
      gone.set(id, Math.max(of, gone.get(id) ?? -1))
    }
  }

  const wasHeard = (of: number, province: string) => {
    const parts = [...heard].filter((one) => one.startsWith(`${of} `) && one.includes(`/board/${province} `))
    return parts.length > 0 && parts.length === Number(parts[0]?.split('/').at(-1))
  }

  const applyNumber = ({ number: of, totals: sums, provinces }: BoardTold) => {
    newest = Math.max(newest, of)
    if (of !== number + 1 || provinces.includes(everyProvince)) return
    if (!provinces.every((province) => wasHeard(of, province))) return
    number = of
    totals = sums
  }

  return {
    hear: ({ topic, message }: Message): void => {
      if (isRows(message)) applyRows(message, topic)
      else applyNumber(message)
    },
    /** A while later: whoever is behind what was heard of asks. */
    catchUp: (): void => {
      if (number < newest) start(ask())
    },
    shown: () => ({
      number,
      totals,
      items: [...lines.values()].map(({ line }) => line).sort((a, b) => (a.pointId < b.pointId ? -1 : 1)),
    }),
  }
}
