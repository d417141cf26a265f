// One home at a time on a data folder: the system holds the lock for as long as the process lives, and no longer.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { writeOwnFile } from './own-file.ts'
import { commandOf, type Identity, identityOf, isAlive } from './processes.ts'
import { Refusal } from './refusal.ts'

const Process = z.object({ pid: z.number(), born: z.string() })
const Note = z.object({
  home: Process,
  origin: z.string().optional(),
  endpoint: z.string().optional(),
  engine: Process.optional(),
})
type Note = z.infer<typeof Note>

export type Lock = {
  /** Remembers what the next start must know should we be killed. */
  note(more: { origin?: string; endpoint?: string; enginePid?: number }): void
  release(): void
}

const noteFile = (dir: string) => join(dir, 'home.json')

const readNote = (dir: string): Note | undefined => {
  try {
    return Note.parse(JSON.parse(readFileSync(noteFile(dir), 'utf8')))
  } catch {
    return undefined
  }
}

/** Step by step: Node's own recursive way never ends where a file system takes no folders, as /proc does not. */
const makePath = (dir: string) => {
  if (existsSync(dir)) return
  makePath(dirname(dir))
  mkdirSync(dir, { mode: 0o700 })
}

const makeFolder = (dir: string) => {
  try {
    makePath(dir)
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Refusal(`The data folder ${dir} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/**
 * SQLite's own file lock, never committed: the system lets go of it when a process ends in whatever way, so a stale
 * lock or a recycled pid cannot lie.
 */
const holdFile = (dir: string): DatabaseSync => {
  const file = join(dir, 'lock')
  for (let attempt = 1; ; attempt++) {
    const held = new DatabaseSync(file, { timeout: 0 })
    try {
      held.exec('BEGIN EXCLUSIVE')
      return held
    } catch (error) {
      held.close()
      if (!/not a database|malformed/.test(String(error)) || attempt === 2) throw error
      rmSync(file, { force: true })
    }
  }
}

const inUse = (dir: string) => {
  const { home, origin } = readNote(dir) ?? {}
  const who = home ? ` (process ${home.pid}${origin ? `, ${origin}` : ''})` : ''
  return new Refusal(`Another Điểm Cầu${who} is already running on ${dir}: use that one, or stop it first.`)
}

const hold = (dir: string): DatabaseSync => {
  try {
    return holdFile(dir)
  } catch (error) {
    if (/locked|busy/.test(String(error))) throw inUse(dir)
    throw new Refusal(`The data folder ${dir} cannot be written (${(error as Error).message}).`)
  }
}

/** Ends an engine that outlived its home: only if the number still means our engine, on our file. */
const endOrphan = async (dir: string, engine: Identity): Promise<void> => {
  const command = commandOf(engine.pid)
  if (!isAlive(engine) || !command.includes('dynoxide') || !command.includes(dir)) return
  process.kill(engine.pid, 'SIGKILL')
  while (isAlive(engine)) await pause(5)
  console.error('Ended a database left over from a start that was killed.')
}

/** Takes the data folder for this process. @throws Refusal when it is in use or cannot be written */
export const takeLock = async (dir: string): Promise<Lock> => {
  makeFolder(dir)
  const held = hold(dir)
  const left = readNote(dir)?.engine
  if (left) await endOrphan(dir, left)
  const note: Note = { home: identityOf(process.pid) ?? { pid: process.pid, born: '' } }
  const save = () => {
    try {
      writeOwnFile(noteFile(dir), JSON.stringify(note))
    } catch (error) {
      throw new Refusal(
        `The data folder ${dir} cannot be written (${(error as NodeJS.ErrnoException).code}).`,
      )
    }
  }
  save()
  return {
    note: ({ enginePid, ...more }) => {
      Object.assign(note, more)
      const engine = enginePid ? identityOf(enginePid) : undefined
      if (engine) note.engine = engine
      save()
    },
    release: () => {
      rmSync(noteFile(dir), { force: true })
      held.close()
    },
  }
}
