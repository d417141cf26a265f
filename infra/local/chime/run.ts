// One life of the local Chime, from start to stop: its rooms, its media plane and the operations on them.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { attendeeActs } from './attendee-acts.ts'
import { capabilityActs } from './capability-acts.ts'
import { endOver } from './ends.ts'
import { type Events, newsDetail } from './events.ts'
import { meetingActs } from './meeting-acts.ts'
import type { News, Rooms } from './model.ts'
import { pipelineActs } from './pipeline-acts.ts'
import type { PipelineObjects } from './pipeline-objects.ts'
import { openPipelines, type PipelineWorld } from './pipelines.ts'
import type { OpenMediaPlane } from './quiet-media.ts'
import { openBuckets, type Quotas } from './quotas.ts'
import { restOf, type Troubles } from './rest.ts'
import { openRooms } from './rooms.ts'
import { tagActs, transcriptionActs } from './tag-acts.ts'

type RunOptions = {
  quotas: Quotas
  now: () => Date
  events: Events
  signaling: () => string
  objects: PipelineObjects
  troubles: Troubles
  media: (options: { rooms: Rooms; tell: (news: News) => void }) => Promise<OpenMediaPlane>
}

export type Run = {
  media: OpenMediaPlane
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  look(): void
  /** Resolves when every recording that was stopped is put, and every joining done. */
  settled(): Promise<void>
  close(): Promise<void>
}

export const openRun = async ({
  quotas,
  now,
  events,
  signaling,
  objects,
  troubles,
  media: open,
}: RunOptions): Promise<Run> => {
  const rooms = openRooms(now)
  let closing = false
  /** What dies with the service is not told: nobody is left to tell it. */
  const tell = (news: News) => {
    if (!closing) events.tell(newsDetail(news, rooms.regionOf(news.meetingId)))
  }
  const media = await open({ rooms: rooms.known, tell })
  const world: PipelineWorld = {
    ...{ rooms, media, events, quotas, now, objects, onEnd: new Set() },
    get signaling() {
      return signaling()
    },
  }
  const pipelines = openPipelines(world)
  const operations = [meetingActs, attendeeActs, capabilityActs, tagActs, transcriptionActs].flatMap((acts) =>
    acts(world),
  )
  const buckets = openBuckets(quotas, () => performance.now())
  const all = [...operations, ...pipelineActs(world, pipelines)]
  return {
    media,
    answer: restOf(all, buckets, troubles),
    look: () => endOver(world),
    settled: () => pipelines.settled(),
    close: async () => {
      closing = true
      await media.close()
    },
  }
}
