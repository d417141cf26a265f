// Records a room: what is heard and seen, in pieces of five seconds as Chime's capture writes them, each whole by itself.
import type { Tap } from './model.ts'
import { type Frame, openPictures } from './pictures.ts'
import { type Block, type Picture, pictureTrack, pieceOf, soundTrack } from './webm.ts'

/** Chime puts a piece so often: what falls with the process is less than two of them. */
export const pieceMs = 5_000

/** What is late may still come so much after its neighbours: it waits until its place in the order is sure. */
const settleMs = 700

/** A sender's clock that is so far from ours was set anew: the time of arrival counts again. */
const driftMs = 400

/**
 * Milliseconds since the beginning by the sender's clock, which knows no jitter; each later than the one before.
 * @param rate of that clock, in a second
 */
const timeline = (rate: number, began: number) => {
  let anchor = { timestamp: 0, time: Number.NEGATIVE_INFINITY }
  let last = -1
  const told = (timestamp: number) => anchor.time + ((timestamp - anchor.timestamp) * 1000) / rate
  return (timestamp: number, at: number): number => {
    const arrived = Math.max(0, at - began)
    if (Math.abs(told(timestamp) - arrived) > driftMs) anchor = { timestamp, time: arrived }
    last = Math.max(last + 1, Math.round(told(timestamp)))
    return last
  }
}

export type RecorderOptions = {
  /** The moment the recording counts from, on the clock of `at`. */
  began: number
  /** Takes a piece; pieces come one after another. @param from milliseconds from the beginning */
  put: (piece: Buffer, from: number) => Promise<void>
  /** A picture in another code than the recording's began: it cannot stand in the same track. */
  onForeign?: (codec: string) => void
}

export type Recorder = {
  tap: Tap
  /** Resolves when the last piece is put. @throws whatever `put` threw */
  stop(): Promise<void>
}

export const openRecorder = ({ began, put, onForeign }: RecorderOptions): Recorder => {
  const [heardAt, seenAt] = [timeline(48_000, began), timeline(90_000, began)]
  let blocks: Block[] = []
  let shown: Picture | undefined
  let pieceFrom = 0
  let putting: Promise<void> = Promise.resolve()

  const cut = (until: number) => {
    const ready = blocks.filter(({ time }) => time < until).sort((a, b) => a.time - b.time)
    blocks = blocks.filter(({ time }) => time >= until)
    if (ready.length === 0) return
    const piece = pieceOf(ready, shown)
    const from = ready[0]?.time ?? 0
    putting = putting.then(() => put(piece, from))
    // Told to whoever stops: nothing else waits for it.
    putting.catch(() => {})
  }
  const add = (block: Block) => {
    blocks.push(block)
    if (block.time - pieceFrom < pieceMs + settleMs) return
    pieceFrom = block.time - settleMs
    cut(pieceFrom)
  }
  const show = ({ codec, key, size, data, timestamp, at }: Frame) => {
    if (size) shown ??= { codec, ...size }
    if (codec !== shown?.codec) return onForeign?.(codec)
    add({ track: pictureTrack, time: seenAt(timestamp, at), key, data })
  }
  const pictures = openPictures(show)
  return {
    tap: {
      audio: ({ payload, timestamp, at }) =>
        add({ track: soundTrack, time: heardAt(timestamp, at), key: true, data: Buffer.from(payload) }),
      video: (packet) => pictures({ ...packet, payload: Buffer.from(packet.payload) }),
    },
    stop: () => {
      cut(Number.POSITIVE_INFINITY)
      return putting
    },
  }
}
