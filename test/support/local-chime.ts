// A local Chime of a test's own, with a media plane that says what it is told, and the unmodified client for it.
import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  type CreateMeetingCommandInput,
  GetMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings'
import { type ChimeOptions, startChime } from '#infra/local/chime/chime.ts'
import type { ChimeEvent } from '#infra/local/chime/events.ts'
import type { News } from '#infra/local/chime/model.ts'
import { openQuietMedia } from '#infra/local/chime/quiet-media.ts'

/** @param maxAttempts 1 unless told: a test wants to see the refusal itself */
export const chimeClient = (endpoint: string, maxAttempts = 1) =>
  new ChimeSDKMeetingsClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'anything', secretAccessKey: 'anything' },
    maxAttempts,
  })

/** Any of the SDK's clients that is pointed here. */
type Sending = { send(command: never): Promise<unknown> }

/** What the client throws: by name, with the status and the fields of the body. */
export const failure = async (client: Sending, command: object) => {
  try {
    await client.send(command as never)
  } catch (error) {
    const thrown = error as Error & { $metadata?: { httpStatusCode?: number } }
    return { ...thrown, name: thrown.name, message: thrown.message, status: thrown.$metadata?.httpStatusCode }
  }
  throw new Error('It was not refused.')
}

export const asked = { MediaRegion: 'ap-southeast-1', ExternalMeetingId: 'cnf_1.0' }

/** A new meeting, as it is answered. */
export const meetingOf = async (
  client: ChimeSDKMeetingsClient,
  input: Partial<CreateMeetingCommandInput> = {},
) => {
  const { Meeting } = await client.send(new CreateMeetingCommand({ ...asked, ...input }))
  if (!Meeting?.MeetingId || !Meeting.MeetingArn) throw new Error('There is no meeting.')
  return { ...Meeting, MeetingId: Meeting.MeetingId, MeetingArn: Meeting.MeetingArn }
}

/** A new attendee of it, as it is answered. */
export const seatIn = async (
  client: ChimeSDKMeetingsClient,
  MeetingId: string,
  ExternalUserId = 'bpt_ca-ninh-binh',
) => {
  const { Attendee } = await client.send(new CreateAttendeeCommand({ MeetingId, ExternalUserId }))
  if (!Attendee?.AttendeeId) throw new Error('There is no attendee.')
  return { ...Attendee, AttendeeId: Attendee.AttendeeId }
}

/** Says what it was told, and how many listen as the test has it. */
export const notingMedia = () => {
  const told: string[] = []
  const listening = new Map<string, number>()
  let tell: (news: News) => void = () => {}
  const open: NonNullable<ChimeOptions['media']> = async (options) => {
    tell = options.tell
    return {
      ...(await openQuietMedia()),
      capabilitiesChanged: (...which) => void told.push(`changed ${which.join(' ')}`),
      attendeeRemoved: (...which) => void told.push(`removed ${which.join(' ')}`),
      meetingEnded: (meetingId) => void told.push(`ended ${meetingId}`),
      listening: (meetingId) => listening.get(meetingId) ?? 0,
    }
  }
  return { told, listening, tell: (news: News) => tell(news), open }
}

/** Keeps every event it tells. */
export const startChimeUnderTest = async (options: ChimeOptions = {}) => {
  const events: ChimeEvent[] = []
  const media = notingMedia()
  const chime = await startChime({
    media: media.open,
    ...options,
    onEvent: (event) => {
      events.push(event)
    },
  })
  return {
    ...chime,
    media,
    events,
    /** Types of what was told so far, in order. */
    typesTold: async () => {
      await chime.settled()
      return events.map(({ detail }) => detail.eventType)
    },
  }
}
export type ChimeUnderTest = Awaited<ReturnType<typeof startChimeUnderTest>>

/** On a clock of its own that stands until time is made to pass. */
export const startChimeOnClock = async (options: ChimeOptions = {}) => {
  let at = Date.parse('2022-11-23T06:30:00Z')
  const chime = await startChimeUnderTest({ ...options, now: () => new Date(at) })
  const client = chimeClient(chime.endpoint, 3)
  const meeting = async (PrimaryMeetingId?: string) =>
    (await meetingOf(client, PrimaryMeetingId ? { PrimaryMeetingId } : {})).MeetingId
  const seat = async (meetingId: string) => (await seatIn(client, meetingId, 'bpt_a')).AttendeeId
  return {
    chime,
    client,
    meeting,
    seat,
    pass: async (minutes: number) => {
      at += minutes * 60_000
      await chime.look()
    },
    lives: (MeetingId: string) =>
      client.send(new GetMeetingCommand({ MeetingId })).then(
        () => true,
        () => false,
      ),
    stop: async () => {
      client.destroy()
      await chime.stop()
    },
  }
}
