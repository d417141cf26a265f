// A member's transport: what comes over it goes to the streams it belongs to.
import { FrameType } from '../wire/frames.ts'
import type { Peer } from '../wire/peer.ts'
import type { Feedback } from '../wire/rtcp.ts'
import type { RtpPacket } from '../wire/rtp.ts'
import type { Offer } from '../wire/sdp-offer.ts'
import { Close } from './leave.ts'
import type { Member } from './member.ts'
import type { Clock, Ground } from './signaling.ts'

const heardPacket = (member: Member, packet: RtpPacket, clock: Clock): void => {
  const [now, at] = [clock.now(), clock.at()]
  const { videoIn, audioIn } = member
  if (packet.payloadType === videoIn?.payloadType) {
    if (member.maySend('Video')) videoIn.heard(packet, now, at)
  } else if (packet.payloadType === audioIn?.payloadType) audioIn.heard(packet, member.audible, now, at)
}

const heardFeedback = (member: Member, feedback: Feedback, clock: Clock): void => {
  if (feedback.what === 'sender-report') {
    const { ssrc, ntpMiddle } = feedback
    member.audioIn?.noteSenderReport(ssrc, ntpMiddle, clock.at())
    member.videoIn?.noteSenderReport(ssrc, ntpMiddle, clock.at())
    return
  }
  for (const out of member.videoOuts.values()) {
    if (out.ssrc !== feedback.ssrc) continue
    if (feedback.what === 'nack') out.sendAgain(feedback.sequences, clock.now())
    else out.source.askKeyFrame(clock.now())
  }
}

const arrive = (member: Member, clock: Clock): void => {
  const { room } = member
  if (!room.members.has(member)) return
  room.arrive(member)
  if (!member.hidden) room.tellIndex()
  const messages = room.board.missedBy(member, clock.at())
  if (messages.length > 0) member.send({ type: FrameType.DATA_MESSAGE, dataMessage: { messages } })
}

export const openTransport =
  (member: Member, { peers, clock }: Ground) =>
  ({ fingerprint }: Offer): Peer =>
    peers.open(fingerprint, {
      connected: () => arrive(member, clock),
      failed: () => member.socket.close(Close.failed),
      rtp: (packet) => heardPacket(member, packet, clock),
      rtcp: (feedback) => heardFeedback(member, feedback, clock),
    })
