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
  ServerSideNetworkAdaption,
  VideoPriorityBasedPolicy,
} from 'amazon-chime-sdk-js'
import type { ChimeAttendee, RoomEntry } from '#functions/media/schema.ts'
import { preferences } from '../lobby/preferences.ts'
import { rosterOf } from '../stage/roster.ts'
import type { Connection, Heard, Wishes } from './connection.ts'
import { openCamera, openDevices } from './open-devices.ts'

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
  // The service knows the line better than a guess of the page's, which begins with room for two pictures.
  policy.setServerSideNetworkAdaption(ServerSideNetworkAdaption.BandwidthProbingAndRemoteVideoQualityAdaption)
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

/** The client goes on for a moment after it was told to stop; taken apart sooner it stumbles over its own pieces. */
const partingMs = 3_000

const parting = ({ audioVideo }: DefaultMeetingSession): Promise<unknown> => {
  const stopped = new Promise<void>((resolve) => {
    audioVideo.addObserver({ audioVideoDidStop: () => resolve() })
  })
  return Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, partingMs))])
}

const partFrom = async (session: DefaultMeetingSession, isOver: boolean): Promise<void> => {
  const { audioVideo } = session
  const parted = isOver ? undefined : parting(session)
  audioVideo.stop()
  audioVideo.unbindAudioElement()
  // Camera and microphone are dark at once, whatever the line does.
  await Promise.all([audioVideo.stopAudioInput(), audioVideo.stopVideoInput()])
  await parted
  await session.destroy()
}

type Acts = Pick<Connection, 'start' | 'promote' | 'demote' | 'stop' | 'show' | 'hide'>

/** @param isOver whether the client has ended by itself */
const actsOf = (session: DefaultMeetingSession, isOver: () => boolean): Acts => {
  const { audioVideo } = session
  let parted: Promise<void> | undefined
  const hide = async () => {
    audioVideo.stopLocalVideoTile()
    await audioVideo.stopVideoInput()
  }
  return {
    start: () => audioVideo.start(),
    promote: async (attendee) =>
      (await audioVideo.promoteToPrimaryMeeting(credentialsOf(attendee))).statusCode() ===
      MeetingSessionStatusCode.OK,
    demote: () => {
      audioVideo.demoteFromPrimaryMeeting()
      void hide()
    },
    show: async () => {
      if (await openCamera(audioVideo, preferences())) return false
      audioVideo.startLocalVideoTile()
      return true
    },
    hide,
    stop: () => {
      parted ??= partFrom(session, isOver())
      return parted
    },
  }
}

/** @param wishes how to sit down: with which devices, heard and seen or not */
export const connect = async (entry: Ready, wishes: Wishes, heard: Heard): Promise<Connection> => {
  const { session, policy } = newSession(entry)
  const { audioVideo } = session
  audioVideo.setAudioProfile(AudioProfile.fullbandSpeechMono(false))
  let isOver = false
  const stopped = (code: number) => {
    isOver = true
    heard.stopped(code)
  }
  listen(session, { ...heard, stopped })
  rosterOf(audioVideo)
  // In a replica nobody is seen: the camera stays dark until the point's turn.
  const seen = wishes.seen && entry.part === 'primary'
  const lacks = await openDevices(audioVideo, { ...wishes, seen })
  if (!wishes.heard) audioVideo.realtimeMuteLocalAudio()
  const { AttendeeId } = entry.attendee
  return { audioVideo, policy, lacks, attendeeId: AttendeeId, ...actsOf(session, () => isOver) }
}
