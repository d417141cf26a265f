// The stream's first reader: tells the screens what is so, and has the boards built whose rows changed.
import { streamEntry } from '#functions/shared/lambda.ts'
import { publish } from './publish.ts'
import { markDirty } from './queues.ts'
import { conferenceOf, type Image, messagesOf } from './told.ts'

/** What this process has asked for already: of the hundreds of rows that change in a second the queue hears once. */
const asked = new Set<string>()
const most = 10_000

const haveBuilt = async (image: Image, second: number) => {
  // A start that is undone changes what every row counts, and writes none of them.
  const conferenceId = conferenceOf(image)
  if (!['board', 'conference'].includes(image.type?.S ?? '') || !conferenceId) return
  const mark = `${conferenceId} ${second}`
  if (asked.has(mark)) return
  await markDirty(conferenceId, second)
  if (asked.size >= most) asked.clear()
  asked.add(mark)
}

export const handler = streamEntry(async (records) => {
  const images: Image[] = []
  for (const { NewImage, OldImage, ApproximateCreationDateTime: second = 0 } of records) {
    if (NewImage) images.push(NewImage)
    const image = NewImage ?? OldImage
    if (image) await haveBuilt(image, second)
  }
  await publish(messagesOf(images).map(({ topic, told }) => ({ topic, message: told })))
})
