// STUN for ICE-lite: whose binding request it is, whether it is truly theirs, and the answer.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

const cookie = 0x2112a442
const [bindingRequest, bindingAnswer] = [0x0001, 0x0101]
const [username, messageIntegrity, xorMappedAddress, useCandidate, fingerprint] = [
  0x0006, 0x0008, 0x0020, 0x0025, 0x8028,
]

const signatureLength = 20

export type BindingRequest = {
  /** The local half of USERNAME. */
  ufrag: string
  transaction: Buffer
  nominates: boolean
  /** Where MESSAGE-INTEGRITY begins. */
  signedTo: number
  packet: Buffer
}

type Found = { ufrag?: string; nominates: boolean; signedTo?: number }

const attributesOf = (packet: Buffer): Found => {
  const found: Found = { nominates: false }
  for (let at = 20; at + 4 <= packet.length; ) {
    const type = packet.readUInt16BE(at)
    const length = packet.readUInt16BE(at + 2)
    if (type === username)
      found.ufrag = packet.toString('latin1', at + 4, at + 4 + length).split(':')[0] ?? ''
    if (type === useCandidate) found.nominates = true
    // What follows is nobody's word.
    if (type === messageIntegrity) return length === signatureLength ? { ...found, signedTo: at } : found
    at += 4 + length + ((4 - (length % 4)) % 4)
  }
  return found
}

/** @returns undefined for what is no binding request */
export const readBindingRequest = (packet: Buffer): BindingRequest | undefined => {
  if (packet.length < 20 || packet.readUInt16BE(0) !== bindingRequest) return undefined
  if (packet.readUInt32BE(4) !== cookie) return undefined
  const { ufrag, nominates, signedTo } = attributesOf(packet)
  if (ufrag === undefined || signedTo === undefined || signedTo + 24 > packet.length) return undefined
  return { ufrag, nominates, signedTo, transaction: packet.subarray(8, 20), packet }
}

const signatureOf = (head: Buffer, password: string): Buffer =>
  createHmac('sha1', password).update(head).digest()

/** @param password ours, as the answer gave it */
export const isSigned = ({ packet, signedTo }: BindingRequest, password: string): boolean => {
  const head = Buffer.from(packet.subarray(0, signedTo))
  head.writeUInt16BE(signedTo + 24 - 20, 2)
  return timingSafeEqual(signatureOf(head, password), packet.subarray(signedTo + 4, signedTo + 24))
}

const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.allocUnsafe(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

const addressValue = (address: string, port: number): Buffer => {
  const value = Buffer.alloc(8)
  value[1] = 1
  value.writeUInt16BE(port ^ (cookie >>> 16), 2)
  const octets = Buffer.from(address.split('.').map(Number)).readUInt32BE(0)
  value.writeUInt32BE((octets ^ cookie) >>> 0, 4)
  return value
}

export const writeBindingAnswer = (
  request: BindingRequest,
  password: string,
  from: { address: string; port: number },
): Buffer => {
  const head = Buffer.allocUnsafe(20)
  head.writeUInt16BE(bindingAnswer, 0)
  head.writeUInt32BE(cookie, 4)
  request.transaction.copy(head, 8)
  const mapped = attribute(xorMappedAddress, addressValue(from.address, from.port))
  head.writeUInt16BE(mapped.length + 24, 2)
  const signed = Buffer.concat([head, mapped])
  const whole = Buffer.concat([signed, attribute(messageIntegrity, signatureOf(signed, password))])
  whole.writeUInt16BE(whole.length - 20 + 8, 2)
  const check = Buffer.allocUnsafe(4)
  check.writeUInt32BE((crc32(whole) ^ 0x5354554e) >>> 0)
  return Buffer.concat([whole, attribute(fingerprint, check)])
}
