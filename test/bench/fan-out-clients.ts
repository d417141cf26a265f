// The pages of bench `fan-out`, on bare TCP so that thousands weigh little: each counts the bytes of one change. Tells
// how long it took from publishing until the last had them. Arguments: mqtt or bare, port, where to publish, the
// conference, how many.
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { clientIdOf } from '#functions/live/messages.schema.ts'
import { localCredentials } from '#infra/local/dynamodb.ts'
import { changeOf } from './fan-out-message.ts'

const [kind, port, publish, conferenceId = '', count] = process.argv.slice(2)
const { topic, payload, packet } = changeOf(conferenceId)

/** A frame as clients send them: masked, with a mask of noughts. */
const masked = (bytes: Buffer): Buffer => {
  const length =
    bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 255]
  return Buffer.concat([Buffer.from([0x82, ...length, 0, 0, 0, 0]), bytes])
}

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value)
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
}

const packetOf = (first: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7]
  return masked(Buffer.concat([Buffer.from([first, ...length]), body]))
}

/** MQTT 3.1.1, clean session, user name and password, no wish to be asked whether it lives. */
const hello = (at: number): Buffer =>
  packetOf(
    0x10,
    text('MQTT'),
    Buffer.from([4, 0xc2, 0, 0]),
    text(clientIdOf({ conferenceId, sub: 'bench', page: `page-${at}` })),
    text(conferenceId),
    text('token'),
  )
const subscribe = packetOf(0x82, Buffer.from([0, 1]), text(topic), Buffer.from([0]))

const upgrade = `GET /live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${kind === 'mqtt' ? 'Sec-WebSocket-Protocol: mqtt\r\n' : ''}\r\n`

/** What has come on a socket, until it is as told. */
const until = (socket: Socket, enough: (bytes: Buffer) => boolean) =>
  new Promise<void>((resolve, reject) => {
    let bytes = Buffer.alloc(0)
    const hear = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      if (!enough(bytes)) return
      socket.off('data', hear)
      resolve()
    }
    socket.on('data', hear)
    socket.once('close', () => reject(new Error('A page was cut off.')))
  })

const frameBytes = 2
const [connackBytes, subackBytes] = [4, 5].map((bytes) => bytes + frameBytes)

const page = async (at: number): Promise<Socket> => {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay()
  socket.write(upgrade)
  await until(socket, (bytes) => bytes.includes('\r\n\r\n'))
  if (kind !== 'mqtt') return socket
  socket.write(hello(at))
  await until(socket, ({ length }) => length === connackBytes)
  socket.write(subscribe)
  await until(socket, ({ length }) => length === subackBytes)
  return socket
}

/** Bytes of one change on each socket: the packet and its frame's head. */
const changeBytes = packet.length + (packet.length < 126 ? 2 : 4)
const patienceMs = 10_000

let missing = 0
let done = () => {}

const hearChanges = (socket: Socket) => {
  let bytes = 0
  socket.on('data', (chunk) => {
    bytes += chunk.length
    for (; bytes >= changeBytes; bytes -= changeBytes) missing--
    if (missing === 0) done()
  })
}

const say = () => {
  const headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/bench`,
    'content-length': payload.length,
  }
  const path = `/topics/${encodeURIComponent(topic)}?qos=0`
  request(publish ?? '', { method: 'POST', path, headers }, (answer) => answer.resume()).end(payload)
}

const sound = () =>
  new Promise<{ ms: number; lost: number }>((resolve) => {
    missing = Number(count)
    const began = performance.now()
    const end = () => {
      clearTimeout(late)
      resolve({ ms: performance.now() - began, lost: missing })
    }
    const late = setTimeout(end, patienceMs)
    done = end
    say()
  })

const atOnce = 100
const pages: Socket[] = []
while (pages.length < Number(count)) {
  const some = Array.from({ length: Math.min(atOnce, Number(count) - pages.length) }, (_, at) =>
    page(pages.length + at),
  )
  pages.push(...(await Promise.all(some)))
}
for (const socket of pages) hearChanges(socket)
process.on('message', async () => process.send?.(await sound()))
process.send?.('ready')
