// Stands before the engine so that the local home is not kinder than AWS: conflicts, throttles, an index that lags.
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, fault, throttled } from './manners-answers.ts'
import { openConflicts } from './manners-conflicts.ts'
import { openLag } from './manners-lag.ts'

/** How often each misfortune strikes, 0 to 1. Real overlaps of transactions conflict at any setting. */
export type Manners = {
  conflict: number
  throttle: number
  /** Share of index queries answered as of some milliseconds earlier. */
  lag: number
  lagMs: number
  /** Share of stream records delivered twice. */
  repeat: number
  /** Longest wait of a stream record before its delivery, drawn for each. */
  delayMs: number
  /** Share of live messages that reach nobody; `repeat` and `delayMs` duplicate and shuffle the others. */
  lose: number
  seed: number
}

/** What passes by chance fails some day: `MANNERS='{"lag":1,"lagMs":60}'` makes a chance certain. */
const asked = JSON.parse(process.env.MANNERS ?? '{}') as Partial<Manners>

/** What tests get, always. */
export const strictManners: Manners = {
  conflict: 0.02,
  throttle: 0.002,
  lag: 0.2,
  lagMs: 30,
  repeat: 0.1,
  delayMs: 15,
  lose: 0.02,
  seed: 20221123,
  ...asked,
}

/** What a person at `npm start` gets: nothing thrown in, but nothing AWS would refuse is let through. */
export const gentleManners: Manners = {
  ...strictManners,
  conflict: 0,
  throttle: 0,
  lag: 0,
  repeat: 0.02,
  delayMs: 2,
  lose: 0,
  ...asked,
}

/** A seeded random number generator (mulberry32): a bad run can be played again. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type MannersOptions = {
  /** Where the engine listens now; may wait while it is started again. */
  target: () => Promise<string>
  manners: Manners
  /** The engine's file, if it is ours: an index can then lag. */
  file?: string | undefined
  /** Told after each write that went through. */
  onWrite?: () => void
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** What is asked, however it came in. */
type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { body: Buffer }

const once = (base: string, { method = 'POST', url = '/', headers, body }: Asked) =>
  new Promise<Answer>((resolve, reject) => {
    const outgoing = request(base, {
      method,
      path: url,
      agent,
      headers: { ...headers, connection: 'keep-alive' },
    })
    outgoing.once('error', reject)
    outgoing.once('response', (answer) => {
      bodyOf(answer).then(
        (content) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: content }),
        reject,
      )
    })
    outgoing.end(body)
  })

const patienceMs = 5_000

/** Waits out an engine that is being started again; a request cut off midway is answered 500, as AWS would. */
const forward = async (options: MannersOptions, asked: Asked): Promise<Answer> => {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    try {
      return await once(await options.target(), asked)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') break
      await pause(10)
    }
  }
  return fault()
}

const writeActs = /^DynamoDB_20120810[.](TransactWriteItems|PutItem|UpdateItem|DeleteItem|BatchWriteItem)$/

const targetOf = ({ headers }: Asked) => String(headers['x-amz-target'] ?? '')

const wrote = (asked: Asked, { status }: Answer) => status === 200 && writeActs.test(targetOf(asked))

/** Starts the stand-in; clients use its endpoint for the table and its stream. */
export const startManners = async (options: MannersOptions) => {
  const { manners } = options
  const random = randomOf(manners.seed)
  const conflicts = openConflicts()
  const lag = openLag(options.file, manners, random)
  let refused = 0

  const answer = async (target: string, asked: Asked): Promise<Answer> => {
    const table = target.startsWith('DynamoDB_20120810.') && !/Table|TimeToLive/.test(target)
    if (table && random() < manners.throttle) {
      refused++
      return throttled()
    }
    if (/Transact(Write|Get)Items|(Put|Update|Delete)Item$/.test(target)) {
      const held = conflicts.enter(target, asked.body, random() < manners.conflict ? random() : undefined)
      if ('refused' in held) {
        refused++
        return held.refused
      }
      try {
        return await forward(options, asked)
      } finally {
        held.leave()
      }
    }
    const whole = await forward(options, asked)
    return target.endsWith('.Query') ? lag.backdate(asked.body, whole) : whole
  }

  const ask = async (asked: Asked): Promise<Answer> => {
    const given = await answer(targetOf(asked), asked)
    if (wrote(asked, given)) lag.mark()
    return given
  }

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url, headers } = incoming
    const asked = { method, url, headers, body: await bodyOf(incoming) }
    const given = await ask(asked)
    outgoing.writeHead(given.status, given.headers).end(given.body)
    if (wrote(asked, given)) options.onWrite?.()
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The same for whoever is in this process, without a way over the network. */
    ask,
    /** How many requests were refused so far, for a conflict or a throttle. */
    refused: () => refused,
    stop: async () => {
      lag.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
