// A media plane that carries nothing: for what is about control alone.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { MediaPlane } from './model.ts'

const unavailable = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n'

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void
export type OpenMediaPlane = MediaPlane & { upgrade: Upgrade }

export const openQuietMedia = async (): Promise<OpenMediaPlane> => ({
  capabilitiesChanged: () => {},
  attendeeRemoved: () => {},
  meetingEnded: () => {},
  listening: () => 0,
  tap: () => () => {},
  close: async () => {},
  upgrade: (_request, socket) => {
    socket.end(unavailable, () => socket.destroy())
  },
})
