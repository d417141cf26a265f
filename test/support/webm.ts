// Reads WebM back with a reader that is not ours: the one werift brings.
import { createRequire } from 'node:module'

type Packet = { type: 'key' | 'delta'; timestamp: number; byteLength: number }
type Track = { codec: string; computePacketStats(): Promise<{ packetCount: number }> }
type VideoTrack = Track & { codedWidth: number; codedHeight: number; displayWidth: number }
type Sink = {
  packets(): AsyncIterable<Packet>
  getKeyPacket(second: number, options?: { verifyKeyPackets?: boolean }): Promise<Packet | null>
}
type Reader = {
  Input: new (options: {
    source: unknown
    formats: unknown
  }) => {
    computeDuration(): Promise<number>
    getPrimaryVideoTrack(): Promise<VideoTrack | null>
    getPrimaryAudioTrack(): Promise<Track | null>
  }
  BufferSource: new (bytes: Uint8Array) => unknown
  EncodedPacketSink: new (track: Track) => Sink
  ALL_FORMATS: unknown
}

const here = createRequire(import.meta.url)
const reader = createRequire(here.resolve('werift'))('mediabunny') as Reader

const packetsOf = async (track: Track | null): Promise<Packet[]> => {
  const found: Packet[] = []
  if (track) for await (const packet of new reader.EncodedPacketSink(track).packets()) found.push(packet)
  return found
}

/** What a file says of itself: its length in seconds, its tracks' packets, and where a player that seeks begins. */
export const readWebm = async (bytes: Uint8Array) => {
  const input = new reader.Input({ source: new reader.BufferSource(bytes), formats: reader.ALL_FORMATS })
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
  return {
    seconds: await input.computeDuration(),
    codecs: [video?.codec, audio?.codec],
    pictures: await packetsOf(video),
    sounds: await packetsOf(audio),
    /** The second at which the picture shown at a second begins to be decoded. */
    seek: async (second: number) =>
      video ? (await new reader.EncodedPacketSink(video).getKeyPacket(second))?.timestamp : undefined,
  }
}
