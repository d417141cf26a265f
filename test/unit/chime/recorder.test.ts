// A recording read back by a reader that is not ours: length, pictures, key frames, whatever the network did.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPictures, type Packet } from '#infra/local/chime/pictures.ts'
import { openRecorder } from '#infra/local/chime/recorder.ts'
import { joined } from '#infra/local/chime/webm.ts'
import { camera, microphone } from '../../support/rtp-packets.ts'
import { readWebm } from '../../support/webm.ts'

const hd = { codec: 'VP8', width: 1280, height: 720, keyEvery: 100 } as const
const began = 10_000

const record = async (pictures: Packet[], sounds = microphone(began, began + 12_000)) => {
  const pieces: Buffer[] = []
  const foreign: string[] = []
  const recorder = openRecorder({
    began,
    put: async (piece) => void pieces.push(piece),
    onForeign: (codec) => foreign.push(codec),
  })
  const all = [
    ...pictures.map((packet) => ({ at: packet.at, give: () => recorder.tap.video(packet) })),
    ...sounds.map((packet) => ({ at: packet.at, give: () => recorder.tap.audio(packet) })),
  ].toSorted((a, b) => a.at - b.at)
  for (const { give } of all) give()
  return { pieces, foreign, stop: () => recorder.stop() }
}

test('rubbish in packets ends no recording', async () => {
  const packet = fc.record({
    codec: fc.constantFrom('VP8' as const, 'VP9' as const),
    payload: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    marker: fc.boolean(),
    timestamp: fc.nat(0xffffffff),
    step: fc.integer({ min: -2, max: 3 }),
    after: fc.nat(900),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(packet, { minLength: 5, maxLength: 60 }), async (packets) => {
      let [sequence, at] = [0xfff0, began]
      const pictures = packets.map(({ step, after, ...one }) => {
        sequence = (sequence + step) & 0xffff
        at += after
        return { ...one, sequence, at }
      })
      const { pieces, stop } = await record(pictures, microphone(began, began + 200))
      await stop()
      expect(joined(pieces).seconds).toBeGreaterThan(0)
    }),
  )
})

describe('a recording', () => {
  test('is as long as what was recorded, with every picture and sound, and opens anywhere', async () => {
    const { pieces, stop } = await record(camera()(hd, began, began + 12_000))
    await stop()
    const { file, seconds } = joined(pieces)
    const found = await readWebm(file)
    expect(seconds).toBeCloseTo(12, 1)
    expect(found.seconds).toBeCloseTo(12, 1)
    expect(found.codecs).toEqual(['vp8', 'opus'])
    expect([found.pictures.length, found.sounds.length]).toEqual([300, 600])
    const keys = found.pictures.filter(({ type }) => type === 'key').map(({ timestamp }) => timestamp)
    expect(keys).toEqual([0, 4, 8])
    expect(await found.seek(9.5)).toBe(8)
    expect(found.pictures[1]?.timestamp).toBeCloseTo(0.04, 3)
  })

  test('is in pieces of five seconds that play by themselves, so that a fall loses little', async () => {
    const { pieces } = await record(camera()(hd, began, began + 12_000))
    await new Promise(setImmediate)
    expect(pieces.length).toBe(2)
    for (const piece of pieces) expect((await readWebm(piece)).pictures.length).toBeGreaterThan(100)
    expect((await readWebm(joined(pieces).file)).seconds).toBeGreaterThan(9)
  })

  test('of two speakers, the second in another size and by another clock, runs on', async () => {
    const run = camera()
    const first = run(hd, began, began + 4_000)
    const second = run({ ...hd, width: 640, height: 360 }, began + 6_000, began + 9_000)
    const { pieces, stop } = await record([...first, ...second], microphone(began, began + 9_000))
    await stop()
    const { pictures } = await readWebm(joined(pieces).file)
    expect(pictures[100]).toMatchObject({ type: 'key' })
    expect(pictures[100]?.timestamp).toBeCloseTo(6, 2)
    expect(pictures.at(-1)?.timestamp).toBeCloseTo(8.96, 2)
  })

  test('of VP9 is one of VP9; a picture in another code is told and left out', async () => {
    const run = camera()
    const packets = [
      ...run({ ...hd, codec: 'VP9' }, began, began + 2_000),
      ...run(hd, began + 2_000, began + 3_000),
    ]
    const { pieces, stop, foreign } = await record(packets)
    await stop()
    const found = await readWebm(joined(pieces).file)
    expect([found.codecs[0], found.pictures.length]).toEqual(['vp9', 50])
    expect(new Set(foreign)).toEqual(new Set(['VP8']))
  })

  test('without any picture is one of sound', async () => {
    const { pieces, stop } = await record([])
    await stop()
    const found = await readWebm(joined(pieces).file)
    expect([found.codecs[0], found.sounds.length]).toEqual([undefined, 600])
  })

  test('whose piece could not be put says so when it is stopped', async () => {
    const recorder = openRecorder({ began, put: () => Promise.reject(new Error('full')) })
    for (const packet of microphone(began, began + 7_000)) recorder.tap.audio(packet)
    await expect(recorder.stop()).rejects.toThrow('full')
  })
})

describe('pictures of packets', () => {
  const framesOf = (packets: Packet[]) => {
    const frames: { key: boolean; timestamp: number }[] = []
    const give = openPictures(({ key, timestamp }) => frames.push({ key, timestamp }))
    for (const packet of packets) give(packet)
    return frames
  }

  test('come whole and in order, however late a packet is within reason', () => {
    const packets = camera()(hd, 0, 2_000)
    const whole = framesOf(packets)
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: packets.length, maxLength: packets.length }), (late) => {
        const shuffled = packets
          .map((packet, index) => ({ packet, place: index + (index === 0 ? 0 : (late[index] ?? 0)) }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ packet }) => packet)
        expect(framesOf(shuffled)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
    expect(whole.length).toBe(50)
  })

  test('after a loss begin again with a key frame', () => {
    const packets = camera()({ ...hd, keyEvery: 25 }, 0, 3_000).filter((_, index) => index !== 30)
    const frames = framesOf(packets)
    expect(frames.length).toBeLessThan(75)
    expect(frames.length).toBeGreaterThan(50)
    expect(frames[10]?.key).toBe(true)
  })
})
