// EBML, the binary form of WebM: elements written and read. Only what a recording needs.

/** Ids as written, their length marker included. */
export const id = {
  EBML: 0x1a45dfa3,
  EBMLVersion: 0x4286,
  EBMLReadVersion: 0x42f7,
  EBMLMaxIDLength: 0x42f2,
  EBMLMaxSizeLength: 0x42f3,
  DocType: 0x4282,
  DocTypeVersion: 0x4287,
  DocTypeReadVersion: 0x4285,
  Segment: 0x18538067,
  SeekHead: 0x114d9b74,
  Seek: 0x4dbb,
  SeekID: 0x53ab,
  SeekPosition: 0x53ac,
  Info: 0x1549a966,
  TimestampScale: 0x2ad7b1,
  Duration: 0x4489,
  MuxingApp: 0x4d80,
  WritingApp: 0x5741,
  Tracks: 0x1654ae6b,
  TrackEntry: 0xae,
  TrackNumber: 0xd7,
  TrackUID: 0x73c5,
  TrackType: 0x83,
  CodecID: 0x86,
  CodecPrivate: 0x63a2,
  CodecDelay: 0x56aa,
  SeekPreRoll: 0x56bb,
  Audio: 0xe1,
  SamplingFrequency: 0xb5,
  Channels: 0x9f,
  Video: 0xe0,
  PixelWidth: 0xb0,
  PixelHeight: 0xba,
  Cluster: 0x1f43b675,
  Timestamp: 0xe7,
  SimpleBlock: 0xa3,
  Cues: 0x1c53bb6b,
  CuePoint: 0xbb,
  CueTime: 0xb3,
  CueTrackPositions: 0xb7,
  CueTrack: 0xf7,
  CueClusterPosition: 0xf1,
} as const

const idBytes = (name: number): Buffer => {
  const hex = name.toString(16)
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
}

/** Always eight bytes: what stands before a place can be counted before it is written. */
const sizeBytes = (size: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(size) | (1n << 56n))
  return bytes
}

export const element = (name: number, ...content: Uint8Array[]): Buffer => {
  const size = content.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([idBytes(name), sizeBytes(size), ...content])
}

/** A whole number, in eight bytes. */
export const whole = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

export const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')

export type Element = {
  id: number
  /** Where the element begins, where its content does, and where it ends. */
  start: number
  from: number
  to: number
}

/** A number of one to eight bytes whose first byte tells its length. */
const varint = (bytes: Buffer, at: number, keepMarker: boolean): { value: number; length: number } => {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  let value = BigInt(keepMarker ? first : first & (0xff >> length))
  for (let place = 1; place < length; place++) value = (value << 8n) | BigInt(bytes[at + place] ?? 0)
  return { value: Number(value), length }
}

/** The elements one after another from `from` to `to`; what is cut short at the end is left out. */
export const elementsOf = (bytes: Buffer, from = 0, to = bytes.length): Element[] => {
  const found: Element[] = []
  for (let at = from; at + 2 <= to; ) {
    const name = varint(bytes, at, true)
    const size = varint(bytes, at + name.length, false)
    const content = at + name.length + size.length
    if (content + size.value > to) break
    found.push({ id: name.value, start: at, from: content, to: content + size.value })
    at = content + size.value
  }
  return found
}

export const wholeAt = (bytes: Buffer, { from, to }: Element): number =>
  Number(BigInt(`0x${bytes.subarray(from, to).toString('hex') || '0'}`))
