// The archivist takes the record's package away: ordered, followed as a job, fetched by the address its result leads to.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fromBufferPromise } from 'yauzl'
import { takeSeat } from './desk.ts'

type Job = { state: string; failure?: { title: string } }

const pollMs = 100
/** Of a job that takes a second or two. */
const mostPolls = 1_200

const expectDone = async (read: () => Promise<Job>): Promise<void> => {
  for (let poll = 0; poll < mostPolls; poll++) {
    const { state, failure } = await read()
    if (state === 'done') return
    if (failure) throw new Error(`The package was not made: ${failure.title}`)
    await pause(pollMs)
  }
  throw new Error('The package was not made in time.')
}

/** @returns the package, and under what name it is to be kept: VERIFY.txt names it so */
export const takePackage = async (
  origin: string,
  record: string,
): Promise<{ name: string; bytes: Buffer }> => {
  const archivist = await takeSeat(origin, 'luutru')
  const { jobId } = await archivist.post<{ jobId: string }>(`/archive/${record}/packages`)
  await expectDone(() => archivist.get(`/jobs/${jobId}`))
  const { result } = await archivist.get<{ result: { file: { name: string } } }>(`/jobs/${jobId}`)
  const { url } = await archivist.get<{ url: string }>(`/jobs/${jobId}/result`)
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`The store does not give the package away (${answer.status}).`)
  return { name: result.file.name, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** What its VERIFY.txt has one type, in order. */
const commandsOf = async (bytes: Buffer): Promise<string[]> => {
  const zip = await fromBufferPromise(bytes)
  let text = ''
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/VERIFY.txt')) continue
    for await (const chunk of await zip.openReadStreamPromise(entry)) text += chunk
  }
  const [vietnamese = ''] = text.split(/^-{72}$/m)
  return [...vietnamese.matchAll(/^ {4}\$ (.*)$/gm)].map(([, command = '']) => command)
}

/**
 * Keeps the package in a folder, under its own name.
 * @returns where it lies, and how anybody checks it: commands to be typed in that folder, one after the other
 */
export const keepPackage = async (origin: string, record: string, folder: string) => {
  const { name, bytes } = await takePackage(origin, record)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, size: bytes.length, commands: await commandsOf(bytes) }
}
