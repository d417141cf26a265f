// The archivist at a record's page: what a sentence rests on, the annexes, the check, the package saved as the zip it says it is.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive } from './person.ts'

let home: Home
let browser: Browser
let record: string
let other: string
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T08:30:00+07:00'))
  const desk = await takeSeat(home.origin, 'luutru')
  const { items } = await desk.get<{ items: { id: string; startsAt: string }[] }>('/archive')
  record = items.find(({ startsAt }) => startsAt.startsWith('2017'))?.id ?? ''
  other = items.find(({ id }) => id !== record)?.id ?? ''
  await buildWeb()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const pictures = process.env.PICTURES

test('a record is read to its sources, checked, and taken away as a package', {
  timeout: 60_000,
}, async () => {
  const { page, check, leave } = await arrive(browser, home.origin, 'luutru', complaints)
  const shoot = async (name: string) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }
  await page.goto(`${home.origin}/archive/${record}`)
  await page.locator('a[data-sentence]').first().waitFor()
  await page.locator('[data-rows] > li').first().waitFor()
  await check('record')
  await shoot('record-dark')
  await page.locator('a[data-sentence]').nth(2).click()
  await page.getByRole('region', { name: 'Căn cứ của câu' }).getByText('Theo tài liệu:').waitFor()
  await page.getByRole('button', { name: /^Số liệu chưa khớp/ }).click()
  await page.getByText('Hồ sơ giữ nguyên các cách ghi.').first().waitFor()
  await page.getByRole('button', { name: 'Kiểm chứng ngay' }).click()
  await page.getByText('Hồ sơ nguyên vẹn').waitFor()
  await page.getByText('Tệp trong kho đúng từng byte như lúc niêm phong.').waitFor()
  await check('record, checked')
  await shoot('checked-dark')

  await page.getByRole('button', { name: 'Lập gói lưu trữ' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải về', exact: true }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/\.zip$/)
  expect(readFileSync(await saved.path()).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004', 'latin1'))
  await check('record, package made')

  await page.setViewportSize({ width: 1024, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Annexes of the record' }).waitFor()
  await check('record in English')
  await shoot('english-light-1024')
  await page.goto(`${home.origin}/archive/${record}/compare/${other}`)
  await page.locator('tr[data-kind]').first().waitFor()
  await check('two records compared')
  await shoot('compare')
  expect(complaints).toEqual([])
  await leave()
})
