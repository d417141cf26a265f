// SRTP with AEAD_AES_128_GCM (RFC 7714) over node:crypto: one key object a direction, nothing made anew but the cipher.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { extendSequence, rtpHeaderLength } from './rtp.ts'

export const masterKeyLength = 16
export const masterSaltLength = 12
const tagLength = 16
const algorithm = 'aes-128-gcm'

type Secret = { key: KeyObject; salt: Buffer }

/** RFC 3711 4.3: the label's place in the salt, counted as of 14 bytes. */
const derive = (masterKey: Buffer, masterSalt: Buffer, label: number, length: number): Buffer => {
  const block = Buffer.alloc(16)
  masterSalt.copy(block)
  block[7] = block.readUInt8(7) ^ label
  const cipher = createCipheriv('aes-128-ecb', masterKey, null).setAutoPadding(false)
  return cipher.update(block).subarray(0, length)
}

const secretOf = (masterKey: Buffer, masterSalt: Buffer, labels: [key: number, salt: number]): Secret => ({
  key: createSecretKey(derive(masterKey, masterSalt, labels[0], masterKeyLength)),
  salt: derive(masterKey, masterSalt, labels[1], masterSaltLength),
})

const scratch = Buffer.alloc(12)

/** @param index of the packet: 48 bits in media, 31 in control */
const ivOf = (salt: Buffer, ssrc: number, index: number): Buffer => {
  scratch.writeUInt16BE(0, 0)
  scratch.writeUInt32BE(ssrc, 2)
  scratch.writeUIntBE(index, 6, 6)
  for (let at = 0; at < 12; at++) scratch[at] = (scratch[at] ?? 0) ^ (salt[at] ?? 0)
  return scratch
}

const open = (secret: Secret, iv: Buffer, additional: Buffer, sealed: Buffer, tag: Buffer) => {
  const decipher = createDecipheriv(algorithm, secret.key, iv)
  decipher.setAAD(additional).setAuthTag(tag)
  const plain = decipher.update(sealed)
  try {
    decipher.final()
  } catch {
    return undefined
  }
  return plain
}

/** What leaves: media and control under one master key. */
export const sealWith = (masterKey: Buffer, masterSalt: Buffer) => {
  const media = secretOf(masterKey, masterSalt, [0, 2])
  const control = secretOf(masterKey, masterSalt, [3, 5])
  let controlIndex = 0
  return {
    /** @param index the sequence number that never begins anew. @returns the parts of one datagram */
    rtp(header: Buffer, payload: Buffer, index: number): Buffer[] {
      const cipher = createCipheriv(algorithm, media.key, ivOf(media.salt, header.readUInt32BE(8), index))
      cipher.setAAD(header)
      const sealed = cipher.update(payload)
      cipher.final()
      return [header, sealed, cipher.getAuthTag()]
    },

    rtcp(packet: Buffer): Buffer[] {
      controlIndex++
      const head = packet.subarray(0, 8)
      const trailer = Buffer.allocUnsafe(4)
      trailer.writeUInt32BE((controlIndex | 0x80000000) >>> 0)
      const iv = ivOf(control.salt, packet.readUInt32BE(4), controlIndex)
      const cipher = createCipheriv(algorithm, control.key, iv)
      cipher.setAAD(Buffer.concat([head, trailer]))
      const sealed = cipher.update(packet.subarray(8))
      cipher.final()
      return [head, sealed, cipher.getAuthTag(), trailer]
    },
  }
}

/** What comes. */
export const openWith = (masterKey: Buffer, masterSalt: Buffer) => {
  const media = secretOf(masterKey, masterSalt, [0, 2])
  const control = secretOf(masterKey, masterSalt, [3, 5])
  const highest = new Map<number, number>()
  return {
    /** @returns undefined for what is not of this peer */
    rtp(packet: Buffer): { header: Buffer; payload: Buffer } | undefined {
      const length = rtpHeaderLength(packet)
      if (length === undefined || packet.length < length + tagLength) return undefined
      const ssrc = packet.readUInt32BE(8)
      const before = highest.get(ssrc)
      const sequence = packet.readUInt16BE(2)
      const index = before === undefined ? sequence : Math.max(0, extendSequence(sequence, before))
      const header = packet.subarray(0, length)
      const end = packet.length - tagLength
      const iv = ivOf(media.salt, ssrc, index)
      const payload = open(media, iv, header, packet.subarray(length, end), packet.subarray(end))
      if (!payload) return undefined
      if (before === undefined || index > before) highest.set(ssrc, index)
      return { header, payload }
    },

    rtcp(packet: Buffer): Buffer | undefined {
      if (packet.length < 8 + tagLength + 4) return undefined
      const trailer = packet.subarray(packet.length - 4)
      const word = trailer.readUInt32BE(0)
      if (word < 0x80000000) return undefined
      const head = packet.subarray(0, 8)
      const end = packet.length - 4 - tagLength
      const iv = ivOf(control.salt, packet.readUInt32BE(4), word & 0x7fffffff)
      const additional = Buffer.concat([head, trailer])
      const body = open(
        control,
        iv,
        additional,
        packet.subarray(8, end),
        packet.subarray(end, end + tagLength),
      )
      return body && Buffer.concat([head, body])
    },
  }
}

export type Sealer = ReturnType<typeof sealWith>
export type Opener = ReturnType<typeof openWith>
