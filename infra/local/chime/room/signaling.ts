// What a client's frames ask for, one by one.
import type { Rooms } from '../model.ts'
import { type Frame, FrameType, PingPong } from '../wire/frames.ts'
import type { Peers } from '../wire/peers.ts'
import { sendIndex } from './index-frame.ts'
import { Close, leave } from './leave.ts'
import type { Member } from './member.ts'
import { demote, promote } from './promotion.ts'
import { subscribe, watchedMost } from './subscribe.ts'
import { openTransport } from './transport.ts'

export type Clock = { now(): number; at(): number }

export type Ground = { rooms: Rooms; peers: Peers; clock: Clock }

const joined = (member: Member): void => {
  member.send({
    type: FrameType.JOIN_ACK,
    joinack: {
      // No relay is needed on one machine, and none is offered; without credentials the client would give up.
      turnCredentials: { username: 'local', password: 'local', ttl: 300, uris: [] },
      videoSubscriptionLimit: watchedMost,
      wantsCompressedSdp: false,
      defaultServerSideNetworkAdaption: 1,
    },
  })
  sendIndex(member)
}

const mute = (member: Member, muted: boolean): void => {
  member.muted = muted
  member.room.tellMuted(member)
}

const outsOf = (member: Member, streamIds: readonly number[]) =>
  [...member.videoOuts.values()].filter(({ source }) => streamIds.includes(source.streamId))

const pause = (member: Member, streamIds: readonly number[]): void => {
  for (const out of outsOf(member, streamIds)) out.pause()
}

const resume = (member: Member, streamIds: readonly number[], now: number): void => {
  for (const out of outsOf(member, streamIds)) out.resume(now)
}

const pong = (member: Member, ping: Frame['pingPong']): void => {
  if (ping?.type === PingPong.PING)
    member.send({ type: FrameType.PING_PONG, pingPong: { type: PingPong.PONG, pingId: ping.pingId } })
}

const post = (member: Member, frame: NonNullable<Frame['dataMessage']>, at: number): void => {
  for (const { topic, data, lifetimeMs } of frame.messages ?? []) {
    const posted = member.room.board.post(
      member,
      { topic: topic ?? '', data: data ?? new Uint8Array(), lifetimeMs: lifetimeMs ?? 0 },
      at,
    )
    if (posted.what === 'refused') continue
    const sent = { type: FrameType.DATA_MESSAGE, dataMessage: { messages: [posted.message] } }
    if (posted.what === 'throttled') member.send(sent)
    else member.room.broadcast(sent, member)
  }
}

const part = (member: Member, { peers }: Ground): void => {
  member.send({ type: FrameType.LEAVE_ACK, leaveAck: {} })
  leave(member, peers, false)
  member.socket.close(Close.normal)
}

type Handler = (member: Member, frame: Frame, ground: Ground) => void

const handlers: Partial<Record<Frame['type'], Handler>> = {
  [FrameType.PING_PONG]: (member, { pingPong }) => pong(member, pingPong),
  [FrameType.JOIN]: joined,
  [FrameType.SUBSCRIBE]: (member, { sub }, ground) => {
    if (!sub || !subscribe(member, sub, ground.peers, openTransport(member, ground), ground.clock.now()))
      member.socket.close(Close.badRequest)
  },
  [FrameType.PAUSE]: (member, frame) => pause(member, frame.pause?.streamIds ?? []),
  [FrameType.RESUME]: (member, frame, { clock }) => resume(member, frame.pause?.streamIds ?? [], clock.now()),
  [FrameType.AUDIO_CONTROL]: (member, { audioControl }) => mute(member, audioControl?.muted ?? false),
  [FrameType.DATA_MESSAGE]: (member, { dataMessage }, { clock }) => {
    if (dataMessage && !member.hidden) post(member, dataMessage, clock.at())
  },
  [FrameType.PRIMARY_MEETING_JOIN]: (member, { primaryMeetingJoin }, { rooms }) =>
    promote(member, primaryMeetingJoin?.credentials, rooms),
  [FrameType.PRIMARY_MEETING_LEAVE]: (member) => demote(member, { tell: false }),
  [FrameType.LEAVE]: (member, _frame, ground) => part(member, ground),
}

/** Metrics and timings have no handler: they are for the service's own eyes. */
export const heardFrame = (member: Member, frame: Frame, ground: Ground): void =>
  handlers[frame.type]?.(member, frame, ground)
