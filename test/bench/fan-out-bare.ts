// The bare side of bench `fan-out`: whatever is posted goes to every WebSocket as the packet the other side sends.
// Argument: the conference.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { changeOf } from './fan-out-message.ts'

const { packet } = changeOf(process.argv[2] ?? '')
const door = new WebSocketServer({ noServer: true, perMessageDeflate: false })

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    for (const socket of door.clients) socket.send(packet, { binary: true })
    response.end('{}')
  })
})
server.on('upgrade', (request, socket, head) => door.handleUpgrade(request, socket, head, () => {}))
server.listen(0, '127.0.0.1', 4_096, () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ port, publish: `http://127.0.0.1:${port}` })
})
