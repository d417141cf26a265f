// The bare side of bench `board`: node:http that answers one file's gzip bytes. Argument: that file.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const bytes = readFileSync(process.argv[2] ?? '')
const headers = {
  'Content-Type': 'application/json',
  'Content-Encoding': 'gzip',
  'Content-Length': bytes.length,
}

const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(bytes)
})

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
