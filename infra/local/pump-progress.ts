// How far each consumer has come in each shard, kept on disk: after a crash the rest is delivered again, nothing is skipped.
import { DatabaseSync } from 'node:sqlite'

type Track = { waiting: string[]; done: Set<string>; reached: string | undefined }

const saveEveryMs = 50

/** @param file a SQLite file of the pump's own */
export const openProgress = (file: string) => {
  const sqlite = new DatabaseSync(file, { timeout: 2_000 })
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  sqlite.exec('CREATE TABLE IF NOT EXISTS reached (consumer, shard, sequence, PRIMARY KEY (consumer, shard))')
  const find = sqlite.prepare('SELECT sequence FROM reached WHERE consumer = ? AND shard = ?')
  const store = sqlite.prepare('INSERT OR REPLACE INTO reached VALUES (?, ?, ?)')
  const tracks = new Map<string, Track>()
  const unsaved = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const trackOf = (consumer: string, shard: string): Track => {
    const key = JSON.stringify([consumer, shard])
    const known = tracks.get(key)
    if (known) return known
    const row = find.get(consumer, shard)
    const track: Track = { waiting: [], done: new Set(), reached: row ? String(row.sequence) : undefined }
    tracks.set(key, track)
    return track
  }
  const save = () => {
    timer = undefined
    for (const key of unsaved) {
      const [consumer, shard] = JSON.parse(key) as [string, string]
      store.run(consumer, shard, tracks.get(key)?.reached ?? null)
    }
    unsaved.clear()
  }
  const advance = (key: string, track: Track) => {
    while (track.waiting[0] !== undefined && track.done.delete(track.waiting[0])) {
      track.reached = track.waiting.shift()
      unsaved.add(key)
    }
    if (unsaved.size > 0) timer ??= setTimeout(save, saveEveryMs)
  }
  return {
    /** The last record up to which a consumer has handled everything. */
    reached: (consumer: string, shard: string) => trackOf(consumer, shard).reached,
    begin: (consumer: string, shard: string, sequence: string) => {
      trackOf(consumer, shard).waiting.push(sequence)
    },
    finish: (consumer: string, shard: string, sequence: string) => {
      const track = trackOf(consumer, shard)
      track.done.add(sequence)
      advance(JSON.stringify([consumer, shard]), track)
    },
    /** Records begun and not finished, over all consumers. */
    open: () => [...tracks.values()].reduce((sum, { waiting }) => sum + waiting.length, 0),
    close: () => {
      clearTimeout(timer)
      save()
      sqlite.close()
    },
  }
}
export type Progress = ReturnType<typeof openProgress>
