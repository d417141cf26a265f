// What the first route weighs: officers open it on old tablets in provincial halls.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildWeb, builtWeb } from '#infra/build-web.ts'
import { limitKb, readFirstPage } from '#test/support/first-page.ts'

beforeAll(buildWeb, 120_000)

it(`the first route asks for at most ${limitKb} KB of script, compressed, with neither MQTT nor Chime in it`, async () => {
  const { scriptKb, scripts, strangers } = await readFirstPage()
  expect(scripts).toBeGreaterThan(0)
  expect(scriptKb).toBeLessThan(limitKb)
  expect(strangers).toEqual([])
})

it('no asset is inlined: the policy allows no data: scripts, styles or fonts', () => {
  const styles = readdirSync(join(builtWeb, 'assets')).filter((name) => name.endsWith('.css'))
  expect(styles.length).toBeGreaterThan(0)
  for (const style of styles)
    expect(readFileSync(join(builtWeb, 'assets', style), 'utf8'), style).not.toMatch(/url\(["']?data:/)
})
