// Capabilities of attendees who are there already: of one, or of everybody but some.
import { attendeeKnown } from './answers.ts'
import { capabilityFault } from './capabilities.ts'
import type { Attendee, Capabilities } from './model.ts'
import { badRequest } from './refusals.ts'
import type { Asked, Operation } from './rest.ts'
import { findAttendee, type Room } from './rooms.ts'
import { UpdateExceptInput, UpdateInput } from './shapes.ts'
import { tellOfChange, type World } from './world.ts'

/** @throws BadRequestException */
const check = (room: Room, capabilities: Capabilities) => {
  const fault = capabilityFault(capabilities, room.features)
  if (fault) throw badRequest(fault)
}

const change = (world: World, room: Room, attendee: Attendee, capabilities: Capabilities) => {
  attendee.capabilities = capabilities
  world.media.capabilitiesChanged(room.meetingId, attendee.attendeeId)
  tellOfChange(world, room, attendee)
}

const updateOne = (world: World, { params, body }: Asked) => {
  const room = world.rooms.find(params.meeting ?? '')
  const attendee = findAttendee(room, params.attendee ?? '')
  const { Capabilities } = UpdateInput.parse(body)
  check(room, Capabilities)
  change(world, room, attendee, Capabilities)
  return { Attendee: attendeeKnown(attendee) }
}

/** Nobody changes where one of those to be left out is not there. */
const updateExcept = (world: World, { params, body }: Asked): void => {
  const room = world.rooms.find(params.meeting ?? '')
  const { Capabilities, ExcludedAttendeeIds } = UpdateExceptInput.parse(body)
  check(room, Capabilities)
  const except = new Set(ExcludedAttendeeIds.map(({ AttendeeId }) => findAttendee(room, AttendeeId)))
  for (const attendee of room.attendees.values())
    if (!except.has(attendee)) change(world, room, attendee, Capabilities)
}

export const capabilityActs = (world: World): Operation[] => [
  {
    api: 'BatchUpdateAttendeeCapabilitiesExcept',
    method: 'PUT',
    path: '/meetings/:meeting/attendees/capabilities',
    operation: 'batch-update-except',
    status: 200,
    act: (asked) => updateExcept(world, asked),
  },
  {
    api: 'UpdateAttendeeCapabilities',
    method: 'PUT',
    path: '/meetings/:meeting/attendees/:attendee/capabilities',
    status: 200,
    act: (asked) => updateOne(world, asked),
  },
]
