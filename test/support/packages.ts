// Packages in tests: ordered over HTTP, made by the worker, taken away from the store, checked as anybody would.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { runJob } from '#functions/jobs/run-job.ts'
import { certifiedJobs } from '#functions/packages/job-kinds.ts'
import type { Client } from './api.ts'
import { sure } from './archive.ts'
import { unzipped } from './read-bag.ts'

/** One delivery of a job's wake-up to the worker. */
export const deliver = (id: string) => runJob(id, certifiedJobs, { remainingMs: () => 900_000 })

export const finished = async (client: Client, jobId: string) => {
  await deliver(jobId)
  return sure(client.get(`/api/jobs/${jobId}`))
}

/** What the job made, by the address its result leads to. */
export const taken = async (client: Client, jobId: string) => {
  const accept = { headers: { Accept: 'application/json' } }
  const { url } = await sure(client.get(`/api/jobs/${jobId}/result`, accept))
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`the store answered ${answer.status}`)
  const name = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? ''
  return { name, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** Ordered, made and taken away. */
export const made = async (client: Client, path: string, body: unknown = {}) => {
  const { jobId } = await sure(client.post(path, body), 202)
  const job = await finished(client, jobId)
  if (job.state !== 'done') throw new Error(`the job ended as ${job.state}: ${JSON.stringify(job.failure)}`)
  const { name, bytes } = await taken(client, jobId)
  return { job, name, bytes, entries: await unzipped(bytes) }
}
export type Made = Awaited<ReturnType<typeof made>>

const has = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0

/** What a check without this server takes. A machine without `unzip` cannot run these tests: it says which is missing. */
export const missingTools = ['unzip', 'sha256sum', 'openssl'].filter((tool) => !has(tool))

/** Runs `act` in a folder of its own that holds the file. */
const inFolder = <T>(name: string, bytes: Buffer, act: (cwd: string) => T): T => {
  const cwd = mkdtempSync(join(tmpdir(), 'diemcau-package-'))
  try {
    writeFileSync(join(cwd, name), bytes)
    return act(cwd)
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

const script = readFileSync(new URL('./verify-package.sh', import.meta.url), 'utf8')

/** The script beside this file. @returns its exit status and what it printed */
export const verifiedByScript = ({ name, bytes }: { name: string; bytes: Buffer }, published: string) =>
  inFolder(name, bytes, (cwd) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-s', name, published], {
      cwd,
      input: script,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  })

export type Told = { command: string; prints: string }

/** The steps of VERIFY.txt, one half of it for each language. */
export const stepsIn = (verifyText: string): Told[][] =>
  verifyText.split(/^-{72}$/m).map((half) =>
    [...half.matchAll(/^ {4}\$ (.*)\n {4}.*\n {4}> (.*)$/gm)].map(([, command = '', prints = '']) => ({
      command,
      prints,
    })),
  )

/** The steps that a package or an extract tells of itself. */
export const stepsOf = ({ entries }: Pick<Made, 'entries'>): Told[][] =>
  stepsIn(entries.find(([name]) => name.endsWith('/VERIFY.txt'))?.[1].toString('utf8') ?? '')

/** Types the steps one after the other into one shell. @returns what each printed */
export const followed = (
  { name, bytes }: { name: string; bytes: Buffer },
  steps: readonly Told[],
): string[] =>
  inFolder(name, bytes, (cwd) => {
    const input = steps.map(({ command }) => `${command}\necho '%%'\n`).join('')
    const { stdout } = spawnSync('sh', ['-s'], { cwd, input, encoding: 'utf8' })
    return stdout
      .split('%%\n')
      .slice(0, steps.length)
      .map((printed) => printed.trimEnd())
  })

/** The entries as a ZIP again, in their order. */
export const rezipped = async (entries: readonly [string, Buffer][]): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name, { mtime: new Date(0) })
  zip.end()
  return buffer(zip.outputStream)
}
