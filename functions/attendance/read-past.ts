// Read attendance as it was at a past moment: every shard of the log once, page by page.
import { loadBoard } from '#functions/bridge-points/entity.ts'
import { byBoardOrder } from '#functions/bridge-points/rules.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { logShards } from '#functions/shared/event-log.ts'
import { linesThen, newPast, noteThen, type Past } from './past.rules.ts'
import { totalsOf } from './rules.ts'

/** So many shards are read at once: a page holds up to 1 MB. */
const atOnce = 4

const noteShard = async (past: Past, pages: ReturnType<typeof logShards>[number]) => {
  for await (const page of pages) {
    for (const event of page) noteThen(past, event)
  }
}

/**
 * What held at a moment, by what has been told of it until now.
 * @param at UTC instant, not after now
 */
export const readAttendanceAt = async (actor: Actor, conferenceId: string, at: string) => {
  const conference = await readConference(actor, conferenceId)
  const rows = await loadBoard(conferenceId)
  const past = newPast(at, conference)
  const shards = logShards(conferenceId)
  const readers = Array.from({ length: atOnce }, async () => {
    for (let pages = shards.pop(); pages; pages = shards.pop()) await noteShard(past, pages)
  })
  await Promise.all(readers)
  const items = linesThen(past, rows.toSorted(byBoardOrder))
  return { at, totals: totalsOf(items), items }
}
