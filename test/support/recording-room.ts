// A conference's room at the local Chime, whose tap a test plays to; the worker's step, and the queue's deliveries, by hand.
import { CreateMeetingCommand, DeleteMeetingCommand } from '@aws-sdk/client-chime-sdk-meetings'
import type { Context, SQSBatchResponse } from 'aws-lambda'
import { applyRecording } from '#functions/media/apply-recording.ts'
import { handler } from '#functions/media/on-pipeline.lambda.ts'
import { pipelineDetailType } from '#functions/media/pipeline.data.ts'
import type { ChimeEvent } from '#infra/local/chime/events.ts'
import { openObjects } from '#infra/local/chime/pipeline-objects.ts'
import type { Quotas } from '#infra/local/chime/quotas.ts'
import { queueMessage } from '#infra/local/pump-shapes.ts'
import { chimeClient, startChimeUnderTest } from './local-chime.ts'
import { tappedMedia } from './tapped-media.ts'

/** Delivers as the queue does. @returns how many came back */
const deliver = async (events: readonly ChimeEvent[]): Promise<number> => {
  const Records = events.map((event, index) =>
    queueMessage('pipelines', {
      messageId: String(index),
      body: JSON.stringify(event),
      sentMs: Date.now(),
      received: 1,
    }),
  )
  const answer = (await handler({ Records }, {} as Context)) as SQSBatchResponse
  return answer.batchItemFailures.length
}

export const startRecordingRoom = async (quotas: Partial<Quotas> = {}) => {
  const media = tappedMedia()
  const objects = openObjects(() => ({
    endpoint: process.env.S3_ENDPOINT ?? '',
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  }))
  const plenty = { rate: 1e6, burst: 1e6, pipelines: 1e6 }
  const chime = await startChimeUnderTest({ quotas: { ...plenty, ...quotas }, media: media.open, objects })
  process.env.CHIME_ENDPOINT = chime.endpoint
  const client = chimeClient(chime.endpoint)
  const news = async (): Promise<ChimeEvent[]> => {
    await chime.settled()
    return chime.events.splice(0).filter((event) => event['detail-type'] === pipelineDetailType)
  }
  return {
    play: media.play,
    objects,
    chime,
    meet: async (conferenceId: string): Promise<string> => {
      const { Meeting } = await client.send(
        new CreateMeetingCommand({ MediaRegion: 'ap-southeast-1', ExternalMeetingId: `${conferenceId}.0` }),
      )
      return Meeting?.MeetingId ?? ''
    },
    end: (MeetingId: string) => client.send(new DeleteMeetingCommand({ MeetingId })),
    work: applyRecording,
    news,
    deliver,
    /** What was told since is delivered: twice, the last first. */
    hear: async (): Promise<void> => {
      const told = await news()
      const failed = await deliver([...told, ...told].reverse())
      if (failed > 0) throw new Error(`${failed} events came back`)
    },
    stop: async () => {
      client.destroy()
      objects.close()
      await chime.stop()
      delete process.env.CHIME_ENDPOINT
    },
  }
}
export type RecordingRoom = Awaited<ReturnType<typeof startRecordingRoom>>
