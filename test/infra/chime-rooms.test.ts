// The rooms of the local Chime on the wire, by clients without a browser: who comes in, and whose picture is seen.
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Meeting } from '#infra/local/chime/model.ts'
import { encodeFrame, FrameType } from '#infra/local/chime/wire/frames.ts'
import type { RtpPacket } from '#infra/local/chime/wire/rtp.ts'
import { Ghost } from '#test/support/meeting/ghost.ts'
import { frameBetween, framesOf, keyFrame, openPlane, type Plane, soon } from '#test/support/meeting/plane.ts'

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

describe('the door', () => {
  const closing = async (meetingId: string, token: string) => {
    const socket = new WebSocket(plane.addressOf(meetingId), ['_aws_wt_session', token])
    const [code] = await once(socket, 'close')
    return code
  }

  it('says that a meeting is over, and that a token is nobody’s', async () => {
    expect(await closing('none', 'ninh-binh')).toBe(4410)
    expect(await closing('%zz', 'ninh-binh')).toBe(4410)
    expect(await closing(meeting.meetingId, 'nobody')).toBe(4403)
  })

  it('lets two shares in and no third', async () => {
    for (const name of ['a', 'b', 'c']) await plane.join(meeting, name)
    for (const name of ['a#content', 'b#content']) await plane.join(meeting, name)
    const third = await Ghost.join(plane.addressOf(meeting.meetingId), 'c#content')
    const { audioStatus } = await third.frame(FrameType.AUDIO_STATUS)
    expect(audioStatus?.audioStatus).toBe(409)
  })

  it('lets nobody in who was removed, or whose meeting ended, after it was opened', async () => {
    const opened = async (name: string, change: () => void) => {
      plane.seat(meeting, name)
      const socket = new WebSocket(plane.addressOf(meeting.meetingId), ['_aws_wt_session', name])
      await once(socket, 'open')
      const closed = once(socket, 'close')
      change()
      socket.send(encodeFrame({ type: FrameType.JOIN, join: { protocolVersion: 2 } }))
      return (await closed)[0]
    }
    const removed = await opened('removed', () => {
      meeting.attendees.delete('removed')
      plane.media.attendeeRemoved(meeting.meetingId, 'removed')
    })
    expect(removed).toBe(4403)
    expect(await opened('late', () => plane.end(meeting))).toBe(4410)
    expect(plane.newsOf(meeting)).toEqual([])
  })

  it('has nobody come back through a connection that is closing', async () => {
    const first = await plane.join(meeting, 'twice')
    await first.frame(FrameType.INDEX)
    first.onFrame = ({ type }) => {
      if (type === FrameType.AUDIO_STATUS) first.knock()
    }
    const second = await plane.enter(meeting, 'twice')
    await soon(() => first.closed !== undefined)
    second.send({ type: FrameType.PING_PONG, pingPong: { type: 1, pingId: 7 } })
    await second.frame(FrameType.PING_PONG)
    expect(framesOf(second, FrameType.AUDIO_STATUS)).toEqual([])
  })

  it('is shut to whoever shakes hands with another certificate than the offer named', async () => {
    const ghost = await plane.join(meeting, 'forged')
    await ghost.connect({ fingerprint: Array(32).fill('AB').join(':') })
    await soon(() => ghost.closed === 4500)
    expect(plane.newsOf(meeting).map(({ what }) => what)).toEqual(['authorized'])
  })

  it('closes whoever sends what is no offer, and stands', async () => {
    const ghost = await plane.join(meeting, 'a')
    ghost.send({ type: FrameType.SUBSCRIBE, sub: { sdpOffer: 'v=0' } })
    await soon(() => ghost.closed === 4400)
    await plane.join(meeting, 'b')
  })
})

describe('pictures', () => {
  it('are of 25 at once; whoever comes later only looks, until one of them stops', async () => {
    const first = await plane.join(meeting, 'camera-0')
    await first.subscribe({ camera: true })
    for (let nth = 1; nth < 25; nth++)
      await (await plane.join(meeting, `camera-${nth}`)).subscribe({ camera: true })
    const late = await plane.join(meeting, 'late')
    const refused = await late.subscribe({ camera: true })
    expect(refused.error?.status).toBe(206)
    expect(refused.suback?.allocations).toEqual([])
    expect(framesOf(late, FrameType.INDEX)[0]?.index).toMatchObject({ atCapacity: true })
    await first.subscribe({})
    await soon(() => framesOf(late, FrameType.INDEX).at(-1)?.index?.atCapacity === false)
    expect((await late.subscribe({ camera: true })).error).toBeNull()
  })

  it('are watched 25 at once, whatever a client asks for', async () => {
    const sender = await plane.enter(meeting, 'sender', { camera: true })
    const { suback } = await sender.frame(FrameType.SUBSCRIBE_ACK)
    const stream = suback?.allocations?.[0]?.streamId ?? 0
    const viewer = await plane.join(meeting, 'viewer')
    const answered = await viewer.subscribe({ watch: Array(30).fill(stream) })
    const pictures = answered.suback?.tracks?.filter(({ streamId }) => streamId === stream)
    expect(pictures).toHaveLength(25)
  })

  const watch = async (name: string, stream: number) => {
    const viewer = await plane.enter(meeting, name, { watch: [stream] })
    const seen: RtpPacket[] = []
    viewer.onRtp = (packet) => {
      if (packet.payloadType === 96) seen.push(packet)
    }
    return { viewer, seen }
  }

  it('begin with a key frame and go on without a gap, paused or not', async () => {
    const sender = await plane.enter(meeting, 'sender', { camera: true })
    const { suback } = await sender.frame(FrameType.SUBSCRIBE_ACK)
    const stream = suback?.allocations?.[0]?.streamId ?? 0
    const [{ viewer, seen }, witness] = [await watch('viewer', stream), await watch('witness', stream)]
    const film = (from: number, payloads: Buffer[]) => {
      for (const [nth, payload] of payloads.entries())
        sender.sendPicture(from + nth, true, (from + nth) * 6000, payload)
    }
    const done = async (type: number, pongs: number) => {
      viewer.send({ type, pause: { streamIds: [stream] } })
      viewer.send({ type: FrameType.PING_PONG, pingPong: { type: 1, pingId: pongs } })
      await soon(() => framesOf(viewer, FrameType.PING_PONG).length === pongs)
    }
    film(0, [frameBetween, keyFrame, frameBetween, frameBetween])
    await soon(() => seen.length === 3)
    await done(FrameType.PAUSE, 1)
    film(4, [keyFrame, keyFrame])
    await soon(() => witness.seen.length === 5)
    await done(FrameType.RESUME, 2)
    film(6, [frameBetween, keyFrame, frameBetween])
    await soon(() => seen.length === 5)
    const [first] = seen
    expect(seen.map(({ sequence }) => (sequence - (first?.sequence ?? 0)) & 0xffff)).toEqual([0, 1, 2, 3, 4])
    expect(seen[3]?.payload).toEqual(keyFrame)
  })

  it('come again, packet by packet, where they are asked for', async () => {
    const sender = await plane.enter(meeting, 'sender', { camera: true })
    const { suback } = await sender.frame(FrameType.SUBSCRIBE_ACK)
    const { viewer, seen } = await watch('viewer', suback?.allocations?.[0]?.streamId ?? 0)
    for (const index of [0, 1, 2]) sender.sendPicture(index, true, index * 6000, keyFrame)
    await soon(() => seen.length === 3)
    const [, second, third] = seen
    const both = [second?.sequence ?? 0, third?.sequence ?? 0]
    viewer.askAgain(third?.ssrc ?? 0, both)
    await soon(() => seen.length === 5)
    expect(seen.slice(3)).toEqual([second, third])
  })

  it('come again once, however often a receiver asks in one breath', async () => {
    const sender = await plane.enter(meeting, 'sender', { camera: true })
    const { suback } = await sender.frame(FrameType.SUBSCRIBE_ACK)
    const { viewer, seen } = await watch('viewer', suback?.allocations?.[0]?.streamId ?? 0)
    sender.sendPicture(0, true, 0, keyFrame)
    await soon(() => seen.length === 1)
    const again = Array.from({ length: 2000 }, () => seen[0]?.sequence ?? 0)
    viewer.askAgain(seen[0]?.ssrc ?? 0, again)
    sender.sendPicture(1, true, 6000, frameBetween)
    await soon(() => seen.some(({ payload }) => payload.equals(frameBetween)))
    expect(seen).toHaveLength(3)
  })
})

describe('what is told of a room', () => {
  it('is each coming and going once, in order', async () => {
    const ghost = await plane.enter(meeting, 'ninh-binh', { camera: true })
    plane.drop(ghost)
    const told = () => plane.newsOf(meeting).map(({ what }) => what)
    await soon(() => told().includes('dropped'))
    expect(told()).toEqual(['authorized', 'video-started', 'joined', 'video-stopped', 'dropped'])
    expect(plane.media.listening(meeting.meetingId)).toBe(0)
  })
})
