// The media pipelines API as its own client speaks it: capture, concatenation, live connector; read, listed, deleted.

import { CaptureInput, ConcatenationInput, LiveConnectorInput, PipelinePage } from './pipeline-shapes.ts'
import { capture, concatenation, liveConnector } from './pipeline-work.ts'
import type { Pipeline, PipelineKind, Pipelines, PipelineWorld } from './pipelines.ts'
import { badRequest, notFound } from './refusals.ts'
import type { Asked, Operation } from './rest.ts'

const names: Record<PipelineKind, string> = {
  capture: 'MediaCapturePipeline',
  concatenation: 'MediaConcatenationPipeline',
  'live-connector': 'MediaLiveConnectorPipeline',
}

/** The API tells moments as ISO 8601. */
const answer = ({ kind, id, arn, status, told, createdAt, updatedAt }: Pipeline) => ({
  [names[kind]]: {
    MediaPipelineId: id,
    MediaPipelineArn: arn,
    ...told,
    Status: status,
    CreatedTimestamp: new Date(createdAt).toISOString(),
    UpdatedTimestamp: new Date(updatedAt).toISOString(),
  },
})

/** A repeat under one token is answered as the first was; another request under it is refused. */
const repeats = (pipelines: Pipelines) => {
  const made = new Map<string, { asked: string; pipeline: Pipeline }>()
  const forgetOld = () => {
    for (const [token, { pipeline }] of made) if (!pipelines.byArn(pipeline.arn)) made.delete(token)
  }
  return (api: string, input: { ClientRequestToken?: string | undefined }, act: () => Pipeline) => {
    forgetOld()
    const token = input.ClientRequestToken
    const asked = `${api} ${JSON.stringify(input)}`
    const before = token === undefined ? undefined : made.get(token)
    if (before && before.asked !== asked)
      throw badRequest('Another request was made with the same ClientRequestToken.')
    const pipeline = before?.pipeline ?? act()
    if (token !== undefined) made.set(token, { asked, pipeline })
    return answer(pipeline)
  }
}

const page = (all: readonly Pipeline[], { query }: Asked) => {
  const { 'max-results': most, 'next-token': token } = PipelinePage.parse(query)
  const start = token === undefined ? 0 : all.findIndex(({ id }) => id === token) + 1
  if (token !== undefined && start === 0) throw badRequest('The next token is not valid.')
  const shown = all.slice(start, start + most)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id, arn }) => ({ MediaPipelineId: id, MediaPipelineArn: arn })),
    ...(last && start + shown.length < all.length ? { NextToken: last.id } : {}),
  }
}

/** @throws NotFoundException for a pipeline of another kind */
const captureIn = (pipelines: Pipelines, { params }: Asked): Pipeline => {
  const found = pipelines.find(params.pipeline ?? '')
  if (found.kind !== 'capture') throw notFound('Media pipeline', found.id)
  return found
}

const creations = (world: PipelineWorld, pipelines: Pipelines): Operation[] => {
  const once = repeats(pipelines)
  const made = (api: string, path: string, act: (body: unknown) => ReturnType<typeof answer>): Operation => ({
    ...{ api, method: 'POST', path, status: 201 },
    act: ({ body }) => act(body),
  })
  return [
    made('CreateMediaCapturePipeline', '/sdk-media-capture-pipelines', (body) => {
      const input = CaptureInput.parse(body)
      return once('capture', input, () => capture(world, pipelines, input))
    }),
    made('CreateMediaConcatenationPipeline', '/sdk-media-concatenation-pipelines', (body) => {
      const input = ConcatenationInput.parse(body)
      return once('concatenation', input, () => concatenation(world, pipelines, input))
    }),
    made('CreateMediaLiveConnectorPipeline', '/sdk-media-live-connector-pipelines', (body) => {
      const input = LiveConnectorInput.parse(body)
      return once('live-connector', input, () => liveConnector(world, pipelines, input))
    }),
  ]
}

const readings = (pipelines: Pipelines): Operation[] => [
  {
    ...{ api: 'GetMediaCapturePipeline', method: 'GET', status: 200 },
    path: '/sdk-media-capture-pipelines/:pipeline',
    act: (asked) => answer(captureIn(pipelines, asked)),
  },
  {
    ...{ api: 'ListMediaCapturePipelines', method: 'GET', status: 200 },
    path: '/sdk-media-capture-pipelines',
    act: (asked) => {
      const captures = pipelines.active().filter(({ kind }) => kind === 'capture')
      const { items, ...more } = page(captures, asked)
      return { MediaCapturePipelines: items, ...more }
    },
  },
  {
    ...{ api: 'GetMediaPipeline', method: 'GET', status: 200 },
    path: '/sdk-media-pipelines/:pipeline',
    act: ({ params }) => ({ MediaPipeline: answer(pipelines.find(params.pipeline ?? '')) }),
  },
  {
    ...{ api: 'ListMediaPipelines', method: 'GET', status: 200 },
    path: '/sdk-media-pipelines',
    act: (asked) => {
      const { items, ...more } = page(pipelines.active(), asked)
      return { MediaPipelines: items, ...more }
    },
  },
]

const deletions = (pipelines: Pipelines): Operation[] => [
  {
    ...{ api: 'DeleteMediaCapturePipeline', method: 'DELETE', status: 204 },
    path: '/sdk-media-capture-pipelines/:pipeline',
    act: (asked) => void pipelines.stop(captureIn(pipelines, asked)),
  },
  {
    ...{ api: 'DeleteMediaPipeline', method: 'DELETE', status: 204 },
    path: '/sdk-media-pipelines/:pipeline',
    act: ({ params }) => void pipelines.stop(pipelines.find(params.pipeline ?? '')),
  },
]

export const pipelineActs = (world: PipelineWorld, pipelines: Pipelines): Operation[] => [
  ...creations(world, pipelines),
  ...readings(pipelines),
  ...deletions(pipelines),
]
