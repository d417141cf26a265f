// Amazon Chime SDK meetings as the worker uses them: below the quotas, 429 tried again, refusals by what they mean here.
import { setTimeout as pause } from 'node:timers/promises'
import {
  BatchCreateAttendeeCommand,
  BatchUpdateAttendeeCapabilitiesExceptCommand,
  ChimeSDKMeetingsClient,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
  ListAttendeesCommand,
  UpdateAttendeeCapabilitiesCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { insideAws, setting } from '#functions/shared/config.ts'
import { limits } from './limits.ts'
import { type Capabilities, ChimeAttendee, ChimeMeeting, type MediaQuota } from './schema.ts'
import { openThrottle, type Throttle } from './throttle.ts'

/** The meeting, or the attendee, is not there any more. */
export class Gone extends Error {}

/** The account may have no more of this. */
export class QuotaReached extends Error {
  readonly quota: MediaQuota

  constructor(quota: MediaQuota, message: string) {
    super(message)
    this.quota = quota
  }
}

/** Too many requests for now: to be gone on with later. */
export class Busy extends Error {}

type Service = { told: string; client: ChimeSDKMeetingsClient; throttle: Throttle }
let service: Service | undefined

/** One try: what is not idempotent may not be repeated by a client that does not know. */
const connect = (): Service => {
  const endpoint = setting('CHIME_ENDPOINT')
  const told = `${endpoint} ${setting('MEDIA_LIMITS')}`
  if (service?.told === told) return service
  const { mediaRegion: region, requestsPerSecond: perSecond, requestsBurst: burst } = limits()
  const client = new ChimeSDKMeetingsClient({ region, maxAttempts: 1, ...(endpoint ? { endpoint } : {}) })
  service = { told, client, throttle: openThrottle({ perSecond, burst }) }
  return service
}

/** Whether this home has a media service at all: on one machine it is a part that can be left out. */
export const hasService = (): boolean => insideAws() || setting('CHIME_ENDPOINT') !== undefined

const tries = 8
const waitMs = 100

/** Said of what is being changed at this moment by a request before, and of a token used for another meeting. */
const isPassing = (api: string, { name }: Error): boolean =>
  name === 'ThrottlingException' ||
  name === 'TooManyRequestsException' ||
  (name === 'ConflictException' && api !== 'CreateMeeting')

const meant = (error: unknown, quota: MediaQuota): unknown => {
  if (!(error instanceof Error)) return error
  if (error.name === 'NotFoundException') return new Gone(error.message)
  if (error.name === 'LimitExceededException') return new QuotaReached(quota, error.message)
  return error
}

/** @param quota that a refusal for want of room means @throws Gone, QuotaReached, Busy */
const asking = async <T>(
  api: string,
  ask: (client: ChimeSDKMeetingsClient) => Promise<T>,
  quota: MediaQuota = 'attendees-per-meeting',
): Promise<T> => {
  const { client, throttle } = connect()
  for (let attempt = 1; ; attempt++) {
    await throttle(api)
    try {
      return await ask(client)
    } catch (error) {
      if (!(error instanceof Error && isPassing(api, error))) throw meant(error, quota)
      if (attempt === tries) throw new Busy(`${api}: ${error.message}`)
      await pause(waitMs * attempt * (0.5 + Math.random()))
    }
  }
}

type MeetingWish = {
  conferenceId: string
  index: number
  /** What it was asked for once is answered again: a worker that died leaves no second meeting. */
  token: string
  primary?: string | undefined
}

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
    index === 0 ? 'concurrent-meetings' : 'replicas-per-meeting',
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
