// A WebSocket as the stream the broker reads and writes: what one packet writes goes out as one frame.
import { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'

type Chunk = { chunk: Buffer }

const bytesOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)

export const streamOf = (socket: WebSocket): Duplex => {
  const send = (chunks: readonly Chunk[], done: (error?: Error | null) => void) =>
    socket.readyState === socket.OPEN
      ? socket.send(Buffer.concat(chunks.map(({ chunk }) => chunk)), { binary: true }, done)
      : done()
  const stream = new Duplex({
    read: () => socket.resume(),
    write: (chunk: Buffer, _encoding, done) => send([{ chunk }], done),
    writev: send,
    destroy: (_error, done) => {
      socket.close()
      done(null)
    },
  })
  // What is not read yet waits at the sender, not in this home's memory.
  socket.on('message', (data) => {
    if (!stream.push(bytesOf(data))) socket.pause()
  })
  socket.once('close', () => {
    stream.push(null)
    stream.destroy()
  })
  socket.on('error', () => stream.destroy())
  return stream
}

const publishByte = 0x30

/** A QoS 0 PUBLISH packet: the same bytes for everybody, so made once for all. */
export const frameOf = (topic: string, payload: Buffer): Buffer => {
  const name = Buffer.from(topic)
  const length: number[] = []
  for (let rest = 2 + name.length + payload.length; length.length === 0 || rest > 0; rest >>>= 7)
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
  const head = Buffer.from([publishByte, ...length, name.length >> 8, name.length & 255])
  return Buffer.concat([head, name, payload])
}
