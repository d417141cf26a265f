// Media packets on the wire: read in place, written into what is sent.

export type RtpPacket = {
  payloadType: number
  marker: boolean
  sequence: number
  timestamp: number
  ssrc: number
  /** As they came, the fixed part and all that is not payload. */
  header: Buffer
  payload: Buffer
}

/** @returns the header's length; undefined where it is none or says more than is there */
export const rtpHeaderLength = (packet: Buffer): number | undefined => {
  if (packet.length < 12) return undefined
  const first = packet.readUInt8(0)
  if (first >> 6 !== 2) return undefined
  const fixed = 12 + (first & 0x0f) * 4
  if (!(first & 0x10)) return fixed <= packet.length ? fixed : undefined
  if (packet.length < fixed + 4) return undefined
  const whole = fixed + 4 + packet.readUInt16BE(fixed + 2) * 4
  return whole <= packet.length ? whole : undefined
}

const withoutPadding = (header: Buffer, payload: Buffer): Buffer => {
  if (!(header.readUInt8(0) & 0x20) || payload.length === 0) return payload
  const padding = payload.readUInt8(payload.length - 1)
  return payload.subarray(0, Math.max(0, payload.length - padding))
}

export const readRtp = (header: Buffer, payload: Buffer): RtpPacket => {
  const second = header.readUInt8(1)
  return {
    payloadType: second & 0x7f,
    marker: second > 0x7f,
    sequence: header.readUInt16BE(2),
    timestamp: header.readUInt32BE(4),
    ssrc: header.readUInt32BE(8),
    header,
    payload: withoutPadding(header, payload),
  }
}

/** A plain header of twelve bytes. */
export const writeHeader = (
  payloadType: number,
  marker: boolean,
  sequence: number,
  timestamp: number,
  ssrc: number,
): Buffer => {
  const header = Buffer.allocUnsafe(12)
  header[0] = 0x80
  header[1] = payloadType | (marker ? 0x80 : 0)
  header.writeUInt16BE(sequence, 2)
  header.writeUInt32BE(timestamp, 4)
  header.writeUInt32BE(ssrc, 8)
  return header
}

const oneByteProfile = 0xbede

/** @returns the first byte of a one-byte header extension, undefined where the packet has none of that id */
export const extensionByte = ({ header }: RtpPacket, id: number): number | undefined => {
  const first = header.readUInt8(0)
  const start = 12 + (first & 0x0f) * 4
  if (!(first & 0x10) || header.readUInt16BE(start) !== oneByteProfile) return undefined
  for (let at = start + 4; at + 1 < header.length; ) {
    const tag = header.readUInt8(at)
    if (tag >> 4 === id) return header.readUInt8(at + 1)
    at += tag === 0 ? 1 : 2 + (tag & 0x0f)
  }
  return undefined
}

/** How far `later` is after `earlier` among numbers that begin anew after `2 ** bits`; negative where it is before. */
export const ahead = (later: number, earlier: number, bits: 16 | 32): number =>
  bits === 16 ? ((later - earlier) << 16) >> 16 : (later - earlier) | 0

/** The number that goes on counting where a 16-bit sequence begins anew. */
export const extendSequence = (sequence: number, highest: number): number =>
  highest + ahead(sequence, highest & 0xffff, 16)
