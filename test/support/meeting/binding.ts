// A STUN binding request as a browser sends it.
import { createHmac, randomBytes } from 'node:crypto'

const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** A request that nominates its own address, unless told otherwise. */
export const bindingRequest = (username: string, password: string, { nominates = true } = {}): Buffer => {
  const head = Buffer.concat([Buffer.from('000100002112a442', 'hex'), randomBytes(12)])
  const useCandidate = nominates ? [attribute(0x0025, Buffer.alloc(0))] : []
  const body = Buffer.concat([attribute(0x0006, Buffer.from(username)), ...useCandidate])
  const signed = Buffer.concat([head, body])
  signed.writeUInt16BE(body.length + 24, 2)
  const signature = createHmac('sha1', password).update(signed).digest()
  return Buffer.concat([signed, attribute(0x0008, signature)])
}
