// Builds the web into .build/web if it is missing or older than its sources.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** What was built: index.html, the files it names, and those of web/public. */
export const builtWeb = here('.build/web')

/** Of functions/ the web takes only pure files: an edit elsewhere must not cost a build. */
const counts = /[/]web[/]|[/.](schema|rules|events|problem|text|time|ids)[.]ts$|[.]data[.]ts$/

const changedAt = async (path: string) => (await stat(path)).mtimeMs

const filesOf = async (folder: string) => {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  return inside.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`)
}

const isOld = async () => {
  if (!existsSync(`${builtWeb}/index.html`)) return true
  const files = (await Promise.all([here('web'), here('functions')].map(filesOf))).flat()
  const sources = [here('package-lock.json'), ...files.filter((file) => counts.test(file))]
  const newest = Math.max(...(await Promise.all(sources.map(changedAt))))
  return newest > (await changedAt(`${builtWeb}/index.html`))
}

/** Another process may build the same: whoever finds nothing to move, or the place taken, was slower. */
const unless =
  (...codes: string[]) =>
  (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? '')) throw error
  }

const vite = here('node_modules/vite/bin/vite.js')

/**
 * Builds beside the served folder and swaps, so that a page being loaded keeps its files until the end. A process of
 * its own: under a test runner NODE_ENV would give React's development build.
 */
const build = async () => {
  const fresh = here(`.build/web-${process.pid}`)
  const args = ['build', '--config', here('web/vite.config.ts'), '--outDir', fresh, '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, ...args], { env })
  const before = `${fresh}-before`
  await rename(builtWeb, before).catch(unless('ENOENT'))
  await rename(fresh, builtWeb).catch(unless('ENOTEMPTY', 'EEXIST'))
  for (const left of [fresh, before]) await rm(left, { recursive: true, force: true })
}

let building: Promise<void> | undefined

/** Brings .build/web up to date, once per process. */
export const buildWeb = (): Promise<void> => {
  building ??= isOld().then((old) => (old ? build() : undefined))
  return building
}
