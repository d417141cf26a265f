// The page: a nonce of its own for each answer, and nothing of the home's settings can break out of its attribute.
import { describe, expect, it } from 'vitest'
import { createPage } from '#functions/page.ts'

const html =
  '<meta name="diemcau" content="__SETTINGS__"><script nonce="__NONCE__"></script><style nonce="__NONCE__"></style>'

const ask = async (clientId = 'web') => {
  const settings = { issuer: 'https://issuer.example/pool', clientId, origins: ['https://login.example'] }
  const response = await createPage(html, settings).request('/conferences/any')
  const policy = response.headers.get('content-security-policy') ?? ''
  return { response, policy, body: await response.text(), nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? '' }
}

describe('the page', () => {
  it('gives every answer another nonce, in the policy and in the page', async () => {
    const [one, two] = [await ask(), await ask()]
    expect(one.nonce.length).toBeGreaterThan(15)
    expect(one.nonce).not.toBe(two.nonce)
    expect(one.body.split(`nonce="${one.nonce}"`)).toHaveLength(3)
    expect(one.body).not.toContain('__NONCE__')
  })

  it('lets no inline code run and talks only to origins it was told', async () => {
    const { policy } = await ask()
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self' https://issuer.example https://login.example")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it('keeps settings inside their attribute', async () => {
    const { body } = await ask('"><script>alert(1)</script>')
    expect(body).not.toContain('<script>alert')
    const content = /content="([^"]*)"/.exec(body)?.[1] ?? ''
    const read = content.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(JSON.parse(read).clientId).toBe('"><script>alert(1)</script>')
  })

  it('is never kept by a cache: its nonce is for once', async () => {
    expect((await ask()).response.headers.get('cache-control')).toBe('no-store')
  })
})
