// Who a binding request is of, whether it is truly theirs, and what it is answered.
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned, readBindingRequest, writeBindingAnswer } from '#infra/local/chime/wire/stun.ts'
import { bindingRequest } from '#test/support/meeting/binding.ts'

const from = { address: '127.0.0.1', port: 50_001 }

const read = (packet: Buffer) => {
  const request = readBindingRequest(packet)
  if (!request) throw new Error('no request')
  return request
}

describe('a binding request', () => {
  it('is of whoever the local half of its name says, and nominates', () => {
    const request = read(bindingRequest('ours:theirs', 'password'))
    expect(request).toMatchObject({ ufrag: 'ours', nominates: true })
  })

  it('is theirs by our password alone, and not with a byte changed', () => {
    const packet = bindingRequest('ours:theirs', 'password')
    expect(isSigned(read(packet), 'password')).toBe(true)
    expect(isSigned(read(packet), 'another')).toBe(false)
    for (let at = 8; at < packet.length; at++) {
      const forged = Buffer.from(packet)
      forged[at] = (forged[at] ?? 0) ^ 1
      const request = readBindingRequest(forged)
      expect(request ? isSigned(request, 'password') : false, `byte ${at}`).toBe(false)
    }
  })

  it('nominates nothing by what follows its signature', () => {
    const signed = bindingRequest('ours:theirs', 'password', { nominates: false })
    expect(read(Buffer.concat([signed, Buffer.from('00250000', 'hex')])).nominates).toBe(false)
  })

  it('is answered with where it came from, signed', () => {
    const packet = bindingRequest('ours:theirs', 'password')
    const answer = writeBindingAnswer(read(packet), 'password', from)
    expect(answer.readUInt16BE(0)).toBe(0x0101)
    expect(answer.readUInt16BE(2)).toBe(answer.length - 20)
    expect(answer.subarray(4, 20)).toEqual(packet.subarray(4, 20))
    expect(answer.readUInt16BE(26) ^ 0x2112).toBe(from.port)
    expect((answer.readUInt32BE(28) ^ 0x2112a442) >>> 0).toBe(0x7f000001)
  })

  it('is none when its signature is cut short', () => {
    const packet = bindingRequest('ours:theirs', 'password')
    for (let length = 0; length < packet.length; length++)
      expect(readBindingRequest(packet.subarray(0, length))).toBeUndefined()
    expect(readBindingRequest(Buffer.concat([packet, randomBytes(3)]))).toBeDefined()
  })
})
