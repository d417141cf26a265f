// The bundles are small, the same every time and whole in themselves.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBundles } from '#infra/build.ts'
import { bundleName, findEntries, root } from '#infra/bundles.ts'
import { builtBundles } from '#test/support/built-bundles.ts'
import { startBytes, wholeBytes } from '#test/support/bundle-bytes.ts'

/** What every cold start of the API reads; a context is read when it is first asked for. */
const startBudgetKb = 520
const wholeBudgetKb = 1060

const run = promisify(execFile)
/** As deep as the first: the names of chunks depend on the way to the sources. */
const second = join(root, `.build/again-${process.pid}`)
afterAll(() => {
  for (const path of [second, `${second}-meta`]) rmSync(path, { recursive: true, force: true })
})

let first: string

/** Every file of a bundle that is deployed, with the digest of its bytes. */
const codeOf = (into: string, name: string) =>
  readdirSync(join(into, name))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(into, name, file)))
        .digest('hex'),
    ])

const names = findEntries().map(bundleName)

beforeAll(async () => {
  first = await builtBundles()
}, 120_000)

describe('the bundles', () => {
  it(`leave the API within ${startBudgetKb} KB at its start and ${wholeBudgetKb} KB with every context`, () => {
    expect(startBytes(first, 'api')).toBeGreaterThan(100 * 1024)
    expect(startBytes(first, 'api')).toBeLessThanOrEqual(startBudgetKb * 1024)
    expect(wholeBytes(first, 'api')).toBeLessThanOrEqual(wholeBudgetKb * 1024)
  })

  it('come out byte for byte the same, so that an unchanged function is not deployed again', async () => {
    await buildBundles(second)
    for (const name of names) expect(codeOf(second, name)).toEqual(codeOf(first, name))
  })

  it('carry no credential provider but the environment', () => {
    for (const name of names) {
      const { inputs } = JSON.parse(readFileSync(`${first}-meta/${name}.json`, 'utf8')) as { inputs: object }
      const unwanted = /credential-provider-(ini|sso|process|http|web-identity|login|node|imds)/
      expect(Object.keys(inputs).filter((path) => unwanted.test(path))).toEqual([])
    }
  })

  it.each(names)('%s loads where there is no repository and no node_modules', async (name) => {
    const script = `import { handler } from './index.mjs'; console.log(typeof handler)`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(first, name),
      env: { AWS_REGION: 'ap-southeast-1', AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9' },
    })
    expect(stdout.trim()).toBe('function')
  })
})
