// SUBSCRIBE: what a client sends and wants to see, agreed anew each time something of it changes.
import { AudioIn } from '../sfu/audio-in.ts'
import { AudioOut } from '../sfu/audio-out.ts'
import { VideoIn } from '../sfu/video-in.ts'
import { VideoOut } from '../sfu/video-out.ts'
import { type Frame, FrameType, MediaType } from '../wire/frames.ts'
import type { Peer } from '../wire/peer.ts'
import type { Peers } from '../wire/peers.ts'
import { writeHeader } from '../wire/rtp.ts'
import { audioLevel, labelOf, type SectionPlan, writeAnswer } from '../wire/sdp-answer.ts'
import { cameraCodec, codecNamed, type Offer, readOffer, type Section } from '../wire/sdp-offer.ts'
import { mayPublish, sendIndex, viewOnly } from './index-frame.ts'
import type { Member } from './member.ts'

type Subscribe = NonNullable<Frame['sub']>
type Track = { streamId: number; ssrc: number; trackLabel: string }
type Plans = Map<string, SectionPlan>

const audioStream = 1
const receiveOnly = 1
/** Pictures a client may watch at once: it gets none of what it asks for beyond. */
export const watchedMost = 25

const planAudio = (member: Member, peer: Peer, section: Section, plans: Plans, tracks: Track[]) => {
  const codec = section.codecs.find(({ name }) => name.startsWith('opus/')) ?? section.codecs[0]
  if (!codec) return
  const level = section.extensions.find(({ uri }) => uri === audioLevel)?.id
  member.audioIn ??= new AudioIn(peer, codec.payloadType, level)
  member.audioOut ??= new AudioOut((payload, index, timestamp) => {
    const header = writeHeader(codec.payloadType, false, index & 0xffff, timestamp, out.ssrc)
    peer.sendRtp(header, payload, index)
  })
  const out = member.audioOut
  plans.set(section.mid, { codec, receives: true, sends: true, ssrc: out.ssrc })
  tracks.push({ streamId: audioStream, ssrc: out.ssrc, trackLabel: labelOf(section) })
}

const unpublish = (member: Member): void => {
  if (!member.videoIn) return
  for (const other of member.room.members)
    for (const [mid, out] of other.videoOuts) if (out.source === member.videoIn) other.videoOuts.delete(mid)
  member.videoIn.watchers.clear()
  member.videoIn = undefined
  member.room.teller.video(member, false)
}

/** What the client wants to send, if it wants to send a picture. */
const cameraOf = ({ duplex, sendStreams }: Subscribe) =>
  duplex === receiveOnly ? undefined : sendStreams?.find(({ mediaType }) => mediaType === MediaType.VIDEO)

const publish = (member: Member, peer: Peer, section: Section, sub: Subscribe): VideoIn | undefined => {
  const camera = cameraOf(sub)
  const chosen = cameraCodec(section)
  if (!camera || !chosen || section.direction === 'inactive') return undefined
  const { codec, offered } = chosen
  const known = member.videoIn
  if (known?.codec === codec && known.payloadType === offered.payloadType) return known
  return new VideoIn(peer, {
    streamId: member.room.newVideoStream(),
    codec,
    payloadType: offered.payloadType,
    maxBitrateKbps: Math.round(camera.maxBitrateKbps || 600),
    framerate: Math.round(camera.framerate || 15),
  })
}

/** @returns whether the client wanted to send what it may not */
const planCamera = (member: Member, peer: Peer, section: Section, sub: Subscribe, plans: Plans): boolean => {
  const wanted = publish(member, peer, section, sub)
  const granted = wanted && mayPublish(member) ? wanted : undefined
  if (granted !== member.videoIn) {
    unpublish(member)
    member.videoIn = granted
    if (granted) member.room.teller.video(member, true)
  }
  const codec = cameraCodec(section)?.offered
  if (codec) plans.set(section.mid, { codec, receives: granted !== undefined, sends: granted !== undefined })
  return wanted !== undefined && granted === undefined
}

const watch = (member: Member, peer: Peer, section: Section, streamId: number): VideoOut | undefined => {
  const publisher = member.room.publisherOf(streamId)
  if (!publisher || !member.mayReceive(publisher.content ? 'Content' : 'Video')) return undefined
  const codec = codecNamed(section, publisher.videoIn.codec)
  if (!codec) return undefined
  const known = member.videoOuts.get(section.mid)
  if (known?.isOf(publisher.videoIn, codec.payloadType)) return known
  return new VideoOut(peer, publisher.videoIn, codec.payloadType)
}

const leaveSection = (member: Member, mid: string, next?: VideoOut): void => {
  const before = member.videoOuts.get(mid)
  if (before === next) return
  before?.source.watchers.delete(before)
  if (next) {
    next.source.watchers.add(next)
    member.videoOuts.set(mid, next)
  } else member.videoOuts.delete(mid)
}

/** @param wanted the pictures asked for, by section */
const planWatched = (member: Member, peer: Peer, wanted: Map<Section, number>, plans: Plans): Track[] => {
  const tracks: Track[] = []
  for (const [section, streamId] of wanted) {
    const asked = streamId > 0 && !section.stopped && tracks.length < watchedMost
    const out = asked ? watch(member, peer, section, streamId) : undefined
    leaveSection(member, section.mid, out)
    const codec = out && codecNamed(section, out.source.codec)
    if (!out || !codec) continue
    plans.set(section.mid, { codec, receives: false, sends: true, ssrc: out.ssrc })
    tracks.push({ streamId, ssrc: out.ssrc, trackLabel: labelOf(section) })
  }
  const alive = new Set([...wanted.keys()].map(({ mid }) => mid))
  for (const mid of member.videoOuts.keys()) if (!alive.has(mid)) leaveSection(member, mid)
  return tracks
}

const answerTo = (member: Member, peer: Peer, offer: Offer, sub: Subscribe) => {
  const plans: Plans = new Map()
  const tracks: Track[] = []
  const videos = offer.sections.filter(({ kind }) => kind === 'video')
  const audio = offer.sections.find(({ kind }) => kind === 'audio')
  if (audio) planAudio(member, peer, audio, plans, tracks)
  const camera = videos.find(({ direction, stopped }) => !stopped && direction !== 'recvonly')
  const refused = camera !== undefined && planCamera(member, peer, camera, sub, plans)
  if (!camera) unpublish(member)
  // The client's list is in the order of the sections, with a zero for its camera.
  const streams = videos.map((section, nth) => [section, sub.receiveStreamIds?.[nth] ?? 0] as const)
  const wanted = new Map(streams.filter(([section]) => section !== camera))
  tracks.push(...planWatched(member, peer, wanted, plans))
  return { plans, tracks, refused }
}

const allocationsOf = ({ videoIn }: Member) =>
  videoIn
    ? [{ trackLabel: 'AmazonChimeExpressVideo', streamId: videoIn.streamId, groupId: videoIn.streamId }]
    : []

/** @param now a clock that only goes forward. @param open makes the client's transport, once. @returns false for what is no offer */
export const subscribe = (
  member: Member,
  sub: Subscribe,
  peers: Peers,
  open: (offer: Offer) => Peer,
  now: number,
): boolean => {
  const offer = readOffer(sub.sdpOffer ?? '')
  if (!offer) return false
  member.peer ??= open(offer)
  const { peer } = member
  const before = member.videoIn
  const muted = sub.audioMuted ?? member.muted
  const { plans, tracks, refused } = answerTo(member, peer, offer, sub)
  const ground = {
    port: peers.port,
    ufrag: peer.ufrag,
    password: peer.password,
    fingerprint: peers.fingerprint,
  }
  const suback = {
    duplex: sub.duplex ?? receiveOnly,
    allocations: allocationsOf(member),
    sdpAnswer: writeAnswer(offer, plans, ground),
    tracks,
  }
  member.send({ type: FrameType.SUBSCRIBE_ACK, suback, ...(refused && { error: { status: viewOnly } }) })
  if (member.videoIn !== before) member.room.tellIndex()
  else if (refused) sendIndex(member)
  if (muted !== member.muted) {
    member.muted = muted
    member.room.tellMuted(member)
  }
  for (const out of member.videoOuts.values()) if (out.waits) out.source.askKeyFrame(now)
  return true
}

export { unpublish }
