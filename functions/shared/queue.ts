// The one client of the queues that functions send to themselves.
import { SQSClient } from '@aws-sdk/client-sqs'
import { setting } from './config.ts'

let client: { endpoint: string | undefined; sqs: SQSClient } | undefined

/** A message that is not taken at once is sent again: whoever waits for it has nobody else to ask. */
export const queues = (): SQSClient => {
  const endpoint = setting('SQS_ENDPOINT')
  if (!client || client.endpoint !== endpoint) {
    const region = setting('AWS_REGION') ?? 'ap-southeast-1'
    client = { endpoint, sqs: new SQSClient({ region, maxAttempts: 6, ...(endpoint ? { endpoint } : {}) }) }
  }
  return client.sqs
}
