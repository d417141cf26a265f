// Builds the board's snapshot from the points' rows: the one way, for the builder and for the very first reader.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { now } from '#functions/shared/clock.ts'
import { boardOf, nextTurn } from './board.rules.ts'
import type { Board, BoardTotals } from './board.schema.ts'
import { type BoardNews, type LineTexts, newsOf, textsOf } from './board-news.rules.ts'
import { type Head, loadBytes, loadHead, Overtaken, saveSnapshot } from './board-snapshot.ts'
import { loadBoard } from './entity.ts'

const tries = 8
const firstWaitMs = 20

/** A builder woken a little early must still ask to be woken again: clocks differ, and queues count whole seconds. */
const earlyMs = 2_000

export type Built = {
  number: number
  /** False when the board says what it said: then nothing was stored. */
  changed: boolean
  /** When the rows of that number were read, and what they add up to. */
  builtAt: string
  totals: BoardTotals
  /** What this number changed; unknown where there is nothing to compare it with. */
  news?: BoardNews
  /** When the builder must be woken, should nobody have asked for that yet: a state turns then with nobody acting. */
  wakeAt?: string
}

const isAsked = (head: Head | undefined, turn: string, at: Date): boolean =>
  head?.wakeAt !== undefined && Date.parse(head.wakeAt) > at.getTime() + earlyMs && head.wakeAt <= turn

/** The lines this process stored last: a warm builder compares with nothing read. */
const stored = new Map<string, { number: number; texts: LineTexts }>()
const mostStored = 8

const remember = (conferenceId: string, number: number, texts: LineTexts) => {
  if (!stored.has(conferenceId) && stored.size >= mostStored) stored.clear()
  stored.set(conferenceId, { number, texts })
}

/** The lines of a snapshot; undefined where there was none, or a newer one has replaced it. */
const textsBefore = async (conferenceId: string, head: Head | undefined): Promise<LineTexts | undefined> => {
  const known = stored.get(conferenceId)
  if (!head || known?.number === head.number) return head && known?.texts
  const bytes = await loadBytes(conferenceId, head)
  if (!bytes) return undefined
  const { items } = JSON.parse((await promisify(gunzip)(bytes)).toString()) as Board
  return textsOf(items)
}

const contentOf = (totals: BoardTotals, texts: LineTexts): string =>
  `{"totals":${JSON.stringify(totals)},"items":[${[...texts.values()].join()}]}`

/**
 * The head is read before the rows and must still stand when they are stored: so a number's rows are never older than
 * those of the number before, whatever builders run at once.
 */
const buildOnce = async (conferenceId: string): Promise<Built> => {
  const head = await loadHead(conferenceId)
  const at = now()
  const builtAt = at.toISOString()
  const rows = await loadBoard(conferenceId)
  const { totals, items } = boardOf(rows, builtAt)
  const texts = textsOf(items)
  const content = contentOf(totals, texts)
  const digest = createHash('sha256').update(content).digest('base64url')
  const turn = nextTurn(rows, builtAt)
  const wake = turn && !isAsked(head, turn, at) ? { wakeAt: turn } : {}
  if (head?.digest === digest)
    return { number: head.number, changed: false, builtAt: head.builtAt, totals, ...wake }
  const number = head ? head.number + 1 : Math.floor(at.getTime() / 1000)
  const text = `{"number":${number},"builtAt":"${builtAt}",${content.slice(1)}`
  const [zipped, before] = await Promise.all([promisify(gzip)(text), textsBefore(conferenceId, head)])
  await saveSnapshot(conferenceId, head, { number, builtAt, digest, bytes: new Uint8Array(zipped) })
  remember(conferenceId, number, texts)
  const news = before ? { news: newsOf(before, items, texts) } : {}
  return { number, changed: true, builtAt, totals, ...news, ...wake }
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
