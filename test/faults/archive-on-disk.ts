// The archive of a home that is not running, read from its disk without any of its processes.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linksOf, type Objects } from '#functions/archive/follow-chain.ts'
import { SealedRecord } from '#functions/archive/schema.ts'
import { expectSeen, storedCheckpoints } from '#functions/archive/stored-checkpoints.ts'
import { verificationKeyOf } from '#functions/keys/entity.ts'
import { sha256 } from '#functions/shared/canonical.ts'

/** The archive's bucket as it lies on the disk of a home that is not running. */
const onDisk = (dir: string): Objects & { all: string[] } => {
  const folder = join(dir, 'objects', 'archive')
  const suffix = '._S3rver_object'
  const all = globSync('**/*', { cwd: folder }).filter((name) => name.endsWith(suffix))
  const keys = all.map((name) => name.slice(0, -suffix.length)).sort()
  return {
    all: keys,
    keys: async function* (prefix) {
      yield* keys.filter((key) => key.startsWith(prefix))
    },
    read: async (key) => (keys.includes(key) ? readFileSync(join(folder, key + suffix)) : undefined),
  }
}

const textAt = async ({ read }: Objects, key: string) => (await read(key))?.toString('utf8') ?? ''

/** Follows the chain, and finds every object that no record of it names. */
export const archiveOnDisk = async (dir: string) => {
  const objects = onDisk(dir)
  const pems = objects.all.filter((key) => key.startsWith('keys/'))
  const keys = await Promise.all(pems.map(async (key) => verificationKeyOf(await textAt(objects, key))))
  const links = []
  for await (const link of linksOf(objects, keys)) links.push(link)
  const named = new Set<string>()
  for (const { entry } of links) {
    const text = await textAt(objects, `sha256/${entry.digest}`)
    if (sha256(text) !== entry.digest) throw new Error(`the record of entry ${entry.n} is lost or changed`)
    const { documents = [] } = SealedRecord.parse(JSON.parse(text))
    for (const digest of [entry.digest, ...documents.map((one) => one.sha256)]) named.add(`sha256/${digest}`)
  }
  const checkpoints = await storedCheckpoints(objects)
  for (const checkpoint of checkpoints) expectSeen(checkpoint, links[checkpoint.statement.n - 1], keys)
  const orphans = objects.all.filter((key) => key.startsWith('sha256/') && !named.has(key))
  return { links, orphans, reached: checkpoints.at(-1)?.statement.n }
}
