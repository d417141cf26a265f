// The stream's first reader: will tell the screens what is so. Today it has the boards built whose rows changed.
import { streamEntry } from '#functions/shared/lambda.ts'
import { markDirty } from './queues.ts'

/** What this process has asked for already: of the hundreds of rows that change in a second the queue hears once. */
const asked = new Set<string>()
const most = 10_000

export const handler = streamEntry(async ({ dynamodb }) => {
  const { NewImage: image, ApproximateCreationDateTime: second = 0 } = dynamodb
  // A start that is undone changes what every row counts, and writes none of them.
  const conferenceId = image?.type?.S === 'conference' ? image.id?.S : image?.conferenceId?.S
  if (!['board', 'conference'].includes(image?.type?.S ?? '') || !conferenceId) return
  const mark = `${conferenceId} ${second}`
  if (asked.has(mark)) return
  await markDirty(conferenceId, second)
  if (asked.size >= most) asked.clear()
  asked.add(mark)
})
