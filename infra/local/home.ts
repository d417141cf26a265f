// The whole system on one machine: starts each part in order, sets the environment the functions read, stops them all.
import { join } from 'node:path'
import type { Hono } from 'hono'
import { now } from '#functions/shared/clock.ts'
import { resetDatabase } from '#functions/shared/table.ts'
import { at } from './afternoon/facts.data.ts'
import type { Broker } from './broker.ts'
import type { Chime, ChimeOptions } from './chime/chime.ts'
import type { HomeChimeOptions } from './chime-in-home.ts'
import { asOf, type LocalClock, startClock } from './clock.ts'
import { type Duties, openDuties, type Tell, tell } from './duties.ts'
import { besides, ensureTable, localCredentials, localRegion, startEngine } from './dynamodb.ts'
import { openFolder } from './folder.ts'
import type { Apps } from './gateway.ts'
import type { Lock } from './lock.ts'
import { gentleManners, type Manners, startManners } from './manners.ts'
import { type Pump, startPump } from './pump.ts'
import { allConsumers, queueHandler } from './pump-consumers.ts'
import { startQueues } from './queues.ts'
import { Refusal } from './refusal.ts'
import { type Server, startServer } from './server.ts'
import { checkDatabase } from './sound.ts'

export type HomeOptions = {
  /** The data folder; `.data` unless told. */
  data?: string
  /** A folder of its own, gone when stopped. */
  memory?: boolean
  /** Empties the data folder first. */
  reset?: boolean
  /** 8080 unless told; 0 for any free port. */
  port?: number
  /** The moment the local clock starts at; the machine's own time unless told. */
  clock?: Date
  manners?: Partial<Manners>
  /** False begins with empty records; otherwise a whole home is loaded with the demo accounts and a conference. */
  seed?: boolean
  /** Builds the archive's index anew from its stored files before anything is answered. */
  rebuildArchive?: boolean
  /** Does not wait for that loading: `loaded` tells its end. */
  loadLater?: boolean
  /** False leaves out web, docs and files: an API, its store and its mail only. */
  whole?: boolean
  /** A home that is not whole has a local Chime only where it is asked for one; its quotas are AWS's unless told. */
  chime?: Pick<ChimeOptions, 'quotas' | 'media'>
  /** What answers for functions of the API instead of this process's sources: the built bundles, to see that they do. */
  apps?: Partial<Apps>
}

export type Home = {
  origin: string
  /** Where the table and its stream are reached. */
  endpoint: string
  data: string
  /** Moves the clock; only where one was asked for. */
  setClock?: (to: Date) => void
  enginePid?: () => number
  /** The live channel's; only a whole home has one. */
  broker?: Broker
  /** The room's: it can go and come back, and every meeting is lost with it. */
  chime?: Chime
  /** Resolves when every consumer has handled what was written before, and the boards are built. */
  settled(): Promise<void>
  /** Resolves when a new home has its demo accounts and conference. */
  loaded: Promise<void>
  stop(): Promise<void>
}

const ensureElsewhere = (endpoint: string) =>
  ensureTable(endpoint, 'records').catch((error: Error) => {
    throw new Refusal(
      `The DynamoDB at ${endpoint} (DYNAMODB_ENDPOINT) cannot be used: ${error.message || error.name}.`,
    )
  })

const startRecords = async (dir: string, lock: Lock, options: HomeOptions, duties: Duties) => {
  const elsewhere = process.env.DYNAMODB_ENDPOINT
  const file = join(dir, 'records.db')
  for (const database of [file, join(dir, 'pump.db')]) checkDatabase(database)
  const engine = elsewhere
    ? undefined
    : await startEngine({ file, table: 'records', onStart: (enginePid) => lock.note({ enginePid }) })
  if (engine) duties.add(() => engine.stop())
  const target = async () => elsewhere ?? (await engine?.address()) ?? ''
  if (elsewhere) await ensureElsewhere(elsewhere)
  const manners = { ...gentleManners, ...options.manners }
  let wake = () => {}
  const front = await startManners({ target, manners, onWrite: () => wake(), ...(engine ? { file } : {}) })
  duties.add(() => front.stop())
  const pump = async (): Promise<Pump> => {
    const consumers = await allConsumers(options.whole ?? true, duties.add)
    const started = startPump({ endpoint: front.endpoint, table: 'records', dir, consumers, manners })
    duties.add(() => started.stop())
    wake = started.wake
    return started
  }
  const queues = async () => {
    const handlerOf = (entry: string) => queueHandler(entry)
    const started = await startQueues({ endpoint: front.endpoint, dir, handlerOf, manners })
    duties.add(() => started.stop())
    return started
  }
  return { engine, endpoint: front.endpoint, pump, queues }
}

const startLive = async (server: Server, { manners }: HomeOptions, set: Tell, duties: Duties) => {
  const { startBroker } = await import('./broker.ts')
  const broker = await startBroker({ server, now, manners: { ...gentleManners, ...manners } })
  duties.add(() => broker.close())
  set({ LIVE_ENDPOINT: broker.endpoint, LIVE_URL: `${server.origin.replace('http', 'ws')}/live` })
  return broker
}

const startRoom = async (options: HomeChimeOptions) =>
  (await import('./chime-in-home.ts')).startHomeChime(options)

const keepArchive = async (options: HomeOptions, duties: Duties) =>
  (await import('./archive-keeping.ts')).keepArchive(options, duties)

/** Of the units invited that day many are no more: the loading plays then, whatever the time is now. */
const load = async (origin: string, dir: string): Promise<void> => {
  const { seedOnce } = await import('./afternoon/seed.ts')
  await asOf(new Date(at('08:00')), () => seedOnce(origin, dir))
  const { loadReports } = await import('./reports/load.ts')
  await loadReports(origin, dir)
}

/** What would refuse the start is looked at first: the functions themselves are read once nothing stands in the way. */
const start = async (options: HomeOptions, duties: Duties): Promise<Home> => {
  const clock: LocalClock | undefined = options.clock ? startClock(options.clock) : undefined
  const { dir, lock } = await openFolder(options, duties)
  const server: Server = await startServer(options.port ?? 8080)
  duties.add(() => server.stop())
  lock.note({ origin: server.origin })
  const { engine, endpoint, pump, queues } = await startRecords(dir, lock, options, duties)
  const environment = {
    DYNAMODB_ENDPOINT: endpoint,
    RECORDS_TABLE: 'records',
    SNAPSHOTS_TABLE: besides.snapshots,
    CREDENTIALS_TABLE: besides.credentials,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  }
  const set: Tell = (more) => tell(more, duties)
  set(environment)
  resetDatabase()
  const boards = await queues()
  set(boards.environment)
  const part = { dir, origin: server.origin, now, tell: set, atStop: duties.add }
  const whole = options.whole ?? true
  const { homeApp, webApp } = await import('./rooms.ts')
  const app: Hono = await homeApp(part, whole, options.apps)
  if (clock) app.route('/', clock.routes)
  if (whole) app.route('/', await webApp())
  const broker = whole ? await startLive(server, options, set, duties) : undefined
  const manners = { ...gentleManners, ...options.manners }
  const room = { ...options.chime, dir, origin: server.origin, manners, tell: set, atStop: duties.add }
  const chime = whole || options.chime ? await startRoom(room) : undefined
  if (whole) await keepArchive(options, duties)
  const changes = await pump()
  server.serve(app)
  const loaded = (options.seed ?? whole) ? load(server.origin, dir) : Promise.resolve()
  server.holdUntil(loaded)
  if (!options.loadLater) await loaded
  lock.note({ endpoint })
  return {
    origin: server.origin,
    endpoint,
    data: dir,
    settled: async () => {
      await chime?.settled()
      await changes.settled()
      await boards.settled()
      await broker?.settled()
    },
    loaded,
    ...(broker ? { broker } : {}),
    ...(chime ? { chime } : {}),
    ...(clock ? { setClock: clock.set } : {}),
    ...(engine ? { enginePid: engine.pid } : {}),
    stop: duties.stop,
  }
}

/** Starts the home. @throws Refusal with the reason in one sentence; nothing is left running then */
export const startHome = async (options: HomeOptions = {}): Promise<Home> => {
  const duties = openDuties()
  try {
    return await start(options, duties)
  } catch (error) {
    await duties.stop()
    throw error
  }
}
