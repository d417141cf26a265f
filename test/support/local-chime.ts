// A local Chime of a test's own, the unmodified client for it, and what a refusal looks like to a program.
import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings'
import { type ChimeOptions, startChime } from '#infra/local/chime/chime.ts'
import type { ChimeEvent } from '#infra/local/chime/events.ts'

/** @param maxAttempts 1 unless told: a test wants to see the refusal itself */
export const chimeClient = (endpoint: string, maxAttempts = 1) =>
  new ChimeSDKMeetingsClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'anything', secretAccessKey: 'anything' },
    maxAttempts,
  })

/** Any of the SDK's clients that is pointed here. */
type Sending = { send(command: never): Promise<unknown> }

/** What the client throws: by name, with the status and the fields of the body. */
export const failure = async (client: Sending, command: object) => {
  try {
    await client.send(command as never)
  } catch (error) {
    const thrown = error as Error & { $metadata?: { httpStatusCode?: number } }
    return { ...thrown, name: thrown.name, message: thrown.message, status: thrown.$metadata?.httpStatusCode }
  }
  throw new Error('It was not refused.')
}

/** Keeps every event it tells. */
export const startChimeUnderTest = async (options: ChimeOptions = {}) => {
  const events: ChimeEvent[] = []
  const chime = await startChime({
    ...options,
    onEvent: (event) => {
      events.push(event)
    },
  })
  return { ...chime, events, typesTold: () => events.map(({ detail }) => detail.eventType) }
}
export type ChimeUnderTest = Awaited<ReturnType<typeof startChimeUnderTest>>
