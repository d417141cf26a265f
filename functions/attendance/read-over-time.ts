// Read attendance over the whole session: the log once, shard by shard, each point folded when its shard has been read.
import * as z from 'zod'
import { loadBoard } from '#functions/bridge-points/entity.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { logShards, rootLog } from '#functions/shared/event-log.ts'
import type { Logged } from './events.ts'
import { keptSeries } from './kept-series.ts'
import { countPoint, momentsOf, newTally, stepFor, type Tally } from './over-time.rules.ts'
import type { Series } from './over-time.schema.ts'

/** So many shards are held at once: of a nationwide conference each has some 5 MB of marks. */
const atOnce = 4

type Pages = ReturnType<typeof logShards>[number]

/** What a shard tells of each point. */
const eventsByPoint = async (pages: Pages): Promise<Map<string, Logged[]>> => {
  const found = new Map<string, Logged[]>()
  for await (const page of pages) {
    for (const event of page) {
      if (!event.point) continue
      const known = found.get(event.point)
      if (known) known.push(event)
      else found.set(event.point, [event])
    }
  }
  return found
}

const Given = z.object({ points: z.array(z.looseObject({ id: z.string() })) })

/** What gave each point: one event may give many, and each keeps its own part of it. */
const givenIn = (events: readonly Logged[]): Map<string, Logged> =>
  new Map(
    events
      .filter(({ name }) => name === 'points.added')
      .flatMap((event) =>
        Given.parse(event.data).points.map((one) => [one.id, { ...event, data: { points: [one] } }] as const),
      ),
  )

/** Events are let go with their shard: points nothing was told of are counted at the end. */
const countAll = async (conferenceId: string, tally: Tally, board: readonly BoardRow[]): Promise<void> => {
  const given = givenIn(await rootLog(conferenceId))
  const rows = new Map(board.map((row) => [row.pointId, row]))
  const count = (row: BoardRow, own: readonly Logged[]) => {
    const event = given.get(row.pointId)
    countPoint(tally, row, event ? [event, ...own] : own)
  }
  const countShard = async (pages: Pages) => {
    for (const [point, events] of await eventsByPoint(pages)) {
      const row = rows.get(point)
      if (row) count(row, events)
      rows.delete(point)
    }
  }
  const shards = logShards(conferenceId)
  const readers = Array.from({ length: atOnce }, async () => {
    for (let pages = shards.pop(); pages; pages = shards.pop()) await countShard(pages)
  })
  await Promise.all(readers)
  for (const row of rows.values()) count(row, [])
}

/**
 * Expected and present from the start of the session to its close or to now; of a large conference up to half a minute old.
 * @param step seconds between moments, longer where the session needs it
 * @throws Problem `not-found`, `not-allowed`
 */
export const readOverTime = async (actor: Actor, conferenceId: string, step: number): Promise<Series> => {
  const conference = await readConference(actor, conferenceId)
  const { startedAt, closedAt } = conference
  const wanted = stepFor(step)
  if (!startedAt) return { step: wanted, items: [] }
  return keptSeries({ conferenceId, session: `${startedAt} ${closedAt ?? ''}`, step: wanted }, async () => {
    const moments = momentsOf(startedAt, closedAt ?? now().toISOString(), wanted)
    const tally = newTally(moments, conference)
    const board = await loadBoard(conferenceId)
    await countAll(conferenceId, tally, board)
    return { series: { step: moments.step, items: tally.sums }, points: board.length }
  })
}
