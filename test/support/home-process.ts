// `npm start` in a process of its own, to be killed: what it says, what it knows, and which engines live on its folder.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { commandOf } from '#infra/local/processes.ts'

const program = fileURLToPath(new URL('../../infra/local/up.ts', import.meta.url))

export type Known = { origin: string; endpoint: string; engine: { pid: number } }

/** What the home has noted in its folder. */
export const knownIn = (dir: string) => JSON.parse(readFileSync(join(dir, 'home.json'), 'utf8')) as Known

/** Living engines whose command line names the folder. */
export const enginesOn = (dir: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && /^\S*dynoxide /.test(commandOf(pid)) && commandOf(pid).includes(dir))

/** The conference that a new home was loaded with, once it is. */
export const loadedConference = async (dir: string): Promise<string> => {
  const mark = join(dir, 'seeded')
  await eventually('the home is loaded', () => existsSync(mark), 30_000)
  return readFileSync(mark, 'utf8').trim()
}

/** Waits until a condition holds. @throws Error with `what` after `ms` */
export const eventually = async (what: string, holds: () => boolean, ms = 10_000): Promise<void> => {
  const until = performance.now() + ms
  while (!holds()) {
    if (performance.now() > until) throw new Error(`Not within ${ms} ms: ${what}`)
    await pause(5)
  }
}

/** Starts the home on a folder, without demo accounts; on a free port unless the flags tell. */
export const launch = (dir: string, flags: string[] = ['--port', '0'], env: NodeJS.ProcessEnv = {}) =>
  launchWhole(dir, ['--empty', ...flags], env)

/** The same, and a new folder is loaded with the demo accounts and their conference. */
export const launchWhole = (dir: string, flags: string[] = ['--port', '0'], env: NodeJS.ProcessEnv = {}) =>
  launchProgram(dir, [program, '--data', dir, ...flags], env)

/** A program that starts a home on the folder, and says `Next:` once it answers. */
export const launchProgram = (dir: string, command: string[], env: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, DYNAMODB_ENDPOINT: undefined, ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const exited = once(child, 'close').then(([code]) => code as number | null)
  let over = false
  void exited.then(() => {
    over = true
  })
  return {
    said,
    pid: child.pid ?? 0,
    exited,
    /** Resolves once it answers. @throws Error with what it said, should it end first */
    ready: async (): Promise<Known> => {
      await eventually('the home answers', () => over || said.out.includes('Next:'), 60_000)
      if (over) throw new Error(`The home ended: ${said.err}`)
      return knownIn(dir)
    },
    kill: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      return exited
    },
  }
}
