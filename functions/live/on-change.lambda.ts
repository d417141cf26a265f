// The stream's first reader: will tell the screens what is so. Today it reads, counts and tells nobody.

import { streamEntry } from '#functions/shared/lambda.ts'
import { log } from '#functions/shared/log.ts'

export const handler = streamEntry(async ({ dynamodb, eventName }) => {
  const item = dynamodb.NewImage ?? dynamodb.OldImage
  log.debug('change', { eventName, type: item?.type?.S, sequence: dynamodb.SequenceNumber })
})
