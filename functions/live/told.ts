// What the channel tells of items that changed, from the images of the stream alone: nothing is read for it.
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { AttributeValue } from 'aws-lambda'
import type * as z from 'zod'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { Conference } from '#functions/conferences/schema.ts'
import { Floor, FloorRequest } from '#functions/floor/schema.ts'
import {
  AgendaTold,
  ConferenceTold,
  messageBytes,
  type Told,
  type ToldItem,
  topicsOf,
} from './messages.schema.ts'

export type Image = Record<string, AttributeValue>
export type Message = { topic: string; told: Told }

const bytesOf = (item: ToldItem) => Buffer.byteLength(JSON.stringify(item))

/** Too large for a message, or not understood here: then only its version is told, and screens ask. */
const withValue = <I extends ToldItem>(item: I, schema: z.ZodType, image: Image): I => {
  const value = schema.safeParse(unmarshall(image as Parameters<typeof unmarshall>[0])).data
  const whole = { ...item, value }
  return value !== undefined && bytesOf(whole) < messageBytes ? whole : item
}

type About = { conferenceId: string; image: Image; version: number }
type Heard = { topic: string; item: ToldItem }

const text = (image: Image, name: string): string => image[name]?.S ?? ''

/** A draft is its host's own. */
const ofConference = ({ conferenceId: id, image, version }: About): Heard[] =>
  text(image, 'state') === Conference.shape.state.enum.draft
    ? []
    : [
        {
          topic: topicsOf(id).agenda,
          item: withValue({ kind: 'conference', id, version }, ConferenceTold, image),
        },
      ]

const ofAgenda = ({ conferenceId: id, image, version }: About): Heard[] => [
  { topic: topicsOf(id).agenda, item: withValue({ kind: 'agenda', id, version }, AgendaTold, image) },
]

const ofFloor = ({ conferenceId: id, image, version }: About): Heard[] => [
  { topic: topicsOf(id).floor, item: withValue({ kind: 'floor', id, version }, Floor, image) },
]

const ofRequest = ({ conferenceId, image, version }: About): Heard[] => {
  const item = { kind: 'floor-request' as const, id: text(image, 'id'), version }
  return [{ topic: topicsOf(conferenceId).floor, item: withValue(item, FloorRequest, image) }]
}

/** Who may speak in the room by now: only that it changed is told. */
const ofRoom = ({ conferenceId: id, version }: About): Heard[] => [
  { topic: topicsOf(id).floor, item: { kind: 'room', id, version } },
]

const ofPoint =
  (kind: 'point' | 'roll' | 'link' | 'faults', idName: 'id' | 'pointId') =>
  ({ conferenceId, image, version }: About): Heard[] => {
    const id = text(image, idName)
    return [{ topic: topicsOf(conferenceId).point(id), item: { kind, id, version } }]
  }

/** Who else may read it is for the API to say: only its unit's point and the desk hear that it changed. */
const ofContribution = ({ conferenceId, image, version }: About): Heard[] => {
  const topic = topicsOf(conferenceId).point(pointIdOf(text(image, 'unitId')))
  return [{ topic, item: { kind: 'contribution', id: text(image, 'id'), version } }]
}

const tellers: Record<string, (about: About) => Heard[]> = {
  conference: ofConference,
  agenda: ofAgenda,
  floor: ofFloor,
  'floor-request': ofRequest,
  room: ofRoom,
  point: ofPoint('point', 'id'),
  roll: ofPoint('roll', 'pointId'),
  link: ofPoint('link', 'pointId'),
  faults: ofPoint('faults', 'pointId'),
  contribution: ofContribution,
}

/** The conference an item belongs to, if any. */
export const conferenceOf = (image: Image | undefined): string | undefined =>
  image?.type?.S === 'conference' ? image.id?.S : image?.conferenceId?.S

const heardIn = (image: Image): Heard[] => {
  const conferenceId = conferenceOf(image)
  const version = Number(image.version?.N ?? Number.NaN)
  if (!conferenceId || Number.isNaN(version)) return []
  return tellers[text(image, 'type')]?.({ conferenceId, image, version }) ?? []
}

const chunks = (items: readonly ToldItem[]): ToldItem[][] => {
  const made: ToldItem[][] = []
  let room = 0
  for (const item of items) {
    const bytes = bytesOf(item) + 1
    if (bytes > room) {
      made.push([])
      room = messageBytes
    }
    made.at(-1)?.push(item)
    room -= bytes
  }
  return made
}

/** The messages that tell of these items, each item once and as it is last. */
export const messagesOf = (images: readonly Image[]): Message[] => {
  const topics = new Map<string, Map<string, ToldItem>>()
  for (const { topic, item } of images.flatMap(heardIn)) {
    const items = topics.get(topic) ?? new Map<string, ToldItem>()
    const known = items.get(`${item.kind} ${item.id}`)
    if (!known || known.version < item.version) items.set(`${item.kind} ${item.id}`, item)
    topics.set(topic, items)
  }
  return [...topics].flatMap(([topic, items]) =>
    chunks([...items.values()]).map((part) => ({ topic, told: { items: part } })),
  )
}
