// An index that lags: some index queries are answered as of a few milliseconds earlier, old images and all.
import { DatabaseSync } from 'node:sqlite'
import type { Answer } from './manners-answers.ts'
import { json } from './manners-answers.ts'

type Image = Record<string, unknown>
type Change = { keys_json: string; old_image: string | null }
type QueryBody = { IndexName?: string }
type QueryAnswer = { Items?: Image[]; Count?: number }

const changes = `SELECT keys_json, old_image FROM _stream_records WHERE id > ? ORDER BY id DESC`
const indexKeys = ['gsi1pk', 'gsi2pk']

const keyOf = ({ pk, sk }: Image) => JSON.stringify([pk, sk])

/** What each item changed since then looked like before; null where it was not there. */
const imagesBefore = (rows: Change[]) =>
  new Map(
    rows.map(({ keys_json, old_image }) => [
      keyOf(JSON.parse(keys_json) as Image),
      old_image ? (JSON.parse(old_image) as Image) : null,
    ]),
  )

const samePlace = (a: Image, b: Image) =>
  indexKeys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))

const rewind = (items: Image[], before: Map<string, Image | null>): Image[] =>
  items.flatMap((item) => {
    const old = before.get(keyOf(item))
    if (old === undefined) return [item]
    return old && samePlace(old, item) ? [old] : []
  })

type LagSettings = { lag: number; lagMs: number }

/** @param file the engine's file; without one (another DynamoDB) nothing is held back */
export const openLag = (file: string | undefined, { lag, lagMs }: LagSettings, random: () => number) => {
  const sqlite = file && lag > 0 ? new DatabaseSync(file, { readOnly: true, timeout: 1_000 }) : undefined
  const newest = sqlite?.prepare('SELECT max(id) AS id FROM _stream_records')
  const since = sqlite?.prepare(changes)
  const newestId = () => Number(newest?.get()?.id ?? 0)
  let settled = newestId()
  let marks: { at: number; id: number }[] = []
  const forget = (until: number) => {
    settled = marks.findLast((mark) => mark.at <= until)?.id ?? settled
    marks = marks.filter((mark) => mark.at > until)
  }
  return {
    /** Notes how far the stream is after a write. */
    mark: () => {
      if (!newest) return
      forget(performance.now() - lagMs)
      marks.push({ at: performance.now(), id: newestId() })
    },
    /** An index query's answer as it stood a moment ago, sometimes; any other answer as it is. */
    backdate: (raw: Buffer, answer: Answer): Answer => {
      if (!since || answer.status !== 200 || random() >= lag) return answer
      if (!(JSON.parse(raw.toString()) as QueryBody).IndexName) return answer
      const moment = performance.now() - random() * lagMs
      if (!marks.some((mark) => mark.at > moment)) return answer
      const then = marks.findLast((mark) => mark.at <= moment)?.id ?? settled
      const content = JSON.parse(answer.body.toString()) as QueryAnswer
      const Items = rewind(content.Items ?? [], imagesBefore(since.all(then) as unknown as Change[]))
      return json(200, { ...content, Items, Count: Items.length })
    },
    close: () => sqlite?.close(),
  }
}
