// What the local Chime forwards: numbers without gaps, packets asked for again, and whose voice is heard.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Room } from '#infra/local/chime/room/room.ts'
import { Tapped } from '#infra/local/chime/room/tapped.ts'
import { Gate } from '#infra/local/chime/sfu/gate.ts'
import { chooseVoice } from '#infra/local/chime/sfu/loudest.ts'
import { Missing } from '#infra/local/chime/sfu/missing.ts'
import { Reception } from '#infra/local/chime/sfu/reception.ts'
import { VideoIn } from '#infra/local/chime/sfu/video-in.ts'
import type { Peer } from '#infra/local/chime/wire/peer.ts'
import { readRtp, writeHeader } from '#infra/local/chime/wire/rtp.ts'

describe('a picture that is let through', () => {
  it('is shut until a key frame begins, and leaves out what came before it', () => {
    const gate = new Gate(100)
    expect(gate.pass(7, false)).toBeUndefined()
    expect(gate.pass(8, true)).toBe(100)
    expect(gate.pass(10, false)).toBe(102)
    expect(gate.pass(9, false)).toBe(101)
    expect(gate.pass(6, false)).toBeUndefined()
  })

  it('is numbered in order and without a gap, however often it is shut', () => {
    const stretch = fc.record({ away: fc.nat(500), length: fc.integer({ min: 1, max: 30 }) })
    fc.assert(
      fc.property(fc.nat(0xffff), fc.array(stretch, { minLength: 1 }), (first, stretches) => {
        const gate = new Gate(first)
        const numbers: (number | undefined)[] = []
        let index = 0x10000
        for (const { away, length } of stretches) {
          gate.shut()
          for (let lost = 0; lost < away; lost++) expect(gate.pass(index++, false)).toBeUndefined()
          for (let nth = 0; nth < length; nth++) numbers.push(gate.pass(index++, nth === 0))
        }
        expect(numbers).toEqual(numbers.map((_, nth) => first + nth))
      }),
    )
  })
})

describe('packets that did not come', () => {
  it('are asked for at once, again each 60 ms, at most six times', () => {
    const missing = new Missing()
    expect(missing.note(14, 11)).toBe(false)
    const asked = Array.from({ length: 60 }, (_, nth) => missing.due(nth * 10))
    expect(asked[0]).toEqual([12, 13])
    expect(asked.filter((due) => due.length > 0)).toHaveLength(6)
    expect(asked.findIndex((due, nth) => nth > 0 && due.length > 0)).toBe(6)
    expect(missing.none).toBe(true)
  })

  it('are not asked for once they came, and a second copy is one', () => {
    const missing = new Missing()
    missing.note(14, 11)
    expect(missing.note(12, 14)).toBe(false)
    expect(missing.note(12, 14)).toBe(true)
    expect(missing.due(0)).toEqual([13])
  })

  it('are given up where the gap is a new beginning', () => {
    const missing = new Missing()
    missing.note(5000, 11)
    expect(missing.none).toBe(true)
  })

  it('are never more than are worth asking for, however a sender counts', () => {
    const missing = new Missing()
    for (let index = 200; index < 20_000; index += 200) missing.note(index, index - 200)
    expect(missing.due(0).length).toBeLessThan(1024)
  })
})

/** A sender's transport, and what it was sent. */
const noted = () => {
  const asked: number[][] = []
  const sendRtcp = (...packets: Buffer[]) => asked.push(packets.map((packet) => packet.readUInt16BE(0)))
  return { asked, peer: { sendRtcp } as unknown as Peer }
}
const [receiverReport, nack, keyFrameAsked] = [0x80c9, 0x81cd, 0x81ce]
const pictureOf = (peer: Peer) =>
  new VideoIn(peer, { streamId: 3, codec: 'VP8', payloadType: 96, maxBitrateKbps: 600, framerate: 15 })
const packetAt = (sequence: number) =>
  readRtp(writeHeader(96, true, sequence, 0, 9), Buffer.from([0x10, 0x50, 1]))

describe('a gap in a picture', () => {
  it('is asked for again; one too great is cured by a key frame', () => {
    const { asked, peer } = noted()
    const picture = pictureOf(peer)
    for (const sequence of [1, 3, 1000]) picture.heard(packetAt(sequence), sequence, 0)
    expect(asked).toEqual([
      [receiverReport, nack],
      [receiverReport, keyFrameAsked],
    ])
  })
})

describe('a picture that is recorded', () => {
  it('is asked for a key frame every four seconds, so that the recording opens anywhere', () => {
    const { asked, peer } = noted()
    const videoIn = pictureOf(peer)
    videoIn.heard(packetAt(1), 0, 0)
    const room = { voicesFor: () => [], publishers: [{ content: false, videoIn }] } as unknown as Room
    const tapped = new Tapped(room, { audio: () => {}, video: () => {} })
    const askedAt: number[] = []
    for (let now = 1000; now < 15_000; now += 20) {
      const before = asked.length
      tapped.look(now)
      if (asked.length > before) askedAt.push(now)
    }
    expect(askedAt).toEqual([1000, 5000, 9000, 13_000])
    tapped.close(15_000)
    expect(videoIn.watchers.size).toBe(0)
  })
})

describe('a report of what came', () => {
  it('counts what is missing since the last', () => {
    const reception = new Reception(9, 90_000)
    for (const sequence of [65_534, 65_535, 1, 2])
      reception.note(readRtp(writeHeader(96, false, sequence, 0, 9), Buffer.alloc(10)), 0)
    expect(reception.report(0)).toMatchObject({ ssrc: 9, lost: 1, fractionLost: 51, highest: 0x20000 + 2 })
    expect(reception.report(0)).toMatchObject({ lost: 1, fractionLost: 0 })
  })
})

describe('whose voice is heard', () => {
  const [loud, soft, silent] = [{ level: 20 }, { level: 40 }, { level: 127 }]

  it('is the loudest, and somebody as long as anybody speaks', () => {
    expect(chooseVoice(undefined, [soft, loud], 0)?.voice).toBe(loud)
    expect(chooseVoice(undefined, [silent], 0)?.voice).toBe(silent)
    expect(chooseVoice({ voice: loud, since: 0 }, [], 0)).toBeUndefined()
    expect(chooseVoice({ voice: loud, since: 0 }, [soft], 1)).toEqual({ voice: soft, since: 1 })
  })

  it('changes only for one who is clearly louder, and not within half a second', () => {
    const held = { voice: soft, since: 0 }
    expect(chooseVoice(held, [soft, loud], 499)).toBe(held)
    expect(chooseVoice(held, [soft, loud], 500)).toEqual({ voice: loud, since: 500 })
    expect(chooseVoice(held, [soft, { level: 35 }], 9000)).toBe(held)
  })
})
