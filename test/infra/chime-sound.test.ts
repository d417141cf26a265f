// The rooms of the local Chime on the wire: who is heard, what short words do, and what a tap gets of it all.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting, Tap } from '#infra/local/chime/model.ts'
import { FrameType } from '#infra/local/chime/wire/frames.ts'
import type { RtpPacket } from '#infra/local/chime/wire/rtp.ts'
import type { Ghost } from '#test/support/meeting/ghost.ts'
import { framesOf, keyFrame, openPlane, type Plane, soon } from '#test/support/meeting/plane.ts'

let plane: Plane
let meeting: Meeting

beforeAll(async () => {
  plane = await openPlane()
})
afterAll(async () => {
  await plane.close()
})
beforeEach(() => {
  plane.clear()
  meeting = plane.meet()
})

describe('sound', () => {
  it('is silence at 50 packets a second where nobody speaks', async () => {
    const ghost = await plane.enter(meeting, 'alone')
    const heard: RtpPacket[] = []
    ghost.onRtp = (packet) => heard.push(packet)
    const from = performance.now()
    await soon(() => heard.length >= 50)
    expect(performance.now() - from).toBeGreaterThan(800)
    expect(heard.every(({ payload }) => payload.equals(Buffer.from([0xf8, 0xff, 0xfe])))).toBe(true)
    const steps = heard.slice(1).map(({ sequence }, nth) => (sequence - (heard[nth]?.sequence ?? 0)) & 0xffff)
    expect(steps.every((step) => step === 1)).toBe(true)
  })

  it('is of the loudest other, never one’s own, and not of whoever may only listen', async () => {
    const [loud, soft] = [await plane.enter(meeting, 'loud'), await plane.enter(meeting, 'soft')]
    plane.seat(meeting, 'listener', { Audio: 'Receive' })
    const listener = await plane.enter(meeting, 'listener')
    const heard = new Map<Ghost, string[]>([loud, soft, listener].map((ghost) => [ghost, []]))
    for (const [ghost, words] of heard) ghost.onRtp = ({ payload }) => words.push(payload.toString())
    let index = 0
    const speaking = setInterval(() => {
      loud.sendSound(index, 20, Buffer.from('loud'))
      soft.sendSound(index, 40, Buffer.from('soft'))
      listener.sendSound(index, 0, Buffer.from('forbidden'))
      index++
    }, 20)
    const last = (ghost: Ghost) => heard.get(ghost)?.at(-1)
    await soon(() => last(loud) === 'soft' && last(soft) === 'loud' && last(listener) === 'loud')
    await soon(() => (heard.get(listener)?.length ?? 0) > 60)
    clearInterval(speaking)
    expect([...heard.values()].flat()).not.toContain('forbidden')
  })
})

describe('short words', () => {
  const post = (ghost: Ghost, text: string, lifetimeMs = 0) =>
    ghost.send({
      type: FrameType.DATA_MESSAGE,
      dataMessage: { messages: [{ topic: 'test', data: Buffer.from(text), lifetimeMs }] },
    })

  const heardBy = (ghost: Ghost) =>
    framesOf(ghost, FrameType.DATA_MESSAGE).flatMap(({ dataMessage }) =>
      (dataMessage?.messages ?? []).map(({ data }) => Buffer.from(data ?? []).toString()),
    )

  it('wait for whoever comes later while they live, but not for whoever said them', async () => {
    const speaker = await plane.enter(meeting, 'speaker')
    post(speaker, 'gone')
    post(speaker, 'kept', 60_000)
    const late = await plane.enter(meeting, 'late')
    await soon(() => heardBy(late).length > 0)
    expect(heardBy(late)).toEqual(['kept'])
    await plane.enter(meeting, 'speaker')
    expect(heardBy(speaker)).toEqual([])
  })

  it('come back as throttled beyond 200 at once', async () => {
    const [speaker, hearer] = [await plane.enter(meeting, 'speaker'), await plane.enter(meeting, 'hearer')]
    // So many that a busy machine, which lets through more meanwhile, throws some as well.
    for (let nth = 0; nth < 900; nth++) post(speaker, `${nth}`)
    await soon(() => heardBy(speaker).length + heardBy(hearer).length === 900)
    expect(heardBy(hearer).length).toBeGreaterThanOrEqual(200)
    expect(heardBy(speaker).length).toBeGreaterThan(30)
    const [thrown] = framesOf(speaker, FrameType.DATA_MESSAGE)
    expect(Number(thrown?.dataMessage?.messages?.[0]?.ingestTimeNs)).toBe(0)
  })

  it('are not longer than 2 KB', async () => {
    const [speaker, hearer] = [await plane.enter(meeting, 'speaker'), await plane.enter(meeting, 'hearer')]
    post(speaker, 'x'.repeat(2049))
    post(speaker, 'fits')
    await soon(() => heardBy(hearer).length > 0)
    expect(heardBy(hearer)).toEqual(['fits'])
  })
})

describe('a tap', () => {
  it('hears whoever speaks and sees them, from key frames on, on one clock', async () => {
    const [a, b] = [
      await plane.enter(meeting, 'a', { camera: true }),
      await plane.enter(meeting, 'b', { camera: true }),
    ]
    const seen: Parameters<Tap['video']>[0][] = []
    const heard: string[] = []
    const untap = plane.media.tap(meeting.meetingId, {
      audio: ({ payload }) => heard.push(payload.toString()),
      video: (packet) => seen.push(packet),
    })
    let index = 0
    let speaker = a
    const filming = setInterval(() => {
      for (const ghost of [a, b])
        ghost.sendPicture(index, true, index * 1800 + (ghost === b ? 9e6 : 0), keyFrame)
      for (const ghost of [a, b])
        ghost.sendSound(index, ghost === speaker ? 20 : 100, Buffer.from(ghost === a ? 'a' : 'b'))
      index++
    }, 20)
    await soon(() => heard.at(-1) === 'a' && seen.length > 5)
    speaker = b
    await soon(() => heard.at(-1) === 'b')
    const before = seen.length
    await soon(() => seen.length > before + 10)
    clearInterval(filming)
    untap()
    expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, nth) => nth))
    const steps = seen.slice(1).map(({ timestamp }, nth) => timestamp - (seen[nth]?.timestamp ?? 0))
    expect(Math.min(...steps)).toBeGreaterThan(0)
    expect(Math.max(...steps)).toBeLessThan(90_000)
  })
})
