// Names that would be more than text stay text: on every page that shows them, nothing runs, nothing is added, nothing overflows.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '#infra/local/afternoon/facts.data.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { overflowOf } from '#test/support/audit.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { hostileConference, texts } from '#test/support/hostile.ts'
import type { Ids } from '#test/support/moments.ts'
import { pages } from '#test/support/pages.ts'
import { type Seat, welcome } from '#test/support/seats.ts'
import type { Shown, Who } from '#test/support/shown.ts'

let home: Home
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  home = await startHome({ memory: true, port: 0, clock: new Date(at('12:30')), seed: false })
  browser = await startBrowser(ownDevices)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

/** Pages of one moment, each once for each person. */
const shownTo = (who: Who, moments: Shown['when'][]) =>
  pages.filter(({ as, when, onlyLooked }) => as === who && !onlyLooked && moments.includes(when))

const watch = (page: Page) =>
  page.on('dialog', async (dialog) => {
    complaints.push(`it ran: ${dialog.message()}`)
    await dialog.dismiss()
  })

/** Runs in the page. @returns elements that our pages never make */
const findStrangers = () =>
  [...document.querySelectorAll('img[src="x"], [onerror], main script, iframe, object, embed')].map(
    (element) => element.outerHTML,
  )

/** What pages said of our texts, word for word. */
const read = new Set<keyof typeof texts>()

const inspect = async ({ page }: Seat, { name }: Shown) => {
  const found = [...(await page.evaluate(findStrangers)), ...(await overflowOf(page))]
  complaints.push(...found.map((what) => `${name}: ${what}`))
  const text = (await page.locator('body').textContent()) ?? ''
  for (const [kind, written] of Object.entries(texts))
    if (text.includes(written)) read.add(kind as keyof typeof texts)
}

const walk = async (who: Who, list: Shown[], ids: Ids) => {
  const person = await welcome(browser, home.origin, who, complaints)
  const seat = await person.sit()
  watch(seat.page)
  for (const shown of list) {
    await seat.go(shown, ids)
    await inspect(seat, shown)
  }
  await seat.stand()
  await person.leave()
}

test('names with markup stay text', { timeout: 120_000 }, async () => {
  const { ids, refused, seal } = await hostileConference(home)
  await expect(refused(), 'a title that turns the direction of writing').rejects.toThrow('ký tự điều khiển')
  await walk('thuky', shownTo('thuky', ['scheduled', 'speaking']), ids)
  await walk('ninhbinh', shownTo('ninhbinh', ['speaking']), ids)
  await walk('chutri', shownTo('chutri', ['speaking']), ids)
  await walk('nobody', shownTo('nobody', ['speaking']), ids)
  const record = await seal()
  await walk(
    'thuky',
    shownTo('thuky', ['closed', 'signing']).filter(({ name }) => !name.includes('none')),
    ids,
  )
  await walk('luutru', shownTo('luutru', ['sealed']), { ...ids, record })
  expect(complaints).toEqual([])
  expect([...read].sort()).toEqual(Object.keys(texts).sort())
})
