// Which functions there are and where their bundles lie: the build, the stacks and the tests find them by this.
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** One folder a function: that folder is the deployed asset. */
export const bundlesFolder = fileURLToPath(new URL('../.build/functions', import.meta.url))

/** Every entry of the repository, as paths from its root, in a stable order. */
export const findEntries = (): string[] =>
  globSync('functions/**/*.lambda.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

/**
 * @param entry path from the repository's root, e.g. `functions/minutes/sign.lambda.ts`
 * @returns the bundle's folder, e.g. `minutes-sign`; `archive` for `functions/archive/archive.lambda.ts`
 */
export const bundleName = (entry: string) =>
  entry
    .replace(/^functions\//, '')
    .replace(/\.lambda\.ts$/, '')
    .split('/')
    .filter((part, place, parts) => part !== parts[place - 1])
    .join('-')
