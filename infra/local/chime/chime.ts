// Amazon Chime SDK on one machine: meetings, attendees, signalling and media for the SDK's own clients, unmodified.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { now as houseNow } from '#functions/shared/clock.ts'
import { Refusal, refuseInsideAws } from '../refusal.ts'
import { isForeign } from './doors.ts'
import { type Events, type EventsOptions, openEvents } from './events.ts'
import type { News, Rooms } from './model.ts'
import { noObjects, type PipelineObjects } from './pipeline-objects.ts'
import type { OpenMediaPlane } from './quiet-media.ts'
import { defaultQuotas, type Quotas } from './quotas.ts'
import { ChimeRefusal } from './refusals.ts'
import { refuse, type Troubles } from './rest.ts'
import { openRun, type Run } from './run.ts'

export type ChimeOptions = Partial<Pick<EventsOptions, 'onEvent' | 'manners' | 'now'>> & {
  /** 0, any free one, unless told. */
  port?: number
  quotas?: Partial<Quotas>
  /** Whose pages may connect; any page of this machine unless told. */
  origins?: readonly string[]
  /** What carries sound and pictures: the room's own media plane unless told. */
  media?: (options: { rooms: Rooms; tell: (news: News) => void }) => Promise<OpenMediaPlane>
  /** Where recordings are put. */
  objects?: PipelineObjects
  /** What goes wrong of itself now and then; nothing unless told. */
  troubles?: Troubles
  /** How often meetings that are over are looked for. */
  lookMs?: number
}

export type Chime = {
  /** What the SDK's clients are pointed at. */
  endpoint: string
  /** Where pages connect, for a content security policy: the same port, `ws:`. */
  origin: string
  /** Gone as in a crash: connections are cut, every meeting is lost, nothing is told. */
  stop(): Promise<void>
  /** Back again at the same address, without meetings. */
  start(): Promise<void>
  restart(): Promise<void>
  /** Ends what is over as of now, without waiting for the next look. */
  look(): Promise<void>
  /** Resolves when every event told so far has been taken. */
  settled(): Promise<void>
}

const forbidden = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'
const notFound = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', ({ message }) => reject(new Refusal(`The local Chime cannot listen: ${message}.`)))
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/** @returns what ends it: connections that became something else than HTTP are cut as well */
const endOf = (server: Server) => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
}

const upgrades =
  (run: Run, port: () => number, origins: readonly string[] | undefined) =>
  (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (isForeign(request, port(), origins)) socket.end(forbidden, () => socket.destroy())
    else if (/^\/control\/[\w-]+([?]|$)/.test(request.url ?? '')) run.media.upgrade(request, socket, head)
    else socket.end(notFound, () => socket.destroy())
  }

const serve = async (options: ChimeOptions, run: Run, wanted: number) => {
  let port = wanted
  const server = createServer((request, response) => {
    if (isForeign(request, port, options.origins)) {
      request.resume()
      refuse(response, new ChimeRefusal('ForbiddenException', 'This server answers its own machine only.'))
    } else void run.answer(request, response)
  })
  server.on(
    'upgrade',
    upgrades(run, () => port, options.origins),
  )
  const end = endOf(server)
  port = await listen(server, wanted)
  return { port, end }
}

/** From its start to its end: rooms and media begin anew each time, at the same port. */
const openLife = async (options: ChimeOptions, events: Events, wanted: number) => {
  const { now = houseNow, objects = noObjects, troubles = () => undefined } = options
  const media = options.media ?? (await import('./media.ts')).openMedia
  let port = wanted
  const quotas = { ...defaultQuotas, ...options.quotas }
  const signaling = () => `ws://127.0.0.1:${port}`
  const run = await openRun({ quotas, now, events, media, objects, troubles, signaling })
  try {
    const served = await serve(options, run, wanted)
    port = served.port
    const looking = setInterval(run.look, options.lookMs ?? 1000).unref()
    const end = async () => {
      clearInterval(looking)
      await run.close()
      await served.end()
    }
    return { run, port, end }
  } catch (error) {
    await run.close()
    throw error
  }
}

/** @throws Refusal inside AWS, where there is the real one, or when the port is taken */
export const startChime = async (options: ChimeOptions = {}): Promise<Chime> => {
  refuseInsideAws('The local Chime')
  const { now = houseNow, onEvent, manners } = options
  const events = openEvents({ now, onEvent, manners })
  const first = await openLife(options, events, options.port ?? 0)
  const { port } = first
  let life: Promise<typeof first> | undefined = Promise.resolve(first)
  const stop = async () => {
    const ending = life
    life = undefined
    // What never came up needs no end.
    await (await ending?.catch(() => undefined))?.end()
  }
  const start = async () => {
    const begun = life ?? openLife(options, events, port)
    life = begun
    await begun.catch((error: unknown) => {
      // The port may be free again later.
      if (life === begun) life = undefined
      throw error
    })
  }
  return {
    endpoint: `http://127.0.0.1:${port}`,
    origin: `ws://127.0.0.1:${port}`,
    stop,
    start,
    restart: async () => {
      await stop()
      await start()
    },
    look: async () => (await life)?.run.look(),
    settled: async () => {
      await (await life)?.run.settled()
      await events.settled()
    },
  }
}
