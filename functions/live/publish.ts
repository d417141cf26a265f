// Puts a message on the live channel. Both homes speak IoT's data plane: only the address differs.
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { setting } from '#functions/shared/config.ts'

let client: { endpoint: string; channel: IoTDataPlaneClient } | undefined

/** Undefined in a home without live screens: there everything is asked for. */
const channel = (): IoTDataPlaneClient | undefined => {
  const endpoint = setting('LIVE_ENDPOINT')
  if (!endpoint) return undefined
  if (client?.endpoint !== endpoint) {
    const region = setting('AWS_REGION') ?? 'ap-southeast-1'
    client = { endpoint, channel: new IoTDataPlaneClient({ region, endpoint, maxAttempts: 4 }) }
  }
  return client.channel
}

/** Told once, to whoever listens now: who missed it learns by the next message, or asks. */
export const publish = async (topic: string, message: object): Promise<void> => {
  const payload = new TextEncoder().encode(JSON.stringify(message))
  await channel()?.send(new PublishCommand({ topic, qos: 0, payload }))
}
