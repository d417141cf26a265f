// The one UDP socket of all peers: what comes is told apart by its first byte, and tests may lose some of it.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'

export type Address = { address: string; port: number }

export type Heard = {
  stun(packet: Buffer, from: Address): void
  dtls(packet: Buffer, from: Address): void
  media(packet: Buffer, from: Address): void
}

/** Shares from 0 to 1 of the media packets that are lost; handshakes are left alone, for they are not what is tried. */
export type Loss = { in: number; out: number }

export type Udp = {
  address: Address
  send(datagram: Buffer | Buffer[], to: Address): void
  /** Subject to loss. */
  sendMedia(datagram: Buffer[], to: Address): void
  close(): Promise<void>
}

const isMedia = (first: number) => first >= 128 && first < 192
const isDtls = (first: number) => first >= 20 && first < 64

const tellApart = (heard: Heard, loses: () => boolean) => (packet: Buffer, from: Address) => {
  const first = packet[0]
  if (first === undefined) return
  if (isMedia(first)) {
    if (!loses()) heard.media(packet, from)
  } else if (first < 4) heard.stun(packet, from)
  else if (isDtls(first)) heard.dtls(packet, from)
}

const bufferBytes = 4 * 1024 * 1024

const openSocket = async (port: number) => {
  // Peers are told by number: nothing is looked up.
  const socket = createSocket({ type: 'udp4', lookup: (host, _options, found) => found(null, host, 4) })
  // Listening is told at once, where nothing is looked up.
  const listening = once(socket, 'listening')
  socket.bind(port, '127.0.0.1')
  await listening
  socket.setRecvBufferSize(bufferBytes)
  socket.setSendBufferSize(bufferBytes)
  return socket
}

/** @param random of tests with a seed. @param loss read at each packet, so that it may change */
export const openUdp = async (
  heard: Heard,
  { port = 0, random = Math.random, loss }: { port?: number; random?: () => number; loss?: Loss },
): Promise<Udp> => {
  const socket = await openSocket(port)
  const loses = (share: number | undefined) => share !== undefined && share > 0 && random() < share
  socket.on(
    'message',
    tellApart(heard, () => loses(loss?.in)),
  )
  // A peer that went is an error of the next datagram to it: nothing to do about it here.
  socket.on('error', () => undefined)
  const send: Udp['send'] = (datagram, to) => socket.send(datagram, to.port, to.address)
  return {
    address: { address: '127.0.0.1', port: socket.address().port },
    send,
    sendMedia: (datagram, to) => {
      if (!loses(loss?.out)) send(datagram, to)
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}
