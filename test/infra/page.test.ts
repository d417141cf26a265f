// The page of AWS, by its very bundle, and the page of this machine: the same answer, header for header.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBundles } from '#infra/build.ts'
import { builtWeb } from '#infra/build-web.ts'
import { serveWeb } from '#infra/local/web.ts'
import { cacheOf, fileHeaders, typeOf, unhashed } from '#infra/web.data.ts'
import { gatewayApp } from '#test/support/bundles.ts'

const folder = mkdtempSync(join(tmpdir(), 'diemcau-page-'))
const paths = ['/', '/conferences', '/conferences/cnf_1/points?q=ninh', '/archive/rec_1', '/nowhere']

/** As AWS tells it; locally the very names are set. */
const settings = {
  TOKEN_ISSUER: 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_abc',
  TOKEN_CLIENT_ID: 'client',
  PAGE_ORIGINS: 'https://diemcau.auth.ap-southeast-1.amazoncognito.com https://files.example',
}

beforeAll(async () => {
  Object.assign(process.env, settings)
  await buildBundles(folder, ['functions/page.lambda.ts'])
}, 120_000)

afterAll(() => {
  for (const name of Object.keys(settings)) delete process.env[name]
  rmSync(folder, { recursive: true, force: true })
})

const answered = async (response: Response) => {
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '?'
  const without = (text: string) => text.replaceAll(nonce, 'NONCE')
  return {
    status: response.status,
    headers: [...response.headers].map(([name, value]) => [name, without(value)]),
    body: without(await response.text()),
    nonce,
  }
}

it('both homes give the same answer but for the nonce', async () => {
  const [aws, local] = [gatewayApp(folder, 'page'), await serveWeb()]
  for (const path of paths) {
    const [there, here] = [await answered(await aws.request(path)), await answered(await local.request(path))]
    expect(there.nonce).not.toBe(here.nonce)
    expect({ ...there, nonce: '' }, path).toEqual({ ...here, nonce: '' })
  }
})

it('is kept nowhere, embedded nowhere, and asks browsers for no more than the video room will need', async () => {
  const { headers } = await gatewayApp(folder, 'page').request('/')
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=UTF-8',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=(self), microphone=(self)'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  expect(headers.get('permissions-policy')).toContain('geolocation=()')
  expect(headers.get('strict-transport-security'), 'CloudFront says it').toBeNull()
  expect(headers.get('content-security-policy')).toContain(
    `connect-src 'self' https://cognito-idp.ap-southeast-1.amazonaws.com ${settings.PAGE_ORIGINS};`,
  )
})

it('files say their type, how long to keep them, and run nothing by themselves; a missing one is not there', async () => {
  const web = await serveWeb()
  const named = readFileSync(join(builtWeb, 'index.html'), 'utf8').match(/\/assets\/[^"]+/g) ?? []
  for (const path of [...named, ...unhashed]) {
    const { headers } = await web.request(path)
    expect(Object.fromEntries(headers), path).toMatchObject({
      ...fileHeaders,
      'cache-control': cacheOf(path),
    })
    expect(headers.get('content-type')?.split(';')[0]).toBe(typeOf(path).split(';')[0])
  }
  const missing = await web.request('/assets/gone-abc.js')
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, null])
})
