// Amazon Chime SDK meetings as the worker uses them.
import {
  BatchCreateAttendeeCommand,
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
  ListAttendeesCommand,
  UpdateAttendeeCapabilitiesCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { asking, Gone } from './ask-chime.ts'
import { usualLimits } from './limits.data.ts'
import { limits } from './limits.ts'
import { type Capabilities, ChimeAttendee, ChimeMeeting } from './schema.ts'

type MeetingWish = {
  conferenceId: string
  index: number
  /** What it was asked for once is answered again: a worker that died leaves no second meeting. */
  token: string
  primary?: string | undefined
}

/** The service names no quota: every account may have the first replicas, so that those it refuses are meetings too many. */
const created = async ({ conferenceId, index, token, primary }: MeetingWish): Promise<ChimeMeeting> => {
  const { Meeting } = await asking(
    'CreateMeeting',
    (client) =>
      client.send(
        new CreateMeetingCommand({
          ClientRequestToken: token,
          ExternalMeetingId: `${conferenceId}.${index}`,
          MediaRegion: limits().mediaRegion,
          PrimaryMeetingId: primary,
        }),
      ),
    index <= usualLimits.replicasMost ? 'concurrent-meetings' : 'replicas-per-meeting',
  )
  return ChimeMeeting.parse(Meeting)
}

/** The meeting; undefined where it is over. */
export const findMeeting = async (MeetingId: string): Promise<ChimeMeeting | undefined> => {
  try {
    const { Meeting } = await asking('GetMeeting', (client) =>
      client.send(new GetMeetingCommand({ MeetingId })),
    )
    return ChimeMeeting.parse(Meeting)
  } catch (error) {
    if (error instanceof Gone) return undefined
    throw error
  }
}

/** A replica of what is over is a bad request to the service. @throws QuotaReached, Gone when the primary is over */
export const createMeeting = async (wish: MeetingWish): Promise<ChimeMeeting> => {
  try {
    return await created(wish)
  } catch (error) {
    const { primary } = wish
    const bad = error instanceof Error && error.name === 'BadRequestException'
    if (bad && primary && (await findMeeting(primary)) === undefined) throw new Gone(error.message)
    throw error
  }
}

const unlessGone = async (act: Promise<unknown>): Promise<void> => {
  try {
    await act
  } catch (error) {
    if (!(error instanceof Gone)) throw error
  }
}

export const deleteMeeting = (MeetingId: string): Promise<void> =>
  unlessGone(asking('DeleteMeeting', (client) => client.send(new DeleteMeetingCommand({ MeetingId }))))

export const deleteAttendee = (MeetingId: string, AttendeeId: string): Promise<void> =>
  unlessGone(
    asking('DeleteAttendee', (client) => client.send(new DeleteAttendeeCommand({ MeetingId, AttendeeId }))),
  )

/** In one request. */
export const batchMost = 100

/**
 * Not idempotent: whoever is killed after it has made attendees that nobody knows.
 * @returns those made, and whether some were refused for want of room @throws Gone, QuotaReached
 */
export const createAttendees = async (
  MeetingId: string,
  wishes: readonly { seat: string; capabilities: Capabilities }[],
): Promise<{ attendees: ChimeAttendee[]; refused: number }> => {
  const input = wishes.map(({ seat, capabilities }) => ({
    ExternalUserId: seat,
    Capabilities: capabilities,
  }))
  const { Attendees = [], Errors = [] } = await asking('BatchCreateAttendee', (client) =>
    client.send(new BatchCreateAttendeeCommand({ MeetingId, Attendees: input })),
  )
  return { attendees: Attendees.map((attendee) => ChimeAttendee.parse(attendee)), refused: Errors.length }
}

/** Ids of everybody ever made and not deleted; their tokens are told once only, when they are made. @throws Gone */
export const listAttendees = async (MeetingId: string): Promise<string[]> => {
  const found: string[] = []
  let NextToken: string | undefined
  do {
    const answer = await asking('ListAttendees', (client) =>
      client.send(new ListAttendeesCommand({ MeetingId, MaxResults: 100, NextToken })),
    )
    found.push(...(answer.Attendees ?? []).flatMap(({ AttendeeId }) => AttendeeId ?? []))
    NextToken = answer.NextToken
  } while (NextToken)
  return found
}

/** @throws Gone */
export const allow = (MeetingId: string, AttendeeId: string, capabilities: Capabilities) =>
  asking('UpdateAttendeeCapabilities', (client) =>
    client.send(new UpdateAttendeeCapabilitiesCommand({ MeetingId, AttendeeId, Capabilities: capabilities })),
  )

/** Everybody in the meeting but these, who must be there. @throws Gone */
export const allowAllBut = (MeetingId: string, except: readonly string[], capabilities: Capabilities) =>
  asking('BatchUpdateAttendeeCapabilitiesExcept', (client) =>
    client.send(
      new BatchUpdateAttendeeCapabilitiesExceptCommand({
        MeetingId,
        ExcludedAttendeeIds: except.map((AttendeeId) => ({ AttendeeId })),
        Capabilities: capabilities,
      }),
    ),
  )
