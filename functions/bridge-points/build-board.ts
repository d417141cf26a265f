// Builds the board's snapshot from the points' rows: the one way, for the builder and for the very first reader.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { now } from '#functions/shared/clock.ts'
import { boardOf, nextTurn } from './board.rules.ts'
import { type Head, loadHead, Overtaken, saveSnapshot } from './board-snapshot.ts'
import { loadBoard } from './entity.ts'

const tries = 8
const firstWaitMs = 20

/** A builder woken a little early must still ask to be woken again: clocks differ, and queues count whole seconds. */
const earlyMs = 2_000

export type Built = {
  number: number
  /** False when the board says what it said: then nothing was stored. */
  changed: boolean
  /** When the builder must be woken, should nobody have asked for that yet: a state turns then with nobody acting. */
  wakeAt?: string
}

const isAsked = (head: Head | undefined, turn: string, at: Date): boolean =>
  head?.wakeAt !== undefined && Date.parse(head.wakeAt) > at.getTime() + earlyMs && head.wakeAt <= turn

/**
 * The head is read before the rows and must still stand when they are stored: so a number's rows are never older than
 * those of the number before, whatever builders run at once.
 */
const buildOnce = async (conferenceId: string): Promise<Built> => {
  const head = await loadHead(conferenceId)
  const at = now()
  const builtAt = at.toISOString()
  const rows = await loadBoard(conferenceId)
  const content = JSON.stringify(boardOf(rows, builtAt))
  const digest = createHash('sha256').update(content).digest('base64url')
  const turn = nextTurn(rows, builtAt)
  const wake = turn && !isAsked(head, turn, at) ? { wakeAt: turn } : {}
  if (head?.digest === digest) return { number: head.number, changed: false, ...wake }
  const number = head ? head.number + 1 : Math.floor(at.getTime() / 1000)
  const text = `{"number":${number},"builtAt":"${builtAt}",${content.slice(1)}`
  const bytes = new Uint8Array(await promisify(gzip)(text))
  await saveSnapshot(conferenceId, head, { number, builtAt, digest, bytes })
  return { number, changed: true, ...wake }
}

/** @throws Overtaken when other builders were faster time and again: their boards are newer than this call */
export const buildBoard = async (conferenceId: string): Promise<Built> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await buildOnce(conferenceId)
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === tries) throw error
      await pause(Math.random() * firstWaitMs * 2 ** attempt)
    }
  }
}
