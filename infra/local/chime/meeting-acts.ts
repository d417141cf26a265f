// Meetings: created, alone or with their first attendees, read, ended. A repeated request is answered as the first was.
import { meetingAnswer } from './answers.ts'
import { createMany } from './attendee-acts.ts'
import { capabilityFault, featureFault } from './capabilities.ts'
import { meetingDetail } from './events.ts'
import { badRequest, conflict, limitExceeded } from './refusals.ts'
import type { Asked, Operation } from './rest.ts'
import type { Room } from './rooms.ts'
import { type AttendeeInput, MeetingInput, MeetingWithAttendeesInput } from './shapes.ts'
import { endMeeting, type World } from './world.ts'

/** @throws BadRequestException, LimitExceededException */
const checkPrimary = ({ rooms, quotas }: World, primaryMeetingId: string) => {
  const primary = rooms.known.meeting(primaryMeetingId)
  if (!primary) throw badRequest(`Primary meeting ${primaryMeetingId} does not exist.`)
  if (primary.primaryMeetingId) throw badRequest('A replica meeting cannot be a primary meeting.')
  if (rooms.replicasOf(primaryMeetingId).length >= quotas.replicas)
    throw limitExceeded(`The primary meeting has the ${quotas.replicas} replicas it may have.`)
}

const open = (world: World, input: MeetingInput): Room => {
  const { rooms, quotas, events } = world
  const fault = featureFault(input.MeetingFeatures)
  if (fault) throw badRequest(fault)
  if (input.PrimaryMeetingId !== undefined) checkPrimary(world, input.PrimaryMeetingId)
  if (rooms.all().length >= quotas.meetings)
    throw limitExceeded(`The account has the ${quotas.meetings} meetings it may have at once.`)
  const room = rooms.add(input)
  events.tell(meetingDetail('Started', room))
  return room
}

const create = (world: World, body: unknown) => ({
  Meeting: meetingAnswer(open(world, MeetingInput.parse(body)), world.signaling),
})

/** Nothing is made where one of the attendees cannot be. */
const checkAttendees = ({ MeetingFeatures }: MeetingInput, attendees: readonly AttendeeInput[]) => {
  for (const { Capabilities } of attendees) {
    const fault = Capabilities && capabilityFault(Capabilities, MeetingFeatures)
    if (fault) throw badRequest(fault)
  }
}

const createWithAttendees = (world: World, body: unknown) => {
  const { Attendees, ...input } = MeetingWithAttendeesInput.parse(body)
  checkAttendees(input, Attendees)
  const room = open(world, input)
  return { Meeting: meetingAnswer(room, world.signaling), ...createMany(world, room, Attendees) }
}

/** A token counts for a day, and also when its meeting is over: another meeting asks for another token. */
const tokenMs = 24 * 3600_000

type Answered = { asked: string; at: number; answer: unknown }

/** Answers a repeat as the first time. @throws ConflictException for another request under the same token */
const openRepeats = ({ now }: World) => {
  const answered = new Map<string, Answered>()
  const forgetOld = (at: number) => {
    for (const [token, one] of answered) if (one.at <= at - tokenMs) answered.delete(token)
  }
  return (api: string, body: unknown, act: () => unknown): unknown => {
    const token = MeetingInput.pick({ ClientRequestToken: true }).parse(body).ClientRequestToken
    if (token === undefined) return act()
    const at = now().getTime()
    forgetOld(at)
    const asked = `${api} ${JSON.stringify(body)}`
    const before = answered.get(token)
    if (before && before.asked !== asked)
      throw conflict('Another request was made with the same ClientRequestToken.')
    if (before) return before.answer
    const answer = act()
    answered.set(token, { asked, at, answer })
    return answer
  }
}

export const meetingActs = (world: World): Operation[] => {
  const once = openRepeats(world)
  const find = ({ params }: Asked) => world.rooms.find(params.meeting ?? '')
  return [
    {
      api: 'CreateMeeting',
      method: 'POST',
      path: '/meetings',
      status: 200,
      act: ({ body }) => once('CreateMeeting', body, () => create(world, body)),
    },
    {
      api: 'CreateMeetingWithAttendees',
      method: 'POST',
      path: '/meetings',
      operation: 'create-attendees',
      status: 200,
      act: ({ body }) => once('CreateMeetingWithAttendees', body, () => createWithAttendees(world, body)),
    },
    {
      api: 'GetMeeting',
      method: 'GET',
      path: '/meetings/:meeting',
      status: 200,
      act: (asked) => ({ Meeting: meetingAnswer(find(asked), world.signaling) }),
    },
    {
      api: 'DeleteMeeting',
      method: 'DELETE',
      path: '/meetings/:meeting',
      status: 204,
      act: (asked) => endMeeting(world, find(asked)),
    },
  ]
}
