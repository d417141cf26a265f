// Puts a message on the live channel. Both homes speak IoT's data plane: only the address differs.
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { setting } from '#functions/shared/config.ts'
import { log } from '#functions/shared/log.ts'
import { untold } from './untold.data.ts'

/** A channel that does not answer must not take the time of what is told next: three tries, seven seconds at most. */
const patience = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true }
const maxAttempts = 3

let client: { endpoint: string; channel: IoTDataPlaneClient } | undefined

/** Undefined in a home without live screens: there everything is asked for. */
const channel = (): IoTDataPlaneClient | undefined => {
  const endpoint = setting('LIVE_ENDPOINT')
  if (!endpoint) return undefined
  if (client?.endpoint !== endpoint) {
    const region = setting('AWS_REGION') ?? 'ap-southeast-1'
    client = {
      endpoint,
      channel: new IoTDataPlaneClient({ region, endpoint, maxAttempts, requestHandler: patience }),
    }
  }
  return client.channel
}

/**
 * Tells them once, to whoever listens now: who missed one learns by the next, or asks. A channel that is away is logged
 * and never a failure: boards are built and the stream is read whether or not anybody hears of it.
 */
export const publish = async (messages: readonly { topic: string; message: object }[]): Promise<void> => {
  const outcomes = await Promise.allSettled(
    messages.map(async ({ topic, message }) => {
      const payload = new TextEncoder().encode(JSON.stringify(message))
      await channel()?.send(new PublishCommand({ topic, qos: 0, payload }))
    }),
  )
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
  if (lost[0]) log.error(untold, { messages: lost.length, error: lost[0].reason as Error })
}
