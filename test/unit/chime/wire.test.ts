// What the local Chime's media plane reads and writes on the wire.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SrtcpSession, SrtpSession } from 'werift'
import { beginHandshake, makeCertificate } from '#infra/local/chime/wire/dtls.ts'
import { beginsKeyFrame } from '#infra/local/chime/wire/keyframes.ts'
import {
  readRtcp,
  writeNack,
  writePli,
  writeReceiverReport,
  writeSenderReport,
} from '#infra/local/chime/wire/rtcp.ts'
import {
  ahead,
  extendSequence,
  extensionByte,
  readRtp,
  rtpHeaderLength,
  writeHeader,
} from '#infra/local/chime/wire/rtp.ts'
import { openWith, sealWith } from '#infra/local/chime/wire/srtp.ts'
import { readBindingRequest } from '#infra/local/chime/wire/stun.ts'

const sixteen = fc.integer({ min: 0, max: 0xffff })
const thirtyTwo = fc.integer({ min: 0, max: 0xffffffff })

describe('a media packet', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 127 }),
        fc.boolean(),
        sixteen,
        thirtyTwo,
        thirtyTwo,
        (type, marker, sequence, timestamp, ssrc) => {
          const header = writeHeader(type, marker, sequence, timestamp, ssrc)
          const read = readRtp(header, Buffer.from('payload'))
          expect(read).toMatchObject({ payloadType: type, marker, sequence, timestamp, ssrc })
        },
      ),
    )
  })

  it('that says more than is there is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const length = rtpHeaderLength(Buffer.from(bytes))
        expect(length === undefined || length <= bytes.length).toBe(true)
      }),
    )
  })

  it('tells how loud it is, among other extensions', () => {
    const extension = Buffer.from('bede0002' + '4061' + '00' + '10aa' + '000000', 'hex')
    const plain = writeHeader(111, false, 1, 2, 3)
    plain[0] = 0x90
    const header = Buffer.concat([plain, extension])
    expect(extensionByte(readRtp(header, Buffer.alloc(1)), 1)).toBe(0xaa)
    expect(extensionByte(readRtp(header, Buffer.alloc(1)), 7)).toBeUndefined()
  })
})

describe('a sequence', () => {
  it('goes on counting where its number begins anew', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0x10000, max: 2 ** 40 }),
        fc.integer({ min: -0x7fff, max: 0x7fff }),
        (highest, step) => {
          expect(extendSequence((highest + step) & 0xffff, highest)).toBe(highest + step)
          expect(ahead((highest + step) & 0xffff, highest & 0xffff, 16)).toBe(step)
        },
      ),
    )
  })
})

describe('SRTP', () => {
  const [key, salt] = [randomBytes(16), randomBytes(12)]
  const keys = { localMasterKey: key, localMasterSalt: salt, remoteMasterKey: key, remoteMasterSalt: salt }
  const theirs = {
    media: new SrtpSession({ keys, profile: 7 }),
    control: new SrtcpSession({ keys, profile: 7 }),
  }

  it('is opened by another implementation, media and control', () => {
    const ours = sealWith(key, salt)
    for (const sequence of [65_534, 65_535, 65_536, 65_537]) {
      const header = writeHeader(96, true, sequence & 0xffff, 7, 0xfedcba98)
      const sealed = Buffer.concat(ours.rtp(header, Buffer.from('sound'), sequence))
      expect(theirs.media.decrypt(sealed).subarray(12).toString()).toBe('sound')
    }
    const report = writeReceiverReport(1, [])
    expect(theirs.control.decrypt(Buffer.concat(ours.rtcp(report)))).toEqual(report)
  })

  it('opens what was sealed, over the end of a round, late or not, and nothing forged', () => {
    const [seal, open] = [sealWith(key, salt), openWith(key, salt)]
    for (const index of [65_530, 65_535, 65_538, 65_533, 65_536, 65_539]) {
      const header = writeHeader(96, false, index & 0xffff, 7, 5)
      const packet = Buffer.concat(seal.rtp(header, Buffer.from([index & 0xff]), index))
      expect(open.rtp(packet)?.payload).toEqual(Buffer.from([index & 0xff]))
      packet[packet.length - 1] = (packet.at(-1) ?? 0) ^ 1
      expect(open.rtp(packet)).toBeUndefined()
    }
    const control = Buffer.concat(seal.rtcp(writePli(1, 2)))
    expect(open.rtcp(control)).toEqual(writePli(1, 2))
    control[9] = (control[9] ?? 0) ^ 1
    expect(open.rtcp(control)).toBeUndefined()
  })
})

describe('control packets', () => {
  it('ask for exactly what is missing', () => {
    fc.assert(
      fc.property(
        sixteen,
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1 }),
        (first, gaps) => {
          const wanted = gaps.toSorted((a, b) => a - b).map((gap) => (first + gap) & 0xffff)
          const [heard] = readRtcp(writeNack(1, 9, wanted))
          expect(heard).toEqual({ what: 'nack', ssrc: 9, sequences: wanted })
        },
      ),
    )
  })

  it('are understood one after another, and rubbish is not', () => {
    const both = Buffer.concat([writeReceiverReport(1, []), writePli(1, 77)])
    expect(readRtcp(both)).toEqual([{ what: 'keyframe', ssrc: 77 }])
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readRtcp(Buffer.from(bytes))))
  })
})

describe('a sender report', () => {
  it('is written beyond the end of the first era of its clock', () => {
    const sent = { packets: 1, bytes: 2 }
    expect(writeSenderReport(9, Date.UTC(2036, 1, 7, 6, 28, 17), 3, sent).readUInt32BE(8)).toBe(1)
  })
})

describe('a handshake', () => {
  it('asks nobody again once it is given up', async () => {
    const certificate = await makeCertificate()
    const sent = { given: 0, kept: 0 }
    await new Promise<void>((resolve) => {
      const given = beginHandshake(certificate, '', () => {
        sent.given++
      })
      const kept = beginHandshake(certificate, '', () => {
        sent.kept++
        if (sent.kept < 2) return
        kept.giveUp()
        resolve()
      })
      given.giveUp()
    })
    expect(sent).toEqual({ given: 1, kept: 2 })
  })
})

describe('a binding request', () => {
  it('is not found in rubbish', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (tail) => {
        const head = Buffer.from('000100002112a442', 'hex')
        void readBindingRequest(Buffer.concat([head, Buffer.from(tail)]))
      }),
    )
  })
})

describe('a key frame', () => {
  it.each([
    ['VP8', '10' + '50', true],
    ['VP8, extended', '90' + '80' + '8001' + '50', true],
    ['VP8, a later part', '00' + '50', false],
    ['VP8, of another partition', '11' + '50', false],
    ['VP8, a frame between', '10' + '51', false],
  ] as const)('%s', (_what, payload, is) => {
    expect(beginsKeyFrame('VP8', Buffer.from(payload, 'hex'))).toBe(is)
  })

  it.each([
    ['VP9, flexible', '98' + '01' + '00', true],
    ['VP9, predicted', 'd8' + '01' + '00', false],
    ['VP9, not its beginning', '90' + '01' + '00', false],
    ['VP9, layered, the lowest', 'a8' + '8001' + '00', true],
    ['VP9, layered, above', 'a8' + '8001' + '02', false],
  ] as const)('%s', (_what, payload, is) => {
    expect(beginsKeyFrame('VP9', Buffer.from(payload, 'hex'))).toBe(is)
  })
})
