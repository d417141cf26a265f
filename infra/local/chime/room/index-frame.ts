// The index: which pictures a member may ask for, and whether it may send one.
import { encodeFrame, FrameType, MediaType } from '../wire/frames.ts'
import type { Member } from './member.ts'

/** Pictures sent to a room at once: whoever comes later only looks. */
export const publishersMost = 25
const viewOnly = 206

const mayPublish = (member: Member): boolean => {
  if (!member.maySend('Video')) return false
  if (member.videoIn) return true
  return member.content || member.room.publishers.filter(({ content }) => !content).length < publishersMost
}

const sourcesFor = (member: Member) =>
  member.room.publishers
    .filter(({ content }) => member.mayReceive(content ? 'Content' : 'Video'))
    // The client knows itself by the replica's id: its own picture would come to it as another's.
    .filter((publisher) => publisher !== member || !member.promoted)
    .map((publisher) => ({
      streamId: publisher.videoIn.streamId,
      groupId: publisher.videoIn.streamId,
      framerate: publisher.videoIn.framerate,
      maxBitrateKbps: publisher.videoIn.maxBitrateKbps,
      avgBitrateBps: Math.max(1, publisher.videoIn.bitrate),
      trackLabel: 'AmazonChimeExpressVideo',
      attendeeId: publisher.attendeeId,
      externalUserId: publisher.externalUserId,
      mediaType: MediaType.VIDEO,
    }))

/** @param stopsVideo also tells the client that it sends no picture any more */
export const sendIndex = (member: Member, stopsVideo = false): void =>
  member.sendBytes(
    encodeFrame({
      type: FrameType.INDEX,
      index: {
        atCapacity: !mayPublish(member),
        sources: sourcesFor(member),
        pausedAtSourceIds: [],
        numParticipants: member.room.visible.length,
      },
      ...(stopsVideo && { error: { status: viewOnly } }),
    }),
  )

export { mayPublish, viewOnly }
