// Bench `package`: the package of a record of 63 and of 3,353 points with 50 delegates each, from job to stored object, against
// the same files from the disk, hashed and zipped by yazl. Each side in a process of its own; its peak memory is the goal.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadJob } from '#functions/jobs/entity.ts'
import { packingOptions } from '#functions/packages/node.data.ts'
import { readObject } from '#functions/shared/objects.ts'
import type { Item } from '#functions/shared/table.ts'
import { startApi } from '#test/support/api.ts'
import { appOf } from '#test/support/apps.ts'
import { sure } from '#test/support/archive.ts'
import { startStore } from '#test/support/files.ts'
import { unzipped } from '#test/support/read-bag.ts'
import { type Bench, round } from './measure.ts'
import { nationOf } from './package-nation.ts'

const most = 256

type Told = { ms: number; mb: number }

const inProcess = async (file: string, ...args: string[]): Promise<Told> => {
  const options = { execArgv: [packingOptions], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] as const }
  const child = fork(new URL(file, import.meta.url), args, { ...options, stdio: [...options.stdio] })
  const [told] = (await once(child, 'message')) as [Told]
  return told
}

const unpack = async (jobId: string, folder: string): Promise<number> => {
  const { result } = await loadJob(jobId)
  const { key, bytes } = (result?.file ?? {}) as { key: string; bytes: number }
  const zip = await readObject('files', key)
  for (const [path, content] of await unzipped(zip ?? Buffer.alloc(0))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return bytes
}

const compare = async (points: number) => {
  process.env.RECORDS_TABLE = 'records'
  const nation = nationOf(points)
  const home = await startApi(appOf, nation.items as Item[])
  const store = await startStore()
  process.env.DYNAMODB_ENDPOINT = home.engine.bare
  process.env.SIGNING_KEY_FILE = join(store.dir, 'attestation.pem')
  process.env.CERTIFYING_KEY_FILE = join(store.dir, 'certifying.pem')
  const dir = mkdtempSync(join(tmpdir(), 'diemcau-bench-'))
  try {
    const archivist = await home.somebody(['archivist', '*'])
    const { jobId } = await sure(archivist.post(`/api/archive/${await nation.seal()}/packages`), 202)
    const house = await inProcess('./package-house.ts', jobId)
    const bytes = await unpack(jobId, join(dir, 'bag'))
    const bare = await inProcess('./package-bare.ts', join(dir, 'bag'), join(dir, 'bare.zip'))
    return { house, bare, megabytes: bytes / 1e6 }
  } finally {
    rmSync(dir, { recursive: true })
    await store.stop()
    await home.stop()
  }
}

const run = async () => {
  const few = await compare(63)
  const all = await compare(3_353)
  const told = ({ house, bare, megabytes }: typeof all, points: number) => ({
    [`house${points}Ms`]: round(house.ms, 0),
    [`bare${points}Ms`]: round(bare.ms, 0),
    [`peak${points}Mb`]: round(house.mb, 0),
    [`barePeak${points}Mb`]: round(bare.mb, 0),
    [`zip${points}Mb`]: round(megabytes, 1),
  })
  const ratio = round(all.house.ms / all.bare.ms)
  const pass = Math.max(few.house.mb, all.house.mb) <= most
  return { ratio, pass, ...told(few, 63), ...told(all, 3_353) }
}

export const packageBench: Bench = { name: 'package', goal: most, goalText: `peak ≤ ${most} MB`, run }
