// What the bundles are built from, as one digest: who finds it beside bundles that lie there need not build them again.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtWeb } from './build-web.ts'
import { root } from './bundles.ts'

const sources = [
  'functions/**/*.ts',
  'functions/documents/template/*',
  'infra/{build,build-web,bundles,sources}.ts',
  'package-lock.json',
]

/** Once the web is built: one of the bundles carries its index.html. */
export const keyOfSources = (): string => {
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

/** Where the key of a whole build lies, once it is whole. @param into the folder of the bundles */
export const keyBeside = (into: string): string => join(`${into}-meta`, 'sources')
