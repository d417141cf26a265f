// What the pipelines do: a capture records its room in pieces, a concatenation joins them, a live connector is only noted.

import type { Tap } from './model.ts'
import type { CaptureInput, ConcatenationInput, LiveConnectorInput } from './pipeline-shapes.ts'
import { placeOf } from './pipeline-shapes.ts'
import type { Pipeline, Pipelines, PipelineWorld } from './pipelines.ts'
import { openRecorder, type Recorder } from './recorder.ts'
import { badRequest } from './refusals.ts'
import type { Room } from './rooms.ts'
import { joined } from './webm.ts'

const folder = 'composited-video'

/** @throws BadRequestException where it is no meeting that is on */
const roomOf = ({ rooms }: PipelineWorld, arn: string): Room => {
  const room = rooms.all().find((one) => one.arn === arn)
  if (!room) throw badRequest(`The meeting ${arn} does not exist.`)
  return room
}

/** Pieces by the moment they begin at: their names stand in the order of their making. */
const nameAt = (at: Date) => at.toISOString().replace(/[:.T]/g, '-').replace('Z', '')

/** The tap's clock may be any: the first packet tells what it says now. */
const onFirst = (begin: (began: number) => Recorder) => {
  const since = performance.now()
  let recorder: Recorder | undefined
  const at = (moment: number) => {
    recorder ??= begin(moment - (performance.now() - since))
    return recorder.tap
  }
  const tap: Tap = {
    audio: (packet) => at(packet.at).audio(packet),
    video: (packet) => at(packet.at).video(packet),
  }
  return { tap, stop: async () => recorder?.stop() }
}

const foreignTold = (id: string) => {
  const told = new Set<string>()
  return (codec: string) => {
    if (!told.has(codec)) console.error(`The recording ${id} leaves out pictures in ${codec}.`)
    told.add(codec)
  }
}

export const capture = (world: PipelineWorld, pipelines: Pipelines, input: CaptureInput): Pipeline => {
  const { ClientRequestToken: _, Tags: __, ...told } = input
  const room = roomOf(world, input.SourceArn)
  placeOf(input.SinkArn, '')
  return pipelines.start({
    kind: 'capture',
    told,
    room,
    run: ({ id, createdAt }, done) => {
      const { bucket, prefix } = placeOf(input.SinkArn, id)
      const put = (piece: Buffer, from: number) =>
        world.objects.put(bucket, `${prefix}/${folder}/${nameAt(new Date(createdAt + from))}.webm`, piece)
      const { tap, stop } = onFirst((began) =>
        openRecorder({ began, onForeign: foreignTold(id), put: (...piece) => put(...piece).catch(fail) }),
      )
      const untap = world.media.tap(room.meetingId, tap)
      const fail = (failure: unknown) => {
        untap()
        done(failure)
      }
      return () => {
        untap()
        return stop()
      }
    },
  })
}

const joinedOf = async (world: PipelineWorld, id: string, from: string, source: Pipeline, to: string) => {
  await source.over
  const { bucket, prefix } = placeOf(from, source.id)
  const keys = await world.objects.list(bucket, `${prefix}/${folder}/`)
  const pieces: Buffer[] = []
  for (const key of keys) pieces.push(await world.objects.get(bucket, key))
  const sink = placeOf(to, id)
  await world.objects.put(sink.bucket, `${sink.prefix}/${folder}/${id}.webm`, joined(pieces).file)
}

export const concatenation = (
  world: PipelineWorld,
  pipelines: Pipelines,
  input: ConcatenationInput,
): Pipeline => {
  const { ClientRequestToken: _, Tags: __, ...told } = input
  const from = input.Sources[0]?.MediaCapturePipelineSourceConfiguration.MediaPipelineArn ?? ''
  const to = input.Sinks[0]?.S3BucketSinkConfiguration.Destination ?? ''
  const source = pipelines.byArn(from)
  if (source?.kind !== 'capture') throw badRequest(`The media capture pipeline ${from} does not exist.`)
  placeOf(to, '')
  return pipelines.start({
    kind: 'concatenation',
    told,
    room: source.room,
    run: ({ id }, done) => {
      joinedOf(world, id, String(source.told.SinkArn), source, to).then(() => done(), done)
      return async () => {}
    },
  })
}

/** What follows the host of an RTMP address, and what stands before it, lets anybody stream there. */
const masked = (url: string) => url.replace(/^(rtmps?:\/\/)(?:[^/]*@)?([^/?#]*).*$/, '$1$2/***')

export const liveConnector = (
  world: PipelineWorld,
  pipelines: Pipelines,
  input: LiveConnectorInput,
): Pipeline => {
  const { ClientRequestToken: _, Tags: __, ...told } = input
  const room = roomOf(world, input.Sources[0]?.ChimeSdkMeetingLiveConnectorConfiguration.Arn ?? '')
  const url = input.Sinks[0]?.RTMPConfiguration.Url ?? ''
  return pipelines.start({
    kind: 'live-connector',
    told,
    room,
    run: ({ id }) => {
      console.log(
        `The live connector ${id} would stream to ${masked(url)}: nothing is sent from this machine.`,
      )
      return async () => {}
    },
  })
}
