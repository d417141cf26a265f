// The bare page of the media tests: the SDK's own client, as it is, and what a test asks of it; runs in the browser.
import {
  ConsoleLogger,
  DefaultDeviceController,
  DefaultMeetingSession,
  LogLevel,
  MeetingSessionConfiguration,
  MeetingSessionCredentials,
  MeetingSessionStatusCode,
  type VideoTileState,
} from 'amazon-chime-sdk-js'
import { cornerOf, picture, tone } from './sources.ts'

/** What the observers told, in order. */
const told: string[] = []
const roster: string[] = []
const messages: { topic: string; text: string; from: string; throttled: boolean }[] = []
const volumes = new Map<string, { volume: number | null; muted: boolean | null }>()
const tiles = new Map<number, VideoTileState>()
let session: DefaultMeetingSession
let audio: HTMLAudioElement

const say = (what: string) => told.push(what)

const observe = () => {
  session.audioVideo.addObserver({
    audioVideoDidStart: () => say('start'),
    audioVideoDidStop: (status) => say(`stop ${MeetingSessionStatusCode[status.statusCode()]}`),
    audioVideoDidStartConnecting: (reconnecting) => say(reconnecting ? 'reconnecting' : 'connecting'),
    videoSendDidBecomeUnavailable: () => say('view only'),
    videoAvailabilityDidChange: ({ canStartLocalVideo }) => say(`may send ${canStartLocalVideo}`),
    audioVideoWasDemotedFromPrimaryMeeting: (status) =>
      say(`demoted ${MeetingSessionStatusCode[status.statusCode()]}`),
    connectionDidBecomePoor: () => say('poor'),
    videoTileDidUpdate: (tile) => {
      if (tile.tileId === null) return
      tiles.set(tile.tileId, tile)
      show(tile)
    },
    videoTileWasRemoved: (tileId) => {
      tiles.delete(tileId)
      document.getElementById(`tile-${tileId}`)?.remove()
    },
  })
  session.audioVideo.addContentShareObserver({
    contentShareDidStart: () => say('share start'),
    contentShareDidStop: () => say('share stop'),
  })
}

const show = ({ tileId, boundAttendeeId }: VideoTileState) => {
  if (tileId === null) return
  const known = document.getElementById(`tile-${tileId}`)
  const video = known ?? document.createElement('video')
  video.dataset.of = boundAttendeeId ?? ''
  if (known || !(video instanceof HTMLVideoElement)) return
  video.id = `tile-${tileId}`
  video.muted = true
  document.body.append(video)
  session.audioVideo.bindVideoElement(tileId, video)
}

const listen = () => {
  session.audioVideo.realtimeSubscribeToAttendeeIdPresence((attendeeId, present, _user, dropped) => {
    const at = roster.indexOf(attendeeId)
    if (present && at < 0) {
      roster.push(attendeeId)
      session.audioVideo.realtimeSubscribeToVolumeIndicator(attendeeId, (id, volume, muted) => {
        const before = volumes.get(id)
        volumes.set(id, {
          volume: volume ?? before?.volume ?? null,
          muted: muted ?? before?.muted ?? null,
        })
      })
    }
    if (!present && at >= 0) roster.splice(at, 1)
    say(`${present ? 'here' : dropped ? 'dropped' : 'gone'} ${attendeeId}`)
  })
  session.audioVideo.realtimeSubscribeToReceiveDataMessage('test', (message) =>
    messages.push({
      topic: message.topic,
      text: message.text(),
      from: message.senderAttendeeId,
      throttled: message.throttled,
    }),
  )
}

const reports = async (): Promise<RTCStats[]> => [
  ...((await session.audioVideo.getRTCPeerConnectionStats())?.values() ?? []),
]

type Inbound = RTCStats & {
  kind: string
  framesDecoded?: number
  framesReceived?: number
  totalAudioEnergy?: number
  packetsReceived: number
  packetsLost: number
  nackCount?: number
  pliCount?: number
}
type Outbound = RTCStats & {
  kind: string
  framesEncoded?: number
  packetsSent: number
  retransmittedPacketsSent?: number
}

const inbound = async (kind: 'audio' | 'video') =>
  (await reports()).filter(
    (one): one is Inbound => one.type === 'inbound-rtp' && (one as Inbound).kind === kind,
  )

const outbound = async (kind: 'audio' | 'video') =>
  (await reports()).filter(
    (one): one is Outbound => one.type === 'outbound-rtp' && (one as Outbound).kind === kind,
  )

const acts = {
  told: () => [...told],
  roster: () => [...roster],
  messages: () => [...messages],
  volume: (attendeeId: string) => volumes.get(attendeeId) ?? { volume: null, muted: null },
  tiles: () =>
    [...tiles.values()].map(({ boundAttendeeId, paused, localTile }) => ({
      of: boundAttendeeId,
      paused,
      localTile,
    })),
  join: async (meeting: object, attendee: object, frequency = 440) => {
    const logger = new ConsoleLogger('chime', LogLevel.WARN)
    const configuration = new MeetingSessionConfiguration({ Meeting: meeting }, { Attendee: attendee })
    session = new DefaultMeetingSession(configuration, logger, new DefaultDeviceController(logger))
    audio = document.createElement('audio')
    document.body.append(audio)
    observe()
    listen()
    await session.audioVideo.startAudioInput(tone(frequency))
    await session.audioVideo.bindAudioElement(audio)
    session.audioVideo.start()
  },
  camera: async (color: string) => {
    await session.audioVideo.startVideoInput(picture(color))
    return session.audioVideo.startLocalVideoTile()
  },
  cameraOff: () => session.audioVideo.stopLocalVideoTile(),
  mute: () => session.audioVideo.realtimeMuteLocalAudio(),
  unmute: () => session.audioVideo.realtimeUnmuteLocalAudio(),
  leave: () => session.audioVideo.stop(),
  post: (text: string, lifetimeMs: number) =>
    session.audioVideo.realtimeSendDataMessage('test', text, lifetimeMs),
  share: async (color: string) => session.audioVideo.startContentShare(picture(color)),
  stopShare: () => session.audioVideo.stopContentShare(),
  pause: (attendeeId: string) => {
    for (const { tileId, boundAttendeeId } of tiles.values())
      if (tileId !== null && boundAttendeeId === attendeeId) session.audioVideo.pauseVideoTile(tileId)
  },
  unpause: (attendeeId: string) => {
    for (const { tileId, boundAttendeeId } of tiles.values())
      if (tileId !== null && boundAttendeeId === attendeeId) session.audioVideo.unpauseVideoTile(tileId)
  },
  promote: async (attendee: { AttendeeId: string; ExternalUserId: string; JoinToken: string }) => {
    const credentials = new MeetingSessionCredentials()
    credentials.attendeeId = attendee.AttendeeId
    credentials.externalUserId = attendee.ExternalUserId
    credentials.joinToken = attendee.JoinToken
    const status = await session.audioVideo.promoteToPrimaryMeeting(credentials)
    return MeetingSessionStatusCode[status.statusCode()]
  },
  demote: () => session.audioVideo.demoteFromPrimaryMeeting(),
  /** Decoded, of all pictures. */
  frames: async () => (await inbound('video')).reduce((sum, one) => sum + (one.framesDecoded ?? 0), 0),
  framesSent: async () => (await outbound('video')).reduce((sum, one) => sum + (one.framesEncoded ?? 0), 0),
  sound: async () => {
    const all = await inbound('audio')
    return {
      energy: all.reduce((sum, one) => sum + (one.totalAudioEnergy ?? 0), 0),
      packets: all.reduce((sum, one) => sum + one.packetsReceived, 0),
    }
  },
  video: async () => ({ in: await inbound('video'), out: await outbound('video') }),
  /** The colour a tile shows in a corner. */
  colorOf: (attendeeId: string) =>
    cornerOf(document.querySelector<HTMLVideoElement>(`video[data-of="${attendeeId}"]`)),
}

export type Acts = typeof acts
Object.assign(window, { acts })
