// What the first route weighs: officers open it on old tablets in provincial halls.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'

const file = (path: string) => readFileSync(new URL(`../../.build/web${path}`, import.meta.url))

beforeAll(buildWeb, 120_000)

it('the first route asks for at most 180 KB of script, compressed', () => {
  const page = file('/index.html').toString()
  const scripts = page.match(/\/assets\/[^"]+\.js/g) ?? []
  const kilobytes = scripts.reduce((sum, path) => sum + gzipSync(file(path), { level: 9 }).length, 0) / 1000
  expect(scripts.length).toBeGreaterThan(0)
  expect(kilobytes).toBeLessThan(180)
})

it('no asset is inlined: the policy allows no data: scripts, styles or fonts', () => {
  const page = file('/index.html').toString()
  for (const style of page.match(/\/assets\/[^"]+\.css/g) ?? [])
    expect(file(style).toString()).not.toMatch(/url\(["']?data:/)
})
