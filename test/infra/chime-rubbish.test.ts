// Rubbish of every kind at the local Chime's media plane: the room goes on, and nobody of it notices.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Meeting } from '#infra/local/chime/model.ts'
import { openRecorder, type Recorder } from '#infra/local/chime/recorder.ts'
import { FrameType } from '#infra/local/chime/wire/frames.ts'
import { writeHeader } from '#infra/local/chime/wire/rtp.ts'
import type { Ghost } from '#test/support/meeting/ghost.ts'
import { offerOf } from '#test/support/meeting/offers.ts'
import { framesOf, keyFrame, openPlane, type Plane, soon } from '#test/support/meeting/plane.ts'

let plane: Plane
let meeting: Meeting
let sender: Ghost
let viewer: Ghost
let seen = 0
let index = 0

beforeAll(async () => {
  plane = await openPlane()
  meeting = plane.meet()
  sender = await plane.enter(meeting, 'sender', { camera: true })
  const { suback } = await sender.frame(FrameType.SUBSCRIBE_ACK)
  viewer = await plane.enter(meeting, 'viewer', { watch: [suback?.allocations?.[0]?.streamId ?? 0] })
  viewer.onRtp = ({ payload }) => {
    if (payload.equals(keyFrame)) seen++
  }
})
afterAll(() => plane.close())

let recorder: Recorder
beforeAll(() => {
  recorder = openRecorder({ began: performance.timeOrigin + performance.now(), put: async () => {} })
  plane.media.tap(meeting.meetingId, recorder.tap)
})
afterAll(() => recorder.stop())

/** Another picture comes through: the plane has lived through what was sent before it. */
const goesOn = async () => {
  const before = seen
  sender.sendPicture(index++, true, index * 6000, keyFrame)
  await soon(() => seen > before)
}

it('datagrams of any first byte and length, from whoever is connected', async () => {
  await goesOn()
  for (let first = 0; first < 256; first++)
    for (const length of [0, 1, 3, 7, 11, 12, 13, 19, 20, 27, 28, 60])
      sender.sendRaw(Buffer.concat([Buffer.from([first]), randomBytes(length)]))
  await goesOn()
  const stun = Buffer.from('000100002112a442', 'hex')
  for (let length = 0; length < 120; length++) sender.sendRaw(Buffer.concat([stun, randomBytes(length)]))
  await goesOn()
})

it('packets that are sealed well and are nothing inside', async () => {
  for (let length = 0; length < 60; length++) {
    for (const payloadType of [96, 111]) {
      const header = writeHeader(payloadType, true, index & 0xffff, 0, 0x2222 + payloadType)
      sender.sendParts(header, randomBytes(length), index++)
    }
    for (const type of [200, 201, 202, 203, 204, 205, 206, 207]) {
      const packet = randomBytes(8 + length)
      packet[0] = 0x80 | (length & 0x1f)
      packet[1] = type
      sender.sendControl(packet)
      packet.writeUInt16BE(Math.floor(length / 4) + 1, 2)
      sender.sendControl(packet)
    }
  }
  await goesOn()
})

it('frames that are none, that are empty, and one that is too long', async () => {
  const loud = await plane.join(meeting, 'loud')
  for (let length = 0; length < 200; length++)
    loud.say(Buffer.concat([Buffer.from([5]), randomBytes(length)]))
  for (const type of Object.values(FrameType))
    if (typeof type === 'number' && type !== FrameType.LEAVE) sender.send({ type: type as 1 })
  await soon(() => sender.closed !== undefined)
  const long = await plane.join(meeting, 'long')
  long.say(Buffer.alloc(1024 * 1024, 5))
  await soon(() => long.closed === 1009)
  viewer.send({ type: FrameType.PING_PONG, pingPong: { type: 1, pingId: 9 } })
  await viewer.frame(FrameType.PING_PONG)
})

const nameOf = (who: string, what: string) => `${who}-${what.replace(/\W+/g, '-')}`

it.each([
  ['without sound', offerOf({}).replace(/m=audio[\s\S]*?(?=m=video)/, '')],
  ['of sections without codecs', offerOf({ watching: 3 }).replace(/^(m=video \S+ \S+).*$/gm, '$1')],
  ['of sections of one name', offerOf({ watching: 3 }).replace(/a=mid:\d/g, 'a=mid:1')],
  ['of sections without a name', offerOf({ watching: 3 }).replace(/a=mid:\d\r\n/g, '')],
  [
    'with data, and text',
    `${offerOf({})}m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nm=text 9 x y\r\n`,
  ],
  ['of payload types that are none', offerOf({ camera: 'sendrecv' }).replaceAll('96', '99999')],
  ['of a thousand sections', offerOf({ watching: 1000 })],
])('an offer %s', async (what, sdpOffer) => {
  const odd = await plane.join(meeting, nameOf('odd', what))
  const whole = /a=fingerprint/.test(sdpOffer)
  const receiveStreamIds = Array.from({ length: 1000 }, (_, nth) => nth)
  const video = { streamId: 2, groupId: 2, mediaType: 2 }
  odd.send({
    type: FrameType.SUBSCRIBE,
    sub: { duplex: 3, sendStreams: [video], receiveStreamIds, sdpOffer, audioMuted: false },
  })
  await soon(() => (whole ? framesOf(odd, FrameType.SUBSCRIBE_ACK).length === 1 : odd.closed === 4400))
  plane.drop(odd)
  const next = await plane.enter(meeting, nameOf('after', what))
  expect(next.closed).toBeUndefined()
  plane.drop(next)
})
