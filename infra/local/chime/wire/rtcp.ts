// Control packets: the few the media plane writes, and what it understands of those it hears.

export type Feedback =
  | { what: 'sender-report'; ssrc: number; ntpMiddle: number }
  | { what: 'nack'; ssrc: number; sequences: number[] }
  | { what: 'keyframe'; ssrc: number }

const packetOf = (count: number, type: number, words: number): Buffer => {
  const packet = Buffer.alloc(4 + words * 4)
  packet[0] = 0x80 | count
  packet[1] = type
  packet.writeUInt16BE(words, 2)
  return packet
}

const [senderReport, receiverReport, transportFeedback, payloadFeedback] = [200, 201, 205, 206]

const lostOf = (packet: Buffer, from: number, to: number): number[] => {
  const sequences: number[] = []
  for (let at = from; at + 4 <= to; at += 4) {
    const first = packet.readUInt16BE(at)
    const mask = packet.readUInt16BE(at + 2)
    sequences.push(first)
    for (let bit = 0; bit < 16; bit++) if (mask & (1 << bit)) sequences.push((first + bit + 1) & 0xffff)
  }
  return sequences
}

const readOne = (packet: Buffer, at: number, end: number): Feedback | undefined => {
  const format = packet.readUInt8(at) & 0x1f
  const type = packet.readUInt8(at + 1)
  if (type === senderReport && end - at >= 28)
    return {
      what: 'sender-report',
      ssrc: packet.readUInt32BE(at + 4),
      ntpMiddle: packet.readUInt32BE(at + 10),
    }
  if (end - at < 12) return undefined
  const ssrc = packet.readUInt32BE(at + 8)
  if (type === transportFeedback && format === 1)
    return { what: 'nack', ssrc, sequences: lostOf(packet, at + 12, end) }
  if (type === payloadFeedback && format === 1) return { what: 'keyframe', ssrc }
  // A full intra request names its stream in the body.
  if (type === payloadFeedback && format === 4 && end - at >= 20)
    return { what: 'keyframe', ssrc: packet.readUInt32BE(at + 12) }
  return undefined
}

/** What a compound packet says, as far as it matters here. */
export const readRtcp = (packet: Buffer): Feedback[] => {
  const heard: Feedback[] = []
  for (let at = 0; at + 8 <= packet.length; ) {
    const end = at + 4 + packet.readUInt16BE(at + 2) * 4
    if (end > packet.length) break
    const one = readOne(packet, at, end)
    if (one) heard.push(one)
    at = end
  }
  return heard
}

export type ReportBlock = {
  ssrc: number
  /** Of 256, since the last report. */
  fractionLost: number
  lost: number
  highest: number
  jitter: number
  lastReport: number
  /** In units of 1/65536 s. */
  delay: number
}

export const writeReceiverReport = (own: number, blocks: ReportBlock[]): Buffer => {
  const packet = packetOf(blocks.length, receiverReport, 1 + blocks.length * 6)
  packet.writeUInt32BE(own, 4)
  for (const [nth, block] of blocks.entries()) {
    const at = 8 + nth * 24
    packet.writeUInt32BE(block.ssrc, at)
    packet.writeUInt8(block.fractionLost, at + 4)
    packet.writeIntBE(Math.max(-0x800000, Math.min(block.lost, 0x7fffff)), at + 5, 3)
    packet.writeUInt32BE(block.highest >>> 0, at + 8)
    packet.writeUInt32BE(block.jitter >>> 0, at + 12)
    packet.writeUInt32BE(block.lastReport, at + 16)
    packet.writeUInt32BE(block.delay >>> 0, at + 20)
  }
  return packet
}

const secondsTo1970 = 2_208_988_800

/** @param at epoch milliseconds of `timestamp` */
export const writeSenderReport = (
  ssrc: number,
  at: number,
  timestamp: number,
  sent: { packets: number; bytes: number },
): Buffer => {
  const packet = packetOf(0, senderReport, 6)
  packet.writeUInt32BE(ssrc, 4)
  // Its first era ends in 2036.
  packet.writeUInt32BE((Math.floor(at / 1000) + secondsTo1970) % 2 ** 32, 8)
  packet.writeUInt32BE(Math.floor(((at % 1000) / 1000) * 2 ** 32), 12)
  packet.writeUInt32BE(timestamp >>> 0, 16)
  packet.writeUInt32BE(sent.packets >>> 0, 20)
  packet.writeUInt32BE(sent.bytes >>> 0, 24)
  return packet
}

const pairsOf = (sequences: number[]): [number, number][] => {
  const pairs: [number, number][] = []
  for (const sequence of sequences) {
    const last = pairs.at(-1)
    const after = last ? (sequence - last[0]) & 0xffff : 0
    if (last && after >= 1 && after <= 16) last[1] |= 1 << (after - 1)
    else pairs.push([sequence, 0])
  }
  return pairs
}

/** Asks for packets again. @param sequences in order */
export const writeNack = (own: number, ssrc: number, sequences: number[]): Buffer => {
  const pairs = pairsOf(sequences)
  const packet = packetOf(1, transportFeedback, 2 + pairs.length)
  packet.writeUInt32BE(own, 4)
  packet.writeUInt32BE(ssrc, 8)
  for (const [nth, [first, mask]] of pairs.entries()) {
    packet.writeUInt16BE(first, 12 + nth * 4)
    packet.writeUInt16BE(mask, 14 + nth * 4)
  }
  return packet
}

/** Asks for a key frame. */
export const writePli = (own: number, ssrc: number): Buffer => {
  const packet = packetOf(1, payloadFeedback, 2)
  packet.writeUInt32BE(own, 4)
  packet.writeUInt32BE(ssrc, 8)
  return packet
}

/** How much may be sent at most, in bits a second. */
export const writeRemb = (own: number, ssrc: number, bitrate: number): Buffer => {
  const packet = packetOf(15, payloadFeedback, 5)
  packet.writeUInt32BE(own, 4)
  packet.write('REMB', 12, 'latin1')
  const exponent = Math.max(0, Math.ceil(Math.log2((bitrate + 1) / 2 ** 18)))
  packet.writeUInt32BE(((1 << 24) | (exponent << 18) | (bitrate >> exponent)) >>> 0, 16)
  packet.writeUInt32BE(ssrc, 20)
  return packet
}
