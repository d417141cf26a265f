// What recurs in every room: silence where nothing is heard, who is heard, lost packets asked for, volumes, reports, rates.
import { FrameType } from '../wire/frames.ts'
import type { Room } from './room.ts'
import type { Clock } from './signaling.ts'

const beatMs = 20
const goodSignal = 2

const hearing = (room: Room, now: number, at: number): void => {
  for (const member of room.members) {
    if (!member.present) continue
    member.audioOut?.choose(room.voicesFor(member, now), now)
    member.audioOut?.fill(at)
    member.videoIn?.askAgain(now)
  }
  for (const tapped of room.taps) {
    tapped.look(now)
    tapped.fill(at)
  }
}

const waiting = (room: Room, now: number): void => {
  for (const { videoIn } of room.publishers) videoIn.askForWaiting(now)
}

const volumes = (room: Room, now: number): void => {
  const attendeeStates = room.visible
    .filter(({ audioIn }) => audioIn !== undefined)
    .map((member) => ({
      audioStreamId: member.audioStreamId,
      volume: member.audible ? (member.audioIn?.volumeAt(now) ?? 127) : 127,
      signalStrength: goodSignal,
    }))
  const told = JSON.stringify(attendeeStates)
  if (told === room.volumes) return
  room.volumes = told
  room.broadcast({ type: FrameType.AUDIO_METADATA, audioMetadata: { attendeeStates } })
}

const reports = (room: Room, elapsedMs: number, at: number): void => {
  for (const member of room.members) {
    member.audioIn?.report(at)
    member.videoIn?.report(elapsedMs, at)
    for (const out of member.videoOuts.values()) out.report(at)
  }
  const bitrates = room.publishers.map(({ videoIn }) => ({
    sourceStreamId: videoIn.streamId,
    avgBitrateBps: videoIn.bitrate,
  }))
  if (bitrates.length > 0) room.broadcast({ type: FrameType.BITRATES, bitrates: { bitrates } })
}

/** @returns what ends it */
export const startRounds = (rooms: () => Iterable<Room>, clock: Clock): (() => void) => {
  const last = { waiting: 0, volumes: 0, reports: 0 }
  const due = (what: keyof typeof last, everyMs: number, now: number): number => {
    const elapsed = now - last[what]
    if (elapsed < everyMs) return 0
    last[what] = now
    return elapsed
  }
  const beat = setInterval(() => {
    const [now, at] = [clock.now(), clock.at()]
    const [waits, loud, reported] = [
      due('waiting', 500, now),
      due('volumes', 200, now),
      due('reports', 1000, now),
    ]
    for (const room of rooms()) {
      hearing(room, now, at)
      if (waits) waiting(room, now)
      if (loud) volumes(room, now)
      if (reported) reports(room, reported, at)
    }
  }, beatMs)
  beat.unref()
  return () => clearInterval(beat)
}
