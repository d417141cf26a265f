// Media pipelines: what records a room, what joins a recording's pieces, what would stream a room out. Kept in memory.
import { randomUUID } from 'node:crypto'
import { localRegion } from '../dynamodb.ts'
import { localAccount } from './events.ts'
import type { PipelineObjects } from './pipeline-objects.ts'
import { ChimeRefusal, notFound } from './refusals.ts'
import type { Room } from './rooms.ts'
import type { World } from './world.ts'

export type PipelineKind = 'capture' | 'concatenation' | 'live-connector'

export type Pipeline = {
  id: string
  arn: string
  kind: PipelineKind
  status: 'Initializing' | 'InProgress' | 'Stopping' | 'Stopped' | 'Failed'
  /** Epoch milliseconds of the local clock. */
  createdAt: number
  updatedAt: number
  /** What it was asked for, answered whenever it is read. */
  told: Record<string, unknown>
  room: Pick<Room, 'meetingId' | 'externalMeetingId' | 'mediaRegion'>
  /** Ends its work in order; resolves when that is done. */
  finish: () => Promise<void>
  /** Resolves when it is over, whichever way. */
  over: Promise<void>
}

type Started = Pick<Pipeline, 'kind' | 'told' | 'room'> & {
  /** @returns what ends its work; undefined where it ends by itself, which `done` tells */
  run: (pipeline: Pipeline, done: (failure?: unknown) => void) => () => Promise<void>
}

export type PipelineWorld = World & { objects: PipelineObjects }

/** Over for a day: a recording may be joined after its capture has ended. */
const keptMs = 24 * 3600_000

const arnOf = (id: string) => `arn:aws:chime:${localRegion}:${localAccount}:media-pipeline/${id}`

const isActive = ({ status }: Pipeline) => status !== 'Stopped' && status !== 'Failed'

export const openPipelines = (world: PipelineWorld) => {
  const all = new Map<string, Pipeline>()

  const tell = (what: string, { id, room }: Pipeline) =>
    world.events.tell(
      {
        eventType: `chime:MediaPipeline${what}`,
        meetingId: room.meetingId,
        externalMeetingId: room.externalMeetingId,
        mediaPipelineId: id,
        mediaRegion: room.mediaRegion,
      },
      'Chime Media Pipeline State Change',
    )
  const forgetOld = (at: number) => {
    for (const [id, one] of all) if (!isActive(one) && one.updatedAt < at - keptMs) all.delete(id)
  }
  const turn = (pipeline: Pipeline, status: Pipeline['status']) => {
    pipeline.status = status
    pipeline.updatedAt = world.now().getTime()
  }
  const end = (pipeline: Pipeline, failure: unknown) => {
    if (!isActive(pipeline)) return
    if (failure !== undefined) console.error(`The media pipeline ${pipeline.id} has failed:`, failure)
    turn(pipeline, failure === undefined ? 'Stopped' : 'Failed')
    tell(failure === undefined ? 'Deleted' : 'PermanentFailure', pipeline)
  }
  const active = () => [...all.values()].filter(isActive)
  /** @throws ResourceLimitExceededException */
  const expectRoom = (kind: PipelineKind, meetingId: string) => {
    const running = active()
    const most = world.quotas.pipelines
    if (running.length >= most)
      throw new ChimeRefusal(
        'ResourceLimitExceededException',
        `The account has its ${most} active pipelines.`,
      )
    if (kind === 'concatenation') return
    if (running.some((one) => one.kind === kind && one.room.meetingId === meetingId))
      throw new ChimeRefusal('ResourceLimitExceededException', `The meeting has a ${kind} pipeline already.`)
  }
  const stop = (pipeline: Pipeline): Promise<void> => {
    if (pipeline.status === 'InProgress') {
      turn(pipeline, 'Stopping')
      pipeline.finish().then(
        () => end(pipeline, undefined),
        (failure: unknown) => end(pipeline, failure),
      )
    }
    return pipeline.over
  }
  const start = ({ kind, told, room, run }: Started): Pipeline => {
    expectRoom(kind, room.meetingId)
    const at = world.now().getTime()
    forgetOld(at)
    const id = randomUUID()
    const { promise: over, resolve } = Promise.withResolvers<void>()
    const begun = { id, arn: arnOf(id), kind, told, room, over, createdAt: at, updatedAt: at }
    const pipeline: Pipeline = { ...begun, status: 'InProgress', finish: async () => {} }
    all.set(id, pipeline)
    tell('InProgress', pipeline)
    const finish = run(pipeline, (failure) => {
      end(pipeline, failure)
      resolve()
    })
    pipeline.finish = () => finish().finally(resolve)
    return pipeline
  }
  world.onEnd.add((meetingId) => {
    for (const one of active())
      if (one.room.meetingId === meetingId && one.kind !== 'concatenation') void stop(one)
  })
  return {
    start,
    stop,
    active,
    /** Also one that is over: to be joined. */
    byArn: (arn: string): Pipeline | undefined => [...all.values()].find((one) => one.arn === arn),
    /** @throws NotFoundException for one that is over, as for one there never was */
    find: (id: string): Pipeline => {
      const found = all.get(id)
      if (!found || !isActive(found)) throw notFound('Media pipeline', id)
      return found
    },
    /** Resolves when whatever ends by itself has ended. */
    settled: async (): Promise<void> => {
      const ending = () => active().filter((one) => one.kind === 'concatenation' || one.status === 'Stopping')
      for (let some = ending(); some.length > 0; some = ending())
        await Promise.all(some.map(({ over }) => over))
    },
  }
}
export type Pipelines = ReturnType<typeof openPipelines>
