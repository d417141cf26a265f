// Whoever is removed or may not look any more gets nothing from the room of the local Chime, whatever their client does.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Capabilities, Meeting } from '#infra/local/chime/model.ts'
import { FrameType } from '#infra/local/chime/wire/frames.ts'
import type { Ghost } from '#test/support/meeting/ghost.ts'
import { framesOf, keyFrame, openPlane, type Plane, soon } from '#test/support/meeting/plane.ts'

let plane: Plane
let meeting: Meeting
let share: Ghost
let viewer: Ghost
let witness: Ghost
let seen: Map<Ghost, number>
let index = 0

beforeAll(async () => {
  plane = await openPlane()
})
afterAll(() => plane.close())

beforeEach(async () => {
  plane.clear()
  meeting = plane.meet()
  await plane.join(meeting, 'sharer')
  share = await plane.enter(meeting, 'sharer#content', { camera: true })
  const { suback } = await share.frame(FrameType.SUBSCRIBE_ACK)
  const watch = [suback?.allocations?.[0]?.streamId ?? 0]
  viewer = await plane.enter(meeting, 'viewer', { watch })
  witness = await plane.enter(meeting, 'witness', { watch })
  seen = new Map()
  for (const ghost of [viewer, witness])
    ghost.onRtp = ({ payload }) => {
      if (payload.equals(keyFrame)) seen.set(ghost, (seen.get(ghost) ?? 0) + 1)
    }
  await show()
  await soon(() => seen.get(viewer) === 1)
})

/** Another picture of the share: whoever watches has it. */
const show = async () => {
  const before = seen.get(witness) ?? 0
  share.sendPicture(index, true, index * 6000, keyFrame)
  index++
  await soon(() => (seen.get(witness) ?? 0) > before)
}

const allow = (name: string, capabilities: Partial<Capabilities>) => {
  const attendee = meeting.attendees.get(name)
  if (attendee) attendee.capabilities = { ...attendee.capabilities, ...capabilities }
  plane.media.capabilitiesChanged(meeting.meetingId, name)
}

it('the removed: neither sound nor picture', async () => {
  meeting.attendees.delete('viewer')
  plane.media.attendeeRemoved(meeting.meetingId, 'viewer')
  await soon(() => viewer.closed !== undefined)
  const heard = witness.received
  // What was under way has come by then.
  await soon(() => witness.received > heard + 5)
  const before = viewer.received
  await show()
  await soon(() => witness.received > heard + 25)
  expect(viewer.received).toBe(before)
  expect(seen.get(viewer)).toBe(1)
})

it('whoever may not see shares: no share, and it is not in their index, until they may again', async () => {
  allow('viewer', { Content: 'None' })
  await show()
  await show()
  expect(seen.get(viewer)).toBe(1)
  const sources = () => framesOf(viewer, FrameType.INDEX).at(-1)?.index?.sources
  await soon(() => sources()?.length === 0)
  allow('viewer', { Content: 'Receive' })
  await soon(() => sources()?.length === 1)
})

it('whoever may not share any more: their share is over', async () => {
  allow('sharer', { Content: 'Receive' })
  const { audioStatus } = await share.frame(FrameType.AUDIO_STATUS)
  expect(audioStatus?.audioStatus).toBe(403)
  await soon(() => framesOf(viewer, FrameType.INDEX).at(-1)?.index?.sources?.length === 0)
})

it('whoever may not hear: silence, and no voice', async () => {
  allow('viewer', { Audio: 'Send' })
  const speaker = await plane.enter(meeting, 'speaker')
  const heard = new Map<Ghost, string[]>([viewer, witness].map((ghost) => [ghost, []]))
  for (const [ghost, words] of heard) ghost.onRtp = ({ payload }) => words.push(payload.toString('latin1'))
  let nth = 0
  const speaking = setInterval(() => speaker.sendSound(nth++, 20, Buffer.from('voice')), 20)
  await soon(() => (heard.get(witness)?.filter((word) => word === 'voice').length ?? 0) > 20)
  await soon(() => (heard.get(viewer)?.length ?? 0) > 20)
  clearInterval(speaking)
  expect(new Set(heard.get(viewer))).toEqual(new Set(['\xf8\xff\xfe']))
})
