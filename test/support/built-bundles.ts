// The bundles, once for every test file that calls them: kept by the content of what they are built from.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildBundles } from '#infra/build.ts'
import { buildWeb } from '#infra/build-web.ts'
import { bundlesFolder, root } from '#infra/bundles.ts'
import { keyBeside, keyOfSources } from '#infra/sources.ts'

const hourMs = 3_600_000

/** What earlier sources made; a run that is under way may still call what is younger. */
const removeOld = async (kept: string) => {
  for (const path of readdirSync(kept).map((name) => join(kept, name)))
    if (statSync(path).mtimeMs < Date.now() - hourMs) await rm(path, { recursive: true, force: true })
}

const keyThere = () => {
  const file = keyBeside(bundlesFolder)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/**
 * A copy of what is deployed, if it was built from these very sources. Otherwise built, as deep as that: the names of
 * chunks depend on the way to the sources.
 */
const make = async (key: string, into: string) => {
  if (keyThere() !== key) return buildBundles(into)
  for (const part of ['', '-meta']) await cp(`${bundlesFolder}${part}`, `${into}${part}`, { recursive: true })
  if (keyThere() !== key) await buildBundles(into) // another build began meanwhile
}

/** @returns the folder with one folder a bundle, what is in each told beside it in `-meta`. Nobody may write there: others call the same files. */
export const builtBundles = async (): Promise<string> => {
  await buildWeb()
  const kept = join(root, '.build/test-bundles')
  const key = keyOfSources()
  const folder = join(kept, key)
  if (existsSync(folder)) return folder
  mkdirSync(kept, { recursive: true })
  await removeOld(kept)
  const fresh = join(root, `.build/making-${process.pid}`)
  await make(key, fresh)
  // Another file's worker may have been faster: then its bundles stand there, the same byte for byte.
  for (const part of ['-meta', ''])
    await rename(`${fresh}${part}`, `${folder}${part}`).catch(() =>
      rm(`${fresh}${part}`, { recursive: true, force: true }),
    )
  return folder
}
