// A media plane of a test's own: whoever taps a room is given what the test plays there.

import type { Tap } from '#infra/local/chime/model.ts'
import { openQuietMedia } from '#infra/local/chime/quiet-media.ts'
import { camera, microphone } from './rtp-packets.ts'

export const tappedMedia = () => {
  const taps = new Map<string, Set<Tap>>()
  const run = camera()
  return {
    open: async () => ({
      ...(await openQuietMedia()),
      tap: (meetingId: string, tap: Tap) => {
        const here = taps.get(meetingId) ?? new Set()
        taps.set(meetingId, here.add(tap))
        return () => void here.delete(tap)
      },
    }),
    listeners: (meetingId: string) => taps.get(meetingId)?.size ?? 0,
    /** Plays a camera and a microphone, a quarter of an hour in a moment. */
    play: (meetingId: string, fromMs: number, toMs: number) => {
      const picture = { codec: 'VP8', width: 640, height: 360, keyEvery: 100 } as const
      const all = [
        ...run(picture, fromMs, toMs).map((packet) => ({
          at: packet.at,
          give: (tap: Tap) => tap.video(packet),
        })),
        ...microphone(fromMs, toMs).map((packet) => ({
          at: packet.at,
          give: (tap: Tap) => tap.audio(packet),
        })),
      ].toSorted((a, b) => a.at - b.at)
      for (const tap of taps.get(meetingId) ?? []) for (const { give } of all) give(tap)
    },
  }
}
