// Checkpoints in the table, by the entry they reach and by day: an index of what the bucket holds.
import { all, type Item, load } from '#functions/shared/table.ts'
import { type DayCheckpoint, DayCheckpoint as Shape } from './checkpoint.schema.ts'

/** Where a day's checkpoint lies in the archive's bucket. */
export const checkpointObject = (day: string): string => `checkpoints/${day}`

const partition = 'CHECKPOINTS'
const byEntry = 'CHECKPOINTS#entry'

const place = (n: number) => String(n).padStart(8, '0')

/** One item by day, one by the entry it reaches. */
export const checkpointItems = (checkpoint: DayCheckpoint): Item[] => {
  const { day, statement } = checkpoint
  return [
    { ...checkpoint, pk: partition, sk: day, type: 'checkpoint' },
    { ...checkpoint, pk: byEntry, sk: `${place(statement.n)}#${day}`, type: 'checkpoint' },
  ]
}

export const findCheckpoint = (day: string): Promise<DayCheckpoint | undefined> =>
  load({ pk: partition, sk: day }, Shape)

/** Newest first. @param before only of earlier days */
export const loadCheckpoints = async (before = '9999', limit = 100): Promise<DayCheckpoint[]> => {
  const between = { from: '0', to: before }
  const found = await all({ pk: partition, between, newestFirst: true, limit: limit + 1 }, Shape)
  return found.filter(({ day }) => day < before).slice(0, limit)
}

/** The first checkpoint that reaches entry n or beyond. */
export const checkpointOver = async (n: number): Promise<DayCheckpoint | undefined> =>
  (await all({ pk: byEntry, between: { from: place(n), to: '~' }, limit: 1 }, Shape))[0]
