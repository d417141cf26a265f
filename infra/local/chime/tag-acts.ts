// Tags of meetings, and live transcription, which knows no Vietnamese: accepted and noted, nothing is written down here.
import { ChimeRefusal } from './refusals.ts'
import type { Operation } from './rest.ts'
import type { Room } from './rooms.ts'
import { TagInput, TagsOfInput, TranscriptionInput, UntagInput } from './shapes.ts'
import type { World } from './world.ts'

const tagsMost = 50

const byArn = ({ rooms }: World, arn: string): Room => {
  const room = rooms.all().find((one) => one.arn === arn)
  if (room) return room
  throw new ChimeRefusal('ResourceNotFoundException', `Resource ${arn} not found`, { ResourceName: arn })
}

const tag = (world: World, body: unknown): void => {
  const { ResourceARN, Tags } = TagInput.parse(body)
  const room = byArn(world, ResourceARN)
  const next = new Map([...room.tags, ...Tags.map(({ Key, Value }) => [Key, Value] as const)])
  if (next.size > tagsMost)
    throw new ChimeRefusal('TooManyTagsException', `A resource has at most ${tagsMost} tags.`, {
      ResourceName: ResourceARN,
    })
  room.tags = next
}

const untag = (world: World, body: unknown): void => {
  const { ResourceARN, TagKeys } = UntagInput.parse(body)
  const room = byArn(world, ResourceARN)
  for (const key of TagKeys) room.tags.delete(key)
}

export const tagActs = (world: World): Operation[] => [
  {
    api: 'ListTagsForResource',
    method: 'GET',
    path: '/tags',
    status: 200,
    act: ({ query }) => ({
      Tags: [...byArn(world, TagsOfInput.parse(query).arn).tags].map(([Key, Value]) => ({ Key, Value })),
    }),
  },
  {
    api: 'TagResource',
    method: 'POST',
    path: '/tags',
    operation: 'tag-resource',
    status: 204,
    act: ({ body }) => tag(world, body),
  },
  {
    api: 'UntagResource',
    method: 'POST',
    path: '/tags',
    operation: 'untag-resource',
    status: 204,
    act: ({ body }) => untag(world, body),
  },
]

export const transcriptionActs = ({ rooms }: World): Operation[] => [
  {
    api: 'StartMeetingTranscription',
    method: 'POST',
    path: '/meetings/:meeting/transcription',
    operation: 'start',
    status: 200,
    act: ({ params, body }) => {
      const room = rooms.find(params.meeting ?? '')
      TranscriptionInput.parse(body)
      room.transcribed = true
    },
  },
  {
    api: 'StopMeetingTranscription',
    method: 'POST',
    path: '/meetings/:meeting/transcription',
    operation: 'stop',
    status: 200,
    act: ({ params }) => {
      const room = rooms.find(params.meeting ?? '')
      if (!room.transcribed)
        throw new ChimeRefusal('UnprocessableEntityException', 'The meeting is not being transcribed.')
      room.transcribed = false
    },
  },
]
