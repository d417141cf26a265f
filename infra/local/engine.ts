// The embedded DynamoDB: dynoxide on a file, started again whenever it dies, gone when we are.
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from './refusal.ts'
import { type Supervised, supervise } from './supervised.ts'

export type Engine = {
  /** Where it listens now; waits while it is being started again. */
  address(): Promise<string>
  pid(): number
  stop(): Promise<void>
}

type EngineOptions = {
  file: string
  /** Told each time a process starts: its number must be known to the next start. */
  onStart?: ((pid: number) => void) | undefined
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The engine's program for this platform. @throws Refusal where npm has none */
export const engineBinary = (platform = `${process.platform}-${process.arch}`): string => {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${platform}/dynoxide`)
  } catch {
    throw new Refusal(
      `There is no embedded database for ${platform}: set DYNAMODB_ENDPOINT to any DynamoDB (such as DynamoDB Local) and start again.`,
    )
  }
}

const run = async (binary: string, { file, onStart }: EngineOptions) => {
  const port = await freePort()
  const args = ['--host', '127.0.0.1', '--port', String(port), '--db-path', file]
  const child = await supervise(binary, args, /listening on/)
  onStart?.(child.pid)
  await child.ready
  return { child, address: `http://127.0.0.1:${port}` }
}

const refusalOf = (file: string, error: unknown): Refusal => {
  const complaint = error instanceof Error ? error.message.replace(/^error: /, '') : String(error)
  return /not a valid SQLite|malformed|corrupt/i.test(complaint)
    ? new Refusal(`The data file ${file} is damaged: put back a copy of it, or begin anew with --reset.`)
    : new Refusal(`The embedded database did not start on ${file}: ${complaint}`)
}

const longestPauseMs = 2_000

/** Starts the engine on its file and keeps it running. @throws Refusal when it cannot start at all */
export const startEngineProcess = async (options: EngineOptions): Promise<Engine> => {
  const binary = engineBinary()
  let stopping = false
  let current: { child: Supervised; address: string }
  try {
    current = await run(binary, options)
  } catch (error) {
    throw refusalOf(options.file, error)
  }
  let running = Promise.resolve(current)

  const again = async (): Promise<typeof current> => {
    for (let wait = 0; ; wait = Math.min(longestPauseMs, wait * 2 + 20)) {
      await pause(wait)
      try {
        current = await run(binary, options)
        if (stopping) await current.child.kill()
        else watch()
        return current
      } catch (error) {
        if (stopping) return current
        console.error(`The database does not come back yet: ${refusalOf(options.file, error).message}`)
      }
    }
  }
  const watch = () => {
    void current.child.ended.then(() => {
      if (stopping) return
      console.error('The database ended unexpectedly; starting it again. Nothing acknowledged is lost.')
      running = again()
    })
  }
  watch()
  return {
    address: async () => (await running).address,
    pid: () => current.child.pid,
    stop: async () => {
      stopping = true
      await current.child.kill()
      await (await running).child.kill()
    },
  }
}
