// The bundles, built once for every test file that calls them: kept by the content of what they are built from.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildBundles } from '#infra/build.ts'
import { buildWeb, builtWeb } from '#infra/build-web.ts'
import { root } from '#infra/bundles.ts'

const sources = ['functions/**/*.ts', 'infra/{build,bundles,build-web}.ts', 'package-lock.json']

const keyOfSources = (): string => {
  const hash = createHash('sha256')
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash
    .update(readFileSync(join(builtWeb, 'index.html')))
    .digest('hex')
    .slice(0, 20)
}

const hourMs = 3_600_000

/** What earlier sources made; a run that is under way may still call what is younger. */
const removeOld = async (kept: string) => {
  for (const path of readdirSync(kept).map((name) => join(kept, name)))
    if (statSync(path).mtimeMs < Date.now() - hourMs) await rm(path, { recursive: true, force: true })
}

/** @returns the folder with one folder a bundle, what is in each told beside it in `-meta`. Nobody may write there: others call the same files. */
export const builtBundles = async (): Promise<string> => {
  await buildWeb()
  const kept = join(root, '.build/test-bundles')
  const folder = join(kept, keyOfSources())
  if (existsSync(folder)) return folder
  mkdirSync(kept, { recursive: true })
  await removeOld(kept)
  const fresh = join(kept, `making-${process.pid}`)
  await buildBundles(fresh)
  // Another file's worker may have been faster: then its bundles stand there, the same byte for byte.
  for (const part of ['-meta', ''])
    await rename(`${fresh}${part}`, `${folder}${part}`).catch(() =>
      rm(`${fresh}${part}`, { recursive: true, force: true }),
    )
  return folder
}
