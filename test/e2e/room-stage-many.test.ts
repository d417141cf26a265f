// The stage with more seats than one machine has cameras: pages, what is fetched for them, keys, and no faults to axe.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '#test/support/browser.ts'
import { serveStage } from '#test/support/stage/serve.ts'
import { audit, listen } from './person.ts'

let served: Awaited<ReturnType<typeof serveStage>>
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  served = await serveStage()
  browser = await startBrowser()
  page = await browser.newPage({ locale: 'vi-VN', viewport: { width: 1440, height: 900 } })
  listen(page, complaints)
})

afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const tiles = () => page.locator('figure[data-seat]')
const shown = () => tiles().evaluateAll((all) => all.map((one) => one.getAttribute('data-seat') ?? ''))

type Staged = { stage: { wanted(): string[] } }
const fetched = () => page.evaluate(() => (window as unknown as Staged).stage.wanted())

const open = async (asked: string, layout?: string) => {
  await page.goto(`${served.origin}?${asked}`)
  await page.evaluate((kept) => localStorage.setItem('diemcau.room', kept), JSON.stringify({ layout }))
  await page.reload()
  await tiles().first().waitFor()
}

/** Until what is fetched is of what is shown; before anything was asked for nothing is settled. */
const settled = () =>
  expect
    .poll(async () => {
      const [seats, wanted] = [await shown(), await fetched()]
      return wanted.length > 0 && wanted.every((id) => seats.includes(id.slice('att_'.length)))
    })
    .toBe(true)

describe('thirty seats', () => {
  it('stand on pages of at most 25, and only those of the page are fetched', async () => {
    await open('many=40', 'grid-25')
    expect(await shown()).toHaveLength(25)
    await expect.poll(async () => (await fetched()).length).toBeGreaterThan(20)
    await settled()
    expect((await fetched()).length).toBeLessThanOrEqual(25)
    const first = await shown()
    await audit(page, 'stage, 25 to a page')
    await page.keyboard.press('ArrowRight')
    await page.getByText('Trang 2/2').waitFor()
    await settled()
    expect((await shown()).filter((seat) => first.includes(seat))).toEqual([])
  })

  it('are laid out by one key', async () => {
    const layout = page.getByRole('combobox', { name: 'Bố cục' })
    await page.keyboard.press('l')
    await expect.poll(() => layout.inputValue()).toBe('speaker')
    await page.keyboard.press('l')
    await expect.poll(shown).toHaveLength(4)
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Phím tắt' }).waitFor()
    await audit(page, 'stage, its keys')
    await page.keyboard.press('Escape')
  })
})

describe('whoever has the floor', () => {
  it('stands first on every page, in a frame, with the time that is left', async () => {
    await open('many=30&called=bpt_ca-can-tho', 'grid-9')
    for (const turned of [1, 2, 3]) {
      await page.getByText(`Trang ${turned}/4`).waitFor()
      expect((await shown())[0]).toBe('bpt_ca-can-tho')
      await page.keyboard.press('ArrowRight')
    }
    await page.getByRole('timer', { name: 'Thời gian còn lại' }).waitFor()
    await audit(page, 'stage, a point called')
  })

  it('is alone fetched over a narrow line', async () => {
    await page.getByRole('button', { name: 'Tiết kiệm đường truyền' }).click()
    await expect.poll(fetched).toEqual(['att_bpt_ca-can-tho'])
    await audit(page, 'stage, narrow line')
  })

  it('gives the large place to the screen it shares', async () => {
    await open('many=12&called=bpt_ca-can-tho&content=bpt_ca-can-tho')
    await page
      .getByRole('figure', { name: /^Màn hình của/ })
      .or(page.locator('[data-content]'))
      .first()
      .waitFor()
    await expect.poll(fetched).toContain('att_bpt_ca-can-tho#content')
    expect((await shown())[0], 'first in the strip').toBe('bpt_ca-can-tho')
    await audit(page, 'stage, a shared screen')
  })
})

describe('our own microphone', () => {
  const openNow = () => page.getByRole('button', { name: 'Mở micrô để phát biểu' })

  it('stays closed until the chair calls, and says why', async () => {
    await open('many=5')
    const button = page.getByRole('button', { name: 'Mở micrô' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('m')
    await page.getByRole('status').getByText('Chủ tọa mời phát biểu thì micrô mở.').waitFor()
  })

  it('is opened by one large button or one key when called, never by itself', async () => {
    await open('many=5&called=bpt_ca-ninh-binh')
    await openNow().waitFor()
    await audit(page, 'stage, called')
    await page.getByText('Điểm cầu Công an tỉnh Ninh Bình').first().waitFor()
    await page.keyboard.press('m')
    await page.getByRole('button', { name: 'Tắt micrô' }).waitFor()
    expect(await openNow().count()).toBe(0)
  })

  it('opens by itself on a device whose people chose so', async () => {
    await open('many=5&called=bpt_ca-ninh-binh')
    await page.getByLabel('Lần sau mở micrô ngay khi được mời').check()
    await page.reload()
    await page.getByRole('button', { name: 'Tắt micrô' }).waitFor()
  })
})

it('complains of nothing, on a dark tablet either', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 820, height: 1180 })
  await open('many=12&called=bpt_ca-can-tho&watching=1')
  await audit(page, 'stage, dark tablet')
  expect(complaints).toEqual([])
})
