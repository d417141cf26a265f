// Runs a program that cannot outlive us: a shell holds it and ends it when our end of a pipe closes, kill -9 included.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * The shell is there before the program and reaps it after, so there is no moment without a guard and no pid to
 * mistake. It gives its output away: that pipe closes when the program ends.
 */
const guard =
  '"$@" & child=$!; echo "$child"; exec >&-; read -r _; kill -9 "$child" 2>/dev/null; wait "$child"'

export type Supervised = {
  pid: number
  /** Resolves once the program says `readyLine`; rejects with its complaint if it ends first. */
  ready: Promise<void>
  /** Resolves when program and guard are gone. */
  ended: Promise<void>
  kill(): Promise<void>
}

/** Starts `command` in a session of its own: Ctrl-C reaches us alone and we decide. */
export const supervise = async (command: string, args: string[], readyLine: RegExp): Promise<Supervised> => {
  const shell = spawn('/bin/sh', ['-c', guard, 'guard', command, ...args], { detached: true })
  let complaint = ''
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(shell.stderr).on('line', (line) => {
      if (readyLine.test(line)) resolve()
      else complaint += `${line} `
    })
    shell.stderr.once('close', () => reject(new Error(complaint.trim() || 'it ended without a word')))
  })
  ready.catch(() => {})
  shell.stdin.on('error', () => {})
  const pid = await new Promise<number>((resolve, reject) => {
    shell.once('error', reject)
    createInterface(shell.stdout)
      .once('line', (line) => resolve(Number(line)))
      .once('close', () => shell.stdin.end())
  })
  /** Should somebody kill the guard, the program must not stay behind. */
  shell.once('exit', () => {
    if (shell.signalCode) endIfAlive(pid)
  })
  return {
    pid,
    ready,
    ended,
    kill: () => {
      shell.stdin.end()
      return ended
    },
  }
}

const endIfAlive = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already: what we wanted.
  }
}
