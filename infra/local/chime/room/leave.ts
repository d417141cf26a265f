// How a connection ends: by itself, or told why and closed.
import { FrameType } from '../wire/frames.ts'
import type { Peers } from '../wire/peers.ts'
import type { Member } from './member.ts'
import { unpublish } from './subscribe.ts'

/** As AUDIO_STATUS says them. */
export const Status = {
  joinedElsewhere: 301,
  atCapacity: 409,
  rejected: 403,
  ended: 410,
  removed: 411,
} as const

/** Close codes of the WebSocket the client knows. */
export const Close = { normal: 1000, badRequest: 4400, badToken: 4403, ended: 4410, failed: 4500 } as const

const stopWatching = (member: Member): void => {
  for (const out of member.videoOuts.values()) out.source.watchers.delete(out)
  member.videoOuts.clear()
  member.audioOut?.close()
  for (const listener of member.audioIn?.listeners ?? []) listener.drop()
}

/** Takes a member out of its room; a second time is nothing. */
export const leave = (member: Member, peers: Peers, dropped: boolean): void => {
  const { room, peer } = member
  if (!room.members.delete(member)) return
  const published = member.videoIn !== undefined
  unpublish(member)
  stopWatching(member)
  if (peer) peers.forget(peer)
  if (member.present) {
    member.present = false
    room.vanish(member, dropped)
    if (member.promoted) room.teller.promoted(member, false)
    room.teller.gone(member, dropped)
  }
  if (published || !member.hidden) room.tellIndex()
}

export const endWith = (member: Member, peers: Peers, status: (typeof Status)[keyof typeof Status]): void => {
  member.send({ type: FrameType.AUDIO_STATUS, audioStatus: { audioStatus: status } })
  leave(member, peers, false)
  member.socket.close(status === Status.ended ? Close.ended : Close.normal)
}
