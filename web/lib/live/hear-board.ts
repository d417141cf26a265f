// Rows and totals of the board as the channel tells them; a number nobody heard whole is fetched.
import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { PointState } from '#functions/bridge-points/schema.ts'
import { BoardRowsTold, BoardTold } from '#functions/live/messages.schema.ts'
import { watchBoard } from './board-watch.ts'
import type { HeldBoard, RowsTold, TotalsTold } from './hold-board.ts'
import type { HeldFloor, StatesTold } from './hold-floor.ts'
import { keysOf } from './keys.ts'
import type { Refetching } from './refetching.ts'
import { tell } from './tell.ts'

/** All rows of a number are here within this, or were lost. */
const completeMs = 1_000
/** Messages of one build come one after another. */
const gatherMs = 40
/** What one screen missed, all may have: they do not ask in the same moment. */
const spreadMs = 1_000

export const hearBoard = (client: QueryClient, refetching: Refetching, conferenceId: string) => {
  const keys = keysOf(conferenceId)
  const watch = watchBoard()
  let latest: BoardTold | undefined
  let checking: ReturnType<typeof setTimeout> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const held = () => client.getQueryData<HeldBoard>(keys.board)
  const tellBoard = (message: RowsTold | TotalsTold) => tell(client, refetching, keys.board, message)

  /** Nobody waits on the list of speakers with another state than the board shows. */
  const tellStates = () => {
    if (!client.getQueryData<HeldFloor>(keys.floor)?.queue.length) return
    const states = new Map(held()?.items.map(({ pointId, state }) => [pointId, state]))
    const stateOf = (pointId: string): PointState | undefined => states.get(pointId)
    tell(client, refetching, keys.floor, { told: 'states', stateOf } satisfies StatesTold)
  }

  const check = (number: number) => {
    checking = undefined
    if ((held()?.number ?? number) < number) refetching.one(keys.board, spreadMs)
  }

  const tellTotals = ({ number, builtAt, totals }: BoardTold, whole: boolean) =>
    tellBoard({ told: 'totals', number, builtAt, totals, whole })

  /** What is whole now counts as one board; for the rest of it one second is waited. */
  const settle = () => {
    const number = held()?.number
    if (number === undefined) {
      if (!client.getQueryState(keys.board)) watch.forget()
      return
    }
    const whole = watch.wholeFrom(number)
    if (whole) tellTotals(whole, true)
    if (latest && latest.number > (whole?.number ?? number)) tellTotals(latest, false)
    const newest = watch.newest()
    if (newest > 0) checking ??= setTimeout(check, completeMs, newest)
  }

  /** What comes within a moment is one change of the screen. */
  let waiting: (() => void)[] = []
  const drawing = () => {
    const changes = waiting
    waiting = []
    notifyManager.batch(() => {
      for (const change of changes) change()
      settle()
      tellStates()
    })
  }
  const soon = (change: () => void) => {
    if (waiting.length === 0) timer = setTimeout(drawing, gatherMs)
    waiting.push(change)
  }

  return {
    rows: (province: string, message: unknown): void => {
      const { number, builtAt, part, parts, items, gone } = BoardRowsTold.parse(message)
      watch.rows(number, province, part, parts)
      soon(() => tellBoard({ told: 'rows', number, builtAt, items, gone }))
    },
    head: (message: unknown): void => {
      const told = BoardTold.parse(message)
      if (told.number > (latest?.number ?? 0)) latest = told
      watch.head(told)
      soon(() => undefined)
    },
    stop: () => {
      clearTimeout(checking)
      clearTimeout(timer)
    },
  }
}
