// People at browsers of their own, one sign-in each, who go from page to page without loading any anew.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { localPassword } from '#infra/local/accounts.data.ts'
import type { Ids } from './moments.ts'
import { type Shown, viewports, type Who } from './shown.ts'

export type Language = 'vi' | 'en'
export type Scheme = 'light' | 'dark'

export type Seat = {
  page: Page
  /** Goes to a page and waits until it is drawn. */
  go(shown: Shown, ids: Ids): Promise<void>
  /** Of those signed in, by the frame's switch: goes there. */
  speak(language: Language): Promise<void>
  /** By the frame's switch, on the page that is shown. @returns whether it has one */
  turn(shown: Shown, language: Language): Promise<boolean>
  look(scheme: Scheme): Promise<void>
  /** Empties the tab; whoever sits down again need not sign in. */
  stand(): Promise<void>
}

type Router = {
  state: { status: string; resolvedLocation?: { href: string } }
  navigate(to: { href: string }): Promise<void>
}
declare global {
  var __TSR_ROUTER__: Router | undefined
  /** What the content security policy refused, as the browser reports it. */
  var refused: string[] | undefined
}

const collectRefusals = () => {
  globalThis.refused = []
  document.addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI, sourceFile, sample }) =>
      globalThis.refused?.push(`${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`),
  )
}

const listen = (page: Page, who: string, complaints: string[]) => {
  page.on('pageerror', (error) => complaints.push(`${who}: ${error.stack ?? error}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      complaints.push(`${who}: ${text}`)
  })
}

const signIn = async (page: Page, username: string) => {
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(localPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('navigation', { name: 'Các khu vực' }).waitFor()
}

/** Resolved where it leads, nothing awaited any more, letters there. */
const isDrawn = (ready: string) => {
  const { state } = globalThis.__TSR_ROUTER__ ?? {}
  const awaited = document.querySelector('[data-waiting], [aria-busy="true"], .mantine-Loader-root')
  const nowhere = ready !== '[data-nowhere]' && document.querySelector('[data-nowhere]')
  const settled = state?.status === 'idle' && state.resolvedLocation !== undefined && !nowhere
  return settled && !awaited && document.querySelector(ready) !== null && document.fonts.status === 'loaded'
}

const waitFor = async (page: Page, shown: Shown) => {
  const wait = page.waitForFunction(isDrawn, shown.ready ?? 'h1', { timeout: 20_000 })
  await wait.catch((error) => {
    throw new Error(`${shown.name} (${shown.as}) was not drawn: ${error}`)
  })
}

const go = async (page: Page, origin: string, shown: Shown, ids: Ids) => {
  await page.setViewportSize(shown.viewport ?? viewports[shown.as])
  const href = shown.path(ids)
  if (shown.as === 'nobody') await page.goto(`${origin}${href}`)
  else await page.evaluate((to) => globalThis.__TSR_ROUTER__?.navigate({ href: to }), href)
  await waitFor(page, shown)
  for (const wanted of [shown.click ?? []].flat()) await page.locator(wanted).first().click()
  if (shown.after) await page.locator(shown.after).first().waitFor()
}

const isLooking = (scheme: Scheme) => document.documentElement.dataset.mantineColorScheme === scheme

/** By the switch of the frame, which pages that fill a screen do not have. */
const turnInFrame = async (page: Page, language: Language) => {
  await page.locator(`header button[lang="${language}"]`).click()
  await page.waitForFunction((spoken) => document.documentElement.lang === spoken, language)
  await page.mouse.move(0, 0) // what is pointed at looks otherwise
}

const speakInFrame = async (page: Page, language: Language) => {
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return
  await page.evaluate(() => globalThis.__TSR_ROUTER__?.navigate({ href: '/conferences' }))
  await turnInFrame(page, language)
}

const openTab = async (context: BrowserContext, who: Who, complaints: string[]) => {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  listen(page, who, complaints)
  return page
}

/** Somebody signed in once, at one tab that is empty between times. */
export type Person = { sit(): Promise<Seat>; leave(): Promise<void> }

const seatOf = (page: Page, origin: string, who: Who, complaints: string[]): Seat => {
  const collect = async () => {
    const refused = await page.evaluate(() => globalThis.refused?.splice(0) ?? [])
    complaints.push(...refused.map((what) => `${who} at ${page.url()}: ${what}`))
  }
  let own = false
  return {
    page,
    go: async (shown, ids) => {
      await collect()
      own = shown.ownScheme ?? false
      await go(page, origin, shown, ids)
    },
    speak: async (language) => {
      await collect()
      if (who === 'nobody')
        await page.evaluate((to) => localStorage.setItem('diemcau.language', to), language)
      else await speakInFrame(page, language)
    },
    turn: async (shown, language) => {
      if ((await page.locator('header button[lang]').count()) === 0) return false
      await turnInFrame(page, language)
      await waitFor(page, shown)
      return true
    },
    look: async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      if (!own) await page.waitForFunction(isLooking, colorScheme)
    },
    stand: async () => {
      await collect()
      await page.goto('about:blank') // what goes on meanwhile is drawn for nobody
      await page.emulateMedia({ colorScheme: 'light' })
    },
  }
}

/** @param complaints collects what pages say on the console and what the policy refuses */
export const welcome = async (
  browser: Browser,
  origin: string,
  who: Who,
  complaints: string[],
): Promise<Person> => {
  const context = await browser.newContext({
    locale: 'vi-VN',
    viewport: viewports[who],
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(collectRefusals)
  let page: Page | undefined
  const sit = async () => {
    const before = page
    page ??= await openTab(context, who, complaints)
    await page.goto(origin)
    if (who !== 'nobody' && !before) await signIn(page, who)
    // Only what is drawn speaks the language that was spoken last.
    if (before)
      await page
        .locator(who === 'nobody' ? 'h1' : 'header button[lang]')
        .first()
        .waitFor()
    return seatOf(page, origin, who, complaints)
  }
  return { sit, leave: () => context.close() }
}
