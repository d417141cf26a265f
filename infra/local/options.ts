// The flags of `npm start`, read and checked: a wrong one is answered by one sentence.
import { parseArgs } from 'node:util'
import type { HomeOptions } from './home.ts'
import { Refusal } from './refusal.ts'

export const usage = `npm start -- [flags]
  --memory          keep nothing: a temporary data folder, gone when stopped
  --reset           empty the data folder first
  --empty           load no demo accounts and no conference into a new folder
  --port <number>   listen there instead of 8080; 0 picks a free port
  --clock <moment>  start the local clock at an ISO 8601 moment, such as 2022-11-23T13:00:00+07:00
  --data <folder>   keep the data there instead of .data
  --rebuild-archive build the archive's index anew from its stored files, before anything else`

const flags = {
  memory: { type: 'boolean' },
  reset: { type: 'boolean' },
  empty: { type: 'boolean' },
  port: { type: 'string' },
  clock: { type: 'string' },
  data: { type: 'string' },
  'rebuild-archive': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options: flags, strict: true }).values
  } catch (error) {
    const first = (error as Error).message.split(/[.] |\n/)[0]
    throw new Refusal(
      `${first}: the flags are --memory, --reset, --empty, --port, --clock, --data, --rebuild-archive and --help.`,
    )
  }
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Refusal(`--port takes a number from 0 to 65535, not "${text}".`)
}

const momentOf = (text: string): Date => {
  const moment = new Date(text)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(moment.getTime()))
    return moment
  throw new Refusal(`--clock takes a moment such as 2022-11-23T13:00:00+07:00, not "${text}".`)
}

/** @throws Refusal naming what is wrong */
export const readOptions = (args: string[]): HomeOptions | 'help' => {
  const { memory, reset, empty, port, clock, data, help, 'rebuild-archive': rebuildArchive } = parse(args)
  if (help) return 'help'
  if (memory && data !== undefined) throw new Refusal('--memory and --data exclude each other: choose one.')
  return {
    ...(memory ? { memory } : {}),
    ...(reset ? { reset } : {}),
    ...(empty ? { seed: false } : {}),
    ...(rebuildArchive ? { rebuildArchive } : {}),
    ...(port === undefined ? {} : { port: portOf(port) }),
    ...(clock === undefined ? {} : { clock: momentOf(clock) }),
    ...(data === undefined ? {} : { data }),
  }
}
