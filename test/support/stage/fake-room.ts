// A room of many for looking at its stage: what the media service would tell is told by whoever looks, and pictures are
// drawn. More real cameras than a machine of tests can bear.
import type { Room } from '#web/meeting/room-context.ts'
import type { Wanted } from '#web/meeting/stage/pictures.rules.ts'

export type FakeSeat = { seat: string; picture: boolean; muted?: boolean; signal?: number; volume?: number }

type Observer = Record<string, ((...told: unknown[]) => void) | undefined>
type Presence = (id: string, present: boolean, seat: string) => void
type Volume = (id: string, volume: number | null, muted: boolean | null, signal: number | null) => void

const idOf = (seat: string) => `att_${seat}`

/** A hall at some distance: a wall, a table, a few heads; each seat its own. */
const draw = (seat: string): HTMLCanvasElement => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 })
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  const hue = [...seat].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360
  pen.fillStyle = `hsl(${hue} 22% 62%)`
  pen.fillRect(0, 0, 640, 360)
  pen.fillStyle = `hsl(${hue} 30% 30%)`
  pen.fillRect(0, 270, 640, 90)
  for (let at = 0; at < 5; at += 1) {
    pen.fillStyle = `hsl(${(hue + 40) % 360} 18% ${28 + at * 4}%)`
    pen.beginPath()
    pen.arc(100 + at * 110, 180, 34, 0, 7)
    pen.fill()
    pen.fillRect(60 + at * 110, 214, 80, 70)
  }
  return canvas
}

/** @param seats others in the room @param own our seat */
export const fakeRoom = (own: string, seats: FakeSeat[], content?: string) => {
  const observers = new Set<Observer>()
  const volumes = new Map<string, Set<Volume>>()
  const presences = new Set<Presence>()
  const streams = new Map<string, MediaStream>()
  let wanted: string[] = []
  let muted = true
  const muteListeners = new Set<(muted: boolean) => void>()
  const sources = [
    ...seats
      .filter(({ picture }) => picture)
      .map(({ seat }) => ({ attendeeId: idOf(seat), externalUserId: seat })),
    ...(content ? [{ attendeeId: `${idOf(content)}#content`, externalUserId: content }] : []),
  ]
  const streamOf = (id: string) => {
    const stream = streams.get(id) ?? draw(id).captureStream(1)
    streams.set(id, stream)
    return stream
  }
  const tiles = () =>
    [idOf(own), ...wanted].map((boundAttendeeId, at) => ({
      id: () => at,
      state: () => ({
        tileId: [idOf(own), ...sources.map(({ attendeeId }) => attendeeId)].indexOf(boundAttendeeId),
        boundAttendeeId,
        localTile: boundAttendeeId === idOf(own),
        paused: false,
      }),
    }))
  const tell = () => {
    for (const observer of observers) observer.videoTileDidUpdate?.()
  }
  const audioVideo = {
    addObserver: (observer: Observer) => observers.add(observer),
    removeObserver: (observer: Observer) => observers.delete(observer),
    getAllVideoTiles: tiles,
    getRemoteVideoSources: () => sources.map((attendee) => ({ attendee })),
    bindVideoElement: (tileId: number, element: HTMLVideoElement) => {
      const id = [idOf(own), ...sources.map(({ attendeeId }) => attendeeId)][tileId] ?? ''
      element.srcObject = streamOf(id)
      void element.play().catch(() => undefined)
    },
    unbindVideoElement: () => undefined,
    bindAudioElement: async () => undefined,
    unbindAudioElement: () => undefined,
    realtimeSubscribeToAttendeeIdPresence: (presence: Presence) => presences.add(presence),
    realtimeSubscribeToVolumeIndicator: (id: string, listener: Volume) =>
      volumes.set(id, (volumes.get(id) ?? new Set()).add(listener)),
    realtimeUnsubscribeFromVolumeIndicator: (id: string, listener: Volume) =>
      volumes.get(id)?.delete(listener),
    realtimeIsLocalAudioMuted: () => muted,
    realtimeMuteLocalAudio: () => {
      muted = true
      for (const listener of muteListeners) listener(muted)
    },
    realtimeUnmuteLocalAudio: () => {
      muted = false
      for (const listener of muteListeners) listener(muted)
      return true
    },
    realtimeSetCanUnmuteLocalAudio: () => undefined,
    realtimeSubscribeToMuteAndUnmuteLocalAudio: (listener: (muted: boolean) => void) =>
      muteListeners.add(listener),
    realtimeUnsubscribeToMuteAndUnmuteLocalAudio: (listener: (muted: boolean) => void) =>
      muteListeners.delete(listener),
    realtimeSubscribeToLocalSignalStrengthChange: () => undefined,
    realtimeUnsubscribeToLocalSignalStrengthChange: () => undefined,
    addContentShareObserver: () => undefined,
    removeContentShareObserver: () => undefined,
    stopContentShare: () => undefined,
  }
  const policy = {
    chooseRemoteVideoSources: (preferences: Iterable<Pick<Wanted, 'attendeeId'>>) => {
      wanted = [...preferences].map(({ attendeeId }) => attendeeId)
      tell()
    },
  }
  /** Once somebody listens. */
  const begin = () => {
    for (const { seat, muted: isMuted = true, signal = 1, volume = 0 } of [
      { seat: own, picture: true },
      ...seats,
    ] as FakeSeat[]) {
      for (const presence of presences) presence(idOf(seat), true, seat)
      for (const listener of volumes.get(idOf(seat)) ?? []) listener(idOf(seat), volume, isMuted, signal)
    }
  }
  const room: Omit<
    Room,
    'conferenceId' | 'maySpeak' | 'viewOnly' | 'mayShow' | 'lowBandwidth' | 'setLowBandwidth'
  > = {
    seat: own,
    audioVideo: audioVideo as unknown as Room['audioVideo'],
    policy: policy as unknown as Room['policy'],
    attendeeId: idOf(own),
    showPicture: async (shown) => shown,
    leave: async () => undefined,
  }
  return { room, begin, wanted: () => wanted }
}
