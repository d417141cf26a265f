// Attendees: created one or a hundred at a time, read, listed by the page, deleted.
import { attendeeCreated, attendeeKnown } from './answers.ts'
import { capabilityFault, seatsOf } from './capabilities.ts'
import type { Attendee } from './model.ts'
import { badRequest, limitExceeded } from './refusals.ts'
import type { Asked, Operation } from './rest.ts'
import { addAttendee, findAttendee, type Held, type Room, removeAttendee } from './rooms.ts'
import { AttendeeInput, BatchInput, PageInput } from './shapes.ts'
import { tellOfAttendee, type World } from './world.ts'

const full = (room: Room) =>
  limitExceeded(`The meeting has the ${seatsOf(room.features)} attendees it may have.`)

/** @throws BadRequestException where the meeting allows no such capabilities */
const checkCapabilities = (room: Room, { Capabilities }: AttendeeInput) => {
  const fault = Capabilities && capabilityFault(Capabilities, room.features)
  if (fault) throw badRequest(fault)
}

const create = (world: World, room: Room, input: AttendeeInput): Attendee => {
  const attendee = addAttendee(room, input)
  tellOfAttendee(world, 'Added', room, attendee)
  return attendee
}

/** Those there is room for, and an error for each of the others. */
export const createMany = (world: World, room: Room, inputs: readonly AttendeeInput[]) => {
  for (const input of inputs) checkCapabilities(room, input)
  const left = Math.max(0, seatsOf(room.features) - room.attendees.size)
  const { message } = full(room)
  return {
    Attendees: inputs.slice(0, left).map((input) => attendeeCreated(create(world, room, input))),
    Errors: inputs.slice(left).map(({ ExternalUserId }) => ({
      ExternalUserId,
      ErrorCode: 'LimitExceeded',
      ErrorMessage: message,
    })),
  }
}

const createOne = (world: World, { params, body }: Asked) => {
  const room = world.rooms.find(params.meeting ?? '')
  const input = AttendeeInput.parse(body)
  checkCapabilities(room, input)
  if (room.attendees.size >= seatsOf(room.features)) throw full(room)
  return { Attendee: attendeeCreated(create(world, room, input)) }
}

const createBatch = (world: World, { params, body }: Asked) => {
  const room = world.rooms.find(params.meeting ?? '')
  const { Attendees } = BatchInput.parse(body)
  if (room.attendees.size >= seatsOf(room.features)) throw full(room)
  return createMany(world, room, Attendees)
}

const tokenOf = ({ ordinal }: Held) => Buffer.from(String(ordinal)).toString('base64url')

const ordinalIn = (token: string | undefined): number => {
  if (token === undefined) return 0
  const ordinal = Number(Buffer.from(token, 'base64url').toString())
  if (!Number.isInteger(ordinal) || ordinal < 1) throw badRequest('The next token is not valid.')
  return ordinal
}

const list = (world: World, { params, query }: Asked) => {
  const { attendees } = world.rooms.find(params.meeting ?? '')
  const page = PageInput.parse(query)
  const after = ordinalIn(page['next-token'])
  const left = [...attendees.values()].filter(({ ordinal }) => ordinal > after)
  const shown = left.slice(0, page['max-results'])
  const last = shown.at(-1)
  const more = last && shown.length < left.length
  return { Attendees: shown.map(attendeeKnown), ...(more ? { NextToken: tokenOf(last) } : {}) }
}

const both = (world: World, { params }: Asked) => {
  const room = world.rooms.find(params.meeting ?? '')
  return { room, attendee: findAttendee(room, params.attendee ?? '') }
}

const remove = (world: World, asked: Asked): void => {
  const { room, attendee } = both(world, asked)
  removeAttendee(room, attendee)
  world.media.attendeeRemoved(room.meetingId, attendee.attendeeId)
  tellOfAttendee(world, 'Deleted', room, attendee)
}

const at = '/meetings/:meeting/attendees'

export const attendeeActs = (world: World): Operation[] => [
  { api: 'CreateAttendee', method: 'POST', path: at, status: 200, act: (asked) => createOne(world, asked) },
  {
    api: 'BatchCreateAttendee',
    method: 'POST',
    path: at,
    operation: 'batch-create',
    status: 200,
    act: (asked) => createBatch(world, asked),
  },
  { api: 'ListAttendees', method: 'GET', path: at, status: 200, act: (asked) => list(world, asked) },
  {
    api: 'GetAttendee',
    method: 'GET',
    path: `${at}/:attendee`,
    status: 200,
    act: (asked) => ({ Attendee: attendeeKnown(both(world, asked).attendee) }),
  },
  {
    api: 'DeleteAttendee',
    method: 'DELETE',
    path: `${at}/:attendee`,
    status: 204,
    act: (asked) => remove(world, asked),
  },
]
