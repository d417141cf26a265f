// The local Chime that all tests of a file share; what starts one for something else than tests is in local-chime.ts.
import type { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings'
import { afterAll, beforeAll } from 'vitest'
import { type ChimeUnderTest, chimeClient, startChimeUnderTest } from './local-chime.ts'

/** One for all tests of a file, whose rates stand in nobody's way. It is there once they run. */
export const chimeOfFile = () => {
  const on = {} as { chime: ChimeUnderTest; client: ChimeSDKMeetingsClient }
  beforeAll(async () => {
    on.chime = await startChimeUnderTest({ quotas: { rate: 1e6, burst: 1e6, meetings: 1e6 } })
    on.client = chimeClient(on.chime.endpoint)
  })
  afterAll(async () => {
    on.client.destroy()
    await on.chime.stop()
  })
  return on
}
