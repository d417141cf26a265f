// Does a frame that needs no other begin in this packet? Read from the payload descriptors of VP8 (RFC 7741) and VP9 (RFC 9628).

export type VideoCodec = 'VP8' | 'VP9'

const vp8DescriptorLength = (payload: Buffer): number => {
  if (!((payload[0] ?? 0) & 0x80)) return 1
  const extensions = payload[1] ?? 0
  let length = 2
  if (extensions & 0x80) length += (payload[length] ?? 0) & 0x80 ? 2 : 1
  if (extensions & 0x40) length += 1
  if (extensions & 0x30) length += 1
  return length
}

const vp8Begins = (payload: Buffer): boolean => {
  const first = payload[0] ?? 0
  // Start of the first partition.
  if ((first & 0x17) !== 0x10) return false
  const frame = payload[vp8DescriptorLength(payload)]
  return frame !== undefined && (frame & 1) === 0
}

const vp9Begins = (payload: Buffer): boolean => {
  const first = payload[0] ?? 0
  const [predicted, beginning] = [first & 0x40, first & 0x08]
  if (predicted || !beginning) return false
  if (!(first & 0x20)) return true
  const layersAt = first & 0x80 ? ((payload[1] ?? 0) & 0x80 ? 3 : 2) : 1
  const spatial = ((payload[layersAt] ?? 0) >> 1) & 7
  return spatial === 0
}

export const beginsKeyFrame = (codec: VideoCodec, payload: Buffer): boolean =>
  payload.length > 1 && (codec === 'VP8' ? vp8Begins(payload) : vp9Begins(payload))
