// The door of the rooms: a WebSocket with a join token in its subprotocols is a member from its first frame on.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Attendee, Meeting } from '../model.ts'
import { decodeFrame, FrameType } from '../wire/frames.ts'
import { Close, endWith, leave, Status } from './leave.ts'
import { contentSuffix, Member } from './member.ts'
import { demote } from './promotion.ts'
import type { Room } from './room.ts'
import { type Ground, heardFrame } from './signaling.ts'

const subprotocol = '_aws_wt_session'
const messageMost = 512 * 1024
/** A client says something every ten seconds. */
const silentMostMs = 30_000
const sharesMost = 2

type Admitted = { meeting: Meeting; attendee: Attendee; content: boolean }

const admit = (request: IncomingMessage, { rooms }: Ground): Admitted | number => {
  const [path = ''] = (request.url ?? '').split('?')
  const meeting = rooms.meeting(path.split('/')[2] ?? '')
  if (!meeting) return Close.ended
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  const token = offered.find((one) => one !== subprotocol) ?? ''
  const content = token.endsWith(contentSuffix)
  const attendee = rooms.admit(meeting.meetingId, content ? token.slice(0, -contentSuffix.length) : token)
  return attendee ? { meeting, attendee, content } : Close.badToken
}

/** Whoever joins a second time ends the first. */
const evict = (member: Member, ground: Ground): void => {
  for (const other of member.room.members) {
    if (!member.replica && !member.content && other.promoted?.attendeeId === member.attendee.attendeeId)
      demote(other, { tell: true })
    if (other === member || other.content !== member.content || other.meetingId !== member.meetingId) continue
    const { attendeeId, externalUserId } = other.attendee
    if (attendeeId === member.attendee.attendeeId || externalUserId === member.attendee.externalUserId)
      endWith(other, ground.peers, Status.joinedElsewhere)
  }
}

const enter = (member: Member, ground: Ground): void => {
  const { room } = member
  evict(member, ground)
  room.members.add(member)
  room.teller.authorized(member)
  const shares = [...room.members].filter(({ content }) => content).length
  if (member.content && !member.maySend('Video')) endWith(member, ground.peers, Status.rejected)
  else if (shares > sharesMost) endWith(member, ground.peers, Status.atCapacity)
}

/** Between the opened door and the first step in, a meeting may have ended and an attendee be removed. */
const stillAdmitted = ({ meetingId, attendee }: Member, { rooms }: Ground): number | undefined => {
  const meeting = rooms.meeting(meetingId)
  if (!meeting) return Close.ended
  return meeting.attendees.has(attendee.attendeeId) ? undefined : Close.badToken
}

const heard = (member: Member, message: Buffer, ground: Ground): void => {
  // Whoever was shown out may go on talking until the connection is closed.
  if (member.socket.readyState !== member.socket.OPEN) return
  const frame = decodeFrame(message)
  if (!frame) return
  const { members } = member.room
  if (frame.type === FrameType.JOIN && !members.has(member)) {
    const refused = stillAdmitted(member, ground)
    if (refused === undefined) enter(member, ground)
    else member.socket.close(refused)
  }
  if (members.has(member) || frame.type === FrameType.PING_PONG) heardFrame(member, frame, ground)
}

const attend = (member: Member, ground: Ground): void => {
  const { socket } = member
  let silence: NodeJS.Timeout | undefined
  const listen = () => {
    clearTimeout(silence)
    silence = setTimeout(() => socket.terminate(), silentMostMs)
    silence.unref()
  }
  listen()
  socket.on('message', (message) => {
    listen()
    try {
      if (Buffer.isBuffer(message)) heard(member, message, ground)
    } catch {
      // What one client says must not end the others' meeting.
      socket.close(Close.failed)
    }
  })
  socket.on('close', () => {
    clearTimeout(silence)
    leave(member, ground.peers, true)
  })
  // A broken connection closes too; that is heard of there.
  socket.on('error', () => undefined)
}

/** @param roomOf the room a meeting's people are in: the primary's, for a replica */
export const openDoor = (ground: Ground, roomOf: (meeting: Meeting) => Room | undefined) => {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: messageMost,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  })
  const letIn = (socket: WebSocket, request: IncomingMessage): void => {
    const admitted = admit(request, ground)
    const room = typeof admitted === 'number' ? undefined : roomOf(admitted.meeting)
    if (typeof admitted === 'number' || !room) {
      socket.close(typeof admitted === 'number' ? admitted : Close.ended)
      return
    }
    const { meeting, attendee, content } = admitted
    attend(new Member(room, socket, { meetingId: meeting.meetingId, attendee, content }), ground)
  }
  const cut = (): void => {
    for (const socket of server.clients) socket.terminate()
  }
  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      server.handleUpgrade(request, socket, head, (websocket) => letIn(websocket, request)),
    cut,
    close: (): void => {
      cut()
      server.close()
    },
  }
}
