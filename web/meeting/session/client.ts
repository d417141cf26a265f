// Amazon Chime's client, as the room uses it: one session of the media service, from an entry to its end. Fetched when
// somebody sits down, for it weighs more than the first page.
import {
  AudioProfile,
  DefaultDeviceController,
  DefaultEventController,
  DefaultMeetingSession,
  MeetingSessionConfiguration,
  MeetingSessionCredentials,
  MeetingSessionStatusCode,
  NoOpEventReporter,
  NoOpLogger,
  VideoPriorityBasedPolicy,
} from 'amazon-chime-sdk-js'
import type { ChimeAttendee, RoomEntry } from '#functions/media/schema.ts'
import type { Connection, Heard, Wishes } from './connection.ts'
import { openDevices } from './open-devices.ts'

type Ready = Extract<RoomEntry, { state: 'ready' }>

/** The client tries by itself for so long; then the seat is asked for anew. */
export const ownTriesMs = 20_000

const configured = ({ meeting, attendee }: Ready, policy: VideoPriorityBasedPolicy) => {
  const configuration = new MeetingSessionConfiguration(meeting, attendee)
  configuration.reconnectTimeoutMs = ownTriesMs
  configuration.videoDownlinkBandwidthPolicy = policy
  return configuration
}

/** What the client would tell AWS of every page goes nowhere, and what it would log stays unsaid. */
const newSession = (entry: Ready) => {
  const logger = new NoOpLogger()
  const policy = new VideoPriorityBasedPolicy(logger)
  const configuration = configured(entry, policy)
  const events = new DefaultEventController(configuration, logger, new NoOpEventReporter())
  const devices = new DefaultDeviceController(logger, undefined, undefined, events)
  return { session: new DefaultMeetingSession(configuration, logger, devices, events), policy }
}

const credentialsOf = ({ AttendeeId, ExternalUserId, JoinToken }: ChimeAttendee) => {
  const credentials = new MeetingSessionCredentials()
  credentials.attendeeId = AttendeeId
  credentials.externalUserId = ExternalUserId
  credentials.joinToken = JoinToken
  return credentials
}

const listen = (session: DefaultMeetingSession, heard: Heard) =>
  session.audioVideo.addObserver({
    audioVideoDidStartConnecting: (again) => again && heard.lost(ownTriesMs),
    audioVideoDidStart: heard.started,
    audioVideoDidStop: (status) => heard.stopped(status.statusCode()),
    audioVideoWasDemotedFromPrimaryMeeting: heard.demoted,
    videoAvailabilityDidChange: ({ canStartLocalVideo }) => heard.mayShow(canStartLocalVideo),
  })

/** @param wishes how to sit down: with which devices, heard and seen or not */
export const connect = async (entry: Ready, wishes: Wishes, heard: Heard): Promise<Connection> => {
  const { session, policy } = newSession(entry)
  const { audioVideo } = session
  audioVideo.setAudioProfile(AudioProfile.fullbandSpeechMono(false))
  listen(session, heard)
  const lacks = await openDevices(audioVideo, wishes)
  if (!wishes.heard) audioVideo.realtimeMuteLocalAudio()
  return {
    audioVideo,
    policy,
    lacks,
    attendeeId: entry.attendee.AttendeeId,
    start: () => audioVideo.start(),
    promote: async (attendee) =>
      (await audioVideo.promoteToPrimaryMeeting(credentialsOf(attendee))).statusCode() ===
      MeetingSessionStatusCode.OK,
    demote: () => audioVideo.demoteFromPrimaryMeeting(),
    stop: async () => {
      audioVideo.stop()
      audioVideo.unbindAudioElement()
      await audioVideo.stopAudioInput()
      await audioVideo.stopVideoInput()
      await session.destroy()
    },
  }
}
