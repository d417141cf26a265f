// One person at a browser: signed in, or by the login page, who moves about, and has every page checked for faults.
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { localPassword } from '#infra/local/accounts.data.ts'
import { faultsOf } from '#test/support/audit.ts'
import { giveTokens, tokensOf } from '#test/support/signed-in.ts'

export type Person = {
  page: Page
  /** Runs axe over the page as it stands. @param what names the page in a failure */
  check(what: string): Promise<void>
  /** Opens a section of the conference. */
  open(section: string): Promise<void>
  /** Performs the page's main act. */
  act(name: string): Promise<void>
  leave(): Promise<void>
}

/**
 * Chime's client awaits nobody when it sets a sender's bitrate (NScaleVideoUplinkBandwidthPolicy), and is told so by the
 * browser if a negotiation took the sender's parameters meanwhile. It sets them again at its next look.
 */
const senderTaken = /'setParameters' on 'RTCRtpSender'.*getParameters\(\) has never been called/

/** What a browser itself says of a line that a test has cut, or of a service it has stopped: refused, reset, closed or without any network. */
export const isOfCutLine = (complaint: string) =>
  /^WebSocket connection to .* failed|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_|NETWORK_CHANGED)/s.test(
    complaint,
  )

/** Everything a page complained of that is not a refusal the API is meant to give, nor Chime's client's own haste. */
export const listen = (page: Page, complaints: string[]) => {
  page.on('pageerror', (error) => {
    if (!senderTaken.test(String(error))) complaints.push(String(error))
  })
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(text)
  })
}

export const audit = async (page: Page, what: string) => {
  expect(await faultsOf(page, 'whole'), `axe on ${what}`).toEqual([])
}

/** @param door the name of the button that leads to the sign-in page */
export const signIn = async (page: Page, username: string, door = 'Đăng nhập') => {
  await page.getByRole('button', { name: door }).click()
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(localPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

/** The pages before anybody is known: welcome, sign-in, and its refusal. */
export const checkDoor = async (browser: Browser, origin: string) => {
  const context = await browser.newContext({ locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(origin.replace('127.0.0.1', 'localhost'))
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor()
  expect(page.url(), 'the one address that sign-in returns to').toContain(origin)
  await audit(page, 'welcome')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Tên đăng nhập').fill('thuky')
  await audit(page, 'sign-in')
  await page.getByLabel('Mật khẩu').fill('sai')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('alert').waitFor()
  await audit(page, 'sign-in, refused')
  await context.close()
}

const desk = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const
const tablet = { viewport: { width: 820, height: 1180 } } as const

const phone = { viewport: { width: 390, height: 844 } } as const

/** The chair sits in a dark hall; the operator has a tablet, the delegate a phone. */
const screens: Record<string, Parameters<Browser['newContext']>[0]> = {
  chutri: { ...tablet, colorScheme: 'dark' },
  ninhbinh: { ...tablet, colorScheme: 'light' },
  luutru: { ...desk, colorScheme: 'dark' },
  daibieu: { ...phone, colorScheme: 'light' },
}

/**
 * Opens a browser profile of its own, signed in.
 * @param complaints collects what pages say on the console
 * @param by the login page takes a second: one test of it is enough
 */
export const arrive = async (
  browser: Browser,
  origin: string,
  username: string,
  complaints: string[],
  by: 'tokens' | 'door' = 'tokens',
): Promise<Person> => {
  const screen = screens[username] ?? desk
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...screen })
  const page = await context.newPage()
  if (by === 'tokens') await giveTokens(page, origin, await tokensOf(origin, username))
  listen(page, complaints)
  await page.goto(origin)
  if (by === 'door') await signIn(page, username)
  await page.getByRole('navigation', { name: 'Các khu vực' }).waitFor()
  return {
    page,
    check: (what) => audit(page, `${what} (${username})`),
    open: async (section) => {
      const sections = page.getByRole('navigation', { name: 'Các mục của hội nghị' })
      const link = sections.locator('a').and(sections.getByText(section, { exact: true }))
      await link.waitFor({ state: 'attached' })
      // What is not in sight is one word further.
      if (!(await link.isVisible())) await sections.locator('summary').click()
      await link.click()
    },
    act: async (name) => {
      await page.locator('[data-main-act]', { hasText: name }).click()
    },
    leave: () => context.close(),
  }
}
