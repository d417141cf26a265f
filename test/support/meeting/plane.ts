// A media plane of a test's own, and clients without a browser in its rooms: whoever the test names may come.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openMedia } from '#infra/local/chime/media.ts'
import type { Attendee, Capabilities, Meeting, News } from '#infra/local/chime/model.ts'
import { type Frame, FrameType } from '#infra/local/chime/wire/frames.ts'
import { Ghost, patienceMs } from './ghost.ts'

const full: Capabilities = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' }

/** VP8: the first packet of a key frame, and of one between. */
export const [keyFrame, frameBetween] = [Buffer.from([0x10, 0x50, 1]), Buffer.from([0x10, 0x51, 2])]

export const framesOf = (ghost: Ghost, type: Frame['type']): Frame[] =>
  ghost.frames.filter((frame) => frame.type === type)

export const soon = async (so: () => boolean): Promise<void> => {
  for (const end = performance.now() + patienceMs; !so(); ) {
    if (performance.now() > end) throw new Error(`Not so within ${patienceMs} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const openPlane = async () => {
  const meetings = new Map<string, Meeting>()
  const news: News[] = []
  const ghosts = new Set<Ghost>()
  let met = 0
  /** A token is the name of whoever has it. */
  const admit = (meetingId: string, joinToken: string) => meetings.get(meetingId)?.attendees.get(joinToken)
  const media = await openMedia({
    rooms: { meeting: (meetingId) => meetings.get(meetingId), admit },
    tell: (one) => {
      news.push(one)
    },
  })
  const server = createServer()
  server.on('upgrade', media.upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const meet = (primary?: Meeting): Meeting => {
    met++
    const meetingId = `meeting-${met}`
    const meeting = {
      ...{ meetingId, externalMeetingId: 'cnf_1', mediaRegion: 'local', attendees: new Map() },
      ...(primary && { primaryMeetingId: primary.meetingId }),
    }
    meetings.set(meetingId, meeting)
    return meeting
  }

  const addressOf = (meetingId: string) => `ws://127.0.0.1:${port}/control/${meetingId}`

  const seat = (meeting: Meeting, name: string, capabilities: Partial<Capabilities> = {}): Attendee => {
    const attendee = {
      attendeeId: name,
      externalUserId: name,
      joinToken: name,
      capabilities: { ...full, ...capabilities },
    }
    meeting.attendees.set(name, attendee)
    return attendee
  }

  /** Joins, and is not yet connected. */
  const join = async (meeting: Meeting, token: string): Promise<Ghost> => {
    const [name = ''] = token.split('#')
    if (!meeting.attendees.has(name)) seat(meeting, name)
    const ghost = await Ghost.join(addressOf(meeting.meetingId), token)
    ghosts.add(ghost)
    return ghost
  }

  const end = ({ meetingId }: Meeting): void => {
    meetings.delete(meetingId)
    media.meetingEnded(meetingId)
  }

  const drop = (ghost: Ghost): void => {
    if (ghosts.delete(ghost)) ghost.leave()
  }

  return {
    ...{ media, meet, end, seat, join, drop, addressOf },
    /** Joins and connects. */
    enter: async (meeting: Meeting, token: string, wish: Parameters<Ghost['connect']>[0] = {}) => {
      const ghost = await join(meeting, token)
      await ghost.frame(FrameType.INDEX)
      await ghost.connect(wish)
      return ghost
    },
    newsOf: ({ meetingId }: Meeting) => news.filter((one) => one.meetingId === meetingId),
    clear: () => {
      for (const ghost of ghosts) drop(ghost)
    },
    close: async () => {
      for (const ghost of ghosts) drop(ghost)
      await media.close()
      server.close()
    },
  }
}
export type Plane = Awaited<ReturnType<typeof openPlane>>
