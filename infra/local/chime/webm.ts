// WebM of one sound and one picture: pieces that play by themselves, and the one file they are joined to.
import { ascii, type Element, element, elementsOf, float, id, whole, wholeAt } from './ebml.ts'

export const soundTrack = 1
export const pictureTrack = 2

export type Picture = { codec: 'VP8' | 'VP9'; width: number; height: number }

export type Block = {
  track: typeof soundTrack | typeof pictureTrack
  /** Milliseconds from the recording's beginning. */
  time: number
  /** Decoded without any other: every sound is. */
  key: boolean
  data: Uint8Array
}

const header = () =>
  element(
    id.EBML,
    element(id.EBMLVersion, whole(1)),
    element(id.EBMLReadVersion, whole(1)),
    element(id.EBMLMaxIDLength, whole(4)),
    element(id.EBMLMaxSizeLength, whole(8)),
    element(id.DocType, ascii('webm')),
    element(id.DocTypeVersion, whole(4)),
    element(id.DocTypeReadVersion, whole(2)),
  )

/** Times below are in milliseconds. */
const info = (duration: number) =>
  element(
    id.Info,
    element(id.TimestampScale, whole(1_000_000)),
    element(id.Duration, float(duration)),
    element(id.MuxingApp, ascii('diemcau')),
    element(id.WritingApp, ascii('diemcau')),
  )

/** RFC 7845: version, two channels, no skip, 48,000 Hz, no gain, mapping 0. */
const opusHead = () =>
  Buffer.concat([ascii('OpusHead'), Buffer.from([1, 2, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])])

const numbered = (track: number, type: number, codec: string, ...more: Uint8Array[]) =>
  element(
    id.TrackEntry,
    element(id.TrackNumber, whole(track)),
    element(id.TrackUID, whole(track)),
    element(id.TrackType, whole(type)),
    element(id.CodecID, ascii(codec)),
    ...more,
  )

const sound = () =>
  numbered(
    soundTrack,
    2,
    'A_OPUS',
    element(id.CodecPrivate, opusHead()),
    element(id.SeekPreRoll, whole(80_000_000)),
    element(id.Audio, element(id.SamplingFrequency, float(48_000)), element(id.Channels, whole(2))),
  )

const picture = ({ codec, width, height }: Picture) =>
  numbered(
    pictureTrack,
    1,
    `V_${codec}`,
    element(id.Video, element(id.PixelWidth, whole(width)), element(id.PixelHeight, whole(height))),
  )

const simpleBlock = ({ track, time, key, data }: Block, from: number) => {
  const head = Buffer.alloc(4)
  head[0] = 0x80 | track
  head.writeInt16BE(time - from, 1)
  head[3] = key ? 0x80 : 0
  return element(id.SimpleBlock, head, data)
}

/** A block tells its time in 16 bits from its cluster's. */
const clusterMs = 30_000

const cluster = (blocks: readonly Block[]) => {
  const from = blocks[0]?.time ?? 0
  return element(
    id.Cluster,
    element(id.Timestamp, whole(from)),
    ...blocks.map((block) => simpleBlock(block, from)),
  )
}

/** A cluster begins at every picture that stands by itself: there a player may begin. */
const clustersOf = (blocks: readonly Block[]): Block[][] => {
  const clusters: Block[][] = []
  for (const block of blocks) {
    const current = clusters.at(-1)
    const opens = block.track === pictureTrack && block.key
    if (current && !opens && block.time - (current[0]?.time ?? 0) < clusterMs) current.push(block)
    else clusters.push([block])
  }
  return clusters
}

const endOf = (blocks: readonly Block[]) => (blocks.at(-1)?.time ?? 0) + 20

/** A piece that plays by itself. @param blocks in the order of time @param shown what the picture is, once there was one */
export const pieceOf = (blocks: readonly Block[], shown: Picture | undefined): Buffer => {
  const tracks = element(id.Tracks, sound(), ...(shown ? [picture(shown)] : []))
  return Buffer.concat([
    header(),
    element(id.Segment, info(endOf(blocks)), tracks, ...clustersOf(blocks).map(cluster)),
  ])
}

type Read = { tracks: Buffer[]; clusters: { time: number; end: number; opens: boolean; bytes: Buffer }[] }

const blocksOf = (bytes: Buffer, parts: readonly Element[]) =>
  parts
    .filter((part) => part.id === id.SimpleBlock)
    .map(({ from }) => ({
      track: (bytes[from] ?? 0) & 0x7f,
      after: bytes.readInt16BE(from + 1),
      key: ((bytes[from + 3] ?? 0) & 0x80) !== 0,
    }))

const clusterAt = (bytes: Buffer, { start, from, to }: Element) => {
  const parts = elementsOf(bytes, from, to)
  const stamp = parts.find((part) => part.id === id.Timestamp)
  const time = stamp ? wholeAt(bytes, stamp) : 0
  const blocks = blocksOf(bytes, parts)
  const [first] = blocks
  return {
    time,
    end: time + Math.max(0, ...blocks.map(({ after }) => after)) + 20,
    opens: first?.track === pictureTrack && first.key,
    bytes: bytes.subarray(start, to),
  }
}

/** What a piece holds; of one that was cut short, what is whole. */
const read = (piece: Buffer): Read => {
  const segment = elementsOf(piece).find((part) => part.id === id.Segment)
  const parts = segment ? elementsOf(piece, segment.from, segment.to) : []
  const tracks = parts
    .filter((part) => part.id === id.Tracks)
    .flatMap(({ from, to }) => elementsOf(piece, from, to).map((part) => piece.subarray(part.start, part.to)))
  const clusters = parts.filter((part) => part.id === id.Cluster).map((part) => clusterAt(piece, part))
  return { tracks, clusters }
}

const cuesOf = (clusters: Read['clusters'], first: number) => {
  let at = first
  const points: Buffer[] = []
  for (const { time, opens, bytes } of clusters) {
    const place = [element(id.CueTrack, whole(pictureTrack)), element(id.CueClusterPosition, whole(at))]
    if (opens)
      points.push(
        element(id.CuePoint, element(id.CueTime, whole(time)), element(id.CueTrackPositions, ...place)),
      )
    at += bytes.length
  }
  return points.length > 0 ? element(id.Cues, ...points) : Buffer.alloc(0)
}

/** One file of pieces in the order of their making, with its length and an index before all, so that a player finds any second. */
export const joined = (pieces: readonly Buffer[]): { file: Buffer; seconds: number } => {
  const parts = pieces.map(read)
  const clusters = parts.flatMap((part) => part.clusters)
  const most = parts.toSorted((a, b) => b.tracks.length - a.tracks.length)[0]
  const duration = Math.max(0, ...clusters.map(({ end }) => end))
  const head = [info(duration), element(id.Tracks, ...(most?.tracks ?? []))]
  const headLength = head.reduce((sum, { length }) => sum + length, 0)
  // Every number has eight bytes, so the index is as long as it will be.
  const cues = cuesOf(clusters, headLength + cuesOf(clusters, 0).length)
  const segment = element(id.Segment, ...head, cues, ...clusters.map(({ bytes }) => bytes))
  return { file: Buffer.concat([header(), segment]), seconds: duration / 1000 }
}
