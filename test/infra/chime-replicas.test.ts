// People of replica meetings in the rooms of the local Chime, on the wire.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FrameType } from '#infra/local/chime/wire/frames.ts'
import { framesOf, openPlane, type Plane, soon } from '#test/support/meeting/plane.ts'

let plane: Plane
beforeAll(async () => {
  plane = await openPlane()
})
afterAll(() => plane.close())

it('somebody of a replica who takes another place of the primary has left the one before', async () => {
  const meeting = plane.meet()
  const replica = plane.meet(meeting)
  const watcher = await plane.enter(meeting, 'watcher')
  const far = await plane.enter(replica, 'far')
  for (const name of ['one', 'two']) plane.seat(meeting, name)
  const take = async (name: string, nth: number) => {
    const credentials = { attendeeId: name, externalUserId: name, joinToken: name }
    far.send({ type: FrameType.PRIMARY_MEETING_JOIN, primaryMeetingJoin: { credentials } })
    await soon(() => framesOf(far, FrameType.PRIMARY_MEETING_JOIN_ACK).length === nth)
  }
  await take('one', 1)
  await take('two', 2)
  const roster = () => {
    const there = new Map<number, string>()
    for (const { audioStreamIdInfo } of framesOf(watcher, FrameType.AUDIO_STREAM_ID_INFO))
      for (const { audioStreamId, attendeeId } of audioStreamIdInfo?.streams ?? [])
        if (attendeeId) there.set(audioStreamId ?? 0, attendeeId)
        else there.delete(audioStreamId ?? 0)
    return [...there.values()]
  }
  await soon(() => roster().includes('two'))
  expect(roster()).toEqual(['watcher', 'two'])
  const told = plane.newsOf(meeting).filter(({ attendeeId }) => attendeeId === 'one')
  expect(told.map(({ what }) => what)).toEqual(['authorized', 'joined', 'left'])
})
