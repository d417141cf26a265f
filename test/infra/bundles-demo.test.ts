// The whole afternoon, played once against the bundles CDK deploys: what holds for the sources holds for what is shipped.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBundles } from '#infra/build.ts'
import { at } from '#infra/local/afternoon/facts.data.ts'
import { playAfternoon } from '#infra/local/afternoon/play.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { gatewayFetch } from '#test/support/bundles.ts'

const scratch = mkdtempSync(join(tmpdir(), 'diemcau-shipped-'))
const folder = join(scratch, 'functions')

let home: Home

beforeAll(async () => {
  await buildBundles(folder)
  home = await startHome({
    memory: true,
    port: 0,
    clock: new Date(at('12:00')),
    seed: false,
    apps: {
      accounts: gatewayFetch(folder, 'accounts'),
      api: gatewayFetch(folder, 'api'),
      archive: gatewayFetch(folder, 'archive'),
      files: gatewayFetch(folder, 'files'),
      'minutes-sign': gatewayFetch(folder, 'minutes-sign'),
    },
  })
})

afterAll(async () => {
  await home?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

it('ends with a sealed record that verifies', async () => {
  const goTo = async (instant: string) => home.setClock?.(new Date(instant))
  const result = await playAfternoon({ origin: home.origin, goTo, tell: () => undefined })
  expect(result).toMatchObject({ points: 63, verified: true, record: expect.stringMatching(/^rec_/) })
}, 240_000)
