// SQS on one machine: takes what functions send, in SQS's own protocol, keeps it and hands it to the functions meant.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type WorkQueue, workQueues } from '../queues.data.ts'
import { type Manners, randomOf } from './manners.ts'
import { type Counter, type Handler, openCounter, Refused, Sent } from './queue-counter.ts'
import { openQueueStore } from './queue-store.ts'

export type QueuesOptions = {
  /** Where the engine is reached. */
  endpoint: string
  /** The data folder: what was set aside is kept there. */
  dir: string
  /** The function that works a queue off, by its entry. */
  handlerOf: (entry: string) => Promise<Handler>
  manners: Pick<Manners, 'repeat' | 'delayMs' | 'seed'>
  retryMs?: number
}

export type Queues = {
  /** What the functions' environment must say to reach them. */
  environment: Record<WorkQueue['setting'] | 'SQS_ENDPOINT', string>
  /** Resolves when every message sent before that waits for no moment has been handled or set aside, and what it ordered. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const answer = (response: ServerResponse, status: number, content: object) => {
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(content))
}

const send = async (counters: readonly Counter[], request: IncomingMessage) => {
  if (request.headers['x-amz-target'] !== 'AmazonSQS.SendMessage')
    throw new Refused('UnsupportedOperation', 'Only SendMessage is known here.')
  const sent = Sent.parse(await bodyOf(request))
  const counter = counters.find(({ name }) => new URL(sent.QueueUrl).pathname.endsWith(`/${name}`))
  if (!counter) throw new Refused('QueueDoesNotExist', 'The specified queue does not exist.')
  const { id, body } = await counter.take(sent)
  return { MessageId: id, MD5OfMessageBody: createHash('md5').update(body).digest('hex') }
}

const refuse = (response: ServerResponse, error: unknown) => {
  const known = error instanceof Refused
  if (!known) console.error('A message could not be taken:', error)
  const name = known ? error.name : 'InternalFailure'
  answer(response, known ? 400 : 500, { __type: `com.amazonaws.sqs#${name}`, message: String(error) })
}

/** On 127.0.0.1, for this machine's own programs: a page has an origin, a rebound name another host. */
const listen = async (counters: readonly Counter[]) => {
  const server = createServer((request, response) => {
    const { host, origin } = request.headers
    const own = origin === undefined && host === `127.0.0.1:${(server.address() as AddressInfo).port}`
    const work = own
      ? send(counters, request)
      : Promise.reject(new Refused('AccessDenied', 'Unknown caller.'))
    work.then(
      (content) => answer(response, 200, content),
      (error: unknown) => refuse(response, error),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** Opens the queues; what was under way when the home last stopped is delivered first. */
export const startQueues = async ({
  endpoint,
  dir,
  handlerOf,
  manners,
  retryMs = 100,
}: QueuesOptions): Promise<Queues> => {
  const stopping = new AbortController()
  const store = openQueueStore(endpoint)
  const { repeat, delayMs, seed } = manners
  const misfortune = { random: randomOf(seed), repeat, delayMs, retryMs, signal: stopping.signal }
  const common = { ...misfortune, store, poison: join(dir, 'poison.jsonl') }
  const counters = await Promise.all(
    Object.entries(workQueues).map(async ([id, settings]) => {
      const handler = await handlerOf(settings.entry)
      const name = settings.fifo ? `${id}.fifo` : id
      return { settings, ...(await openCounter({ ...common, name, settings, handler })) }
    }),
  )
  const lines = counters.map(({ line }) => line)
  const server = await listen(counters)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const urls = counters.map(({ name, settings }) => [settings.setting, `${address}/000000000000/${name}`])
  const inOrder = counters.filter(({ settings }) => settings.fifo)
  return {
    environment: { SQS_ENDPOINT: address, ...Object.fromEntries(urls) },
    settled: async () => {
      await Promise.all(inOrder.map(({ line }) => line.idle()))
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(lines.map((line) => line.quiet()))
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      store.close()
    },
  }
}
