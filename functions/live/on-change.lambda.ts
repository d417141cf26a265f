// The stream's first reader: will tell the screens what is so. Today it has the boards built whose rows changed.
import { streamEntry } from '#functions/shared/lambda.ts'
import { markDirty } from './queues.ts'

/** What this process has asked for already: of the hundreds of rows that change in a second the queue hears once. */
const asked = new Set<string>()
const most = 10_000

export const handler = streamEntry(async ({ dynamodb }) => {
  const { NewImage: row, ApproximateCreationDateTime: second = 0 } = dynamodb
  const conferenceId = row?.conferenceId?.S
  if (row?.type?.S !== 'board' || !conferenceId) return
  const mark = `${conferenceId} ${second}`
  if (asked.has(mark)) return
  await markDirty(conferenceId, second)
  if (asked.size >= most) asked.clear()
  asked.add(mark)
})
