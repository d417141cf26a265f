// Which process a number means: pids are recycled, a pid with its start time is not.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process for certain: the same pid born at another time is another process. */
export type Identity = { pid: number; born: string }

const fromProc = (pid: number): string | undefined => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
}

const ps = (pid: number, column: string): string | undefined => {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    )
  } catch {
    return undefined
  }
}

/** When the living process of this number was born, in the system's own terms; undefined if none lives. */
export const bornAt = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  try {
    return fromProc(pid)
  } catch {
    return undefined
  }
}

/** The command line of a living process, arguments joined by blanks. */
export const commandOf = (pid: number): string => {
  if (process.platform !== 'linux') return ps(pid, 'command') ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

export const identityOf = (pid: number): Identity | undefined => {
  const born = bornAt(pid)
  return born ? { pid, born } : undefined
}

export const isAlive = ({ pid, born }: Identity): boolean => bornAt(pid) === born
