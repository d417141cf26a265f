// The stage in a real room: the chair and two points see and hear each other; the floor decides who is heard and large.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { afternoon, enterHall, type Hall } from './hall.ts'
import { audit } from './person.ts'
import { sit, type Tab, withDevices } from './room-tabs.ts'

let home: Home
let browser: Browser
let hall: Hall
let chair: Tab
let province: Tab
const complaints: string[] = []

const ninhBinh = 'Điểm cầu Công an tỉnh Ninh Bình'
const own = 'bpt_ca-ninh-binh'

beforeAll(async () => {
  home = await startLoadedHome(afternoon('13:50:00'))
  await home.loaded
  await buildWeb()
  hall = await enterHall(home.origin)
  await hall.secretary.post(`${hall.path}/open`, { confirmed: true })
  browser = await startBrowser(withDevices())
  const room = `${home.origin}/room/${hall.id}`
  ;[chair, province] = await Promise.all([
    sit(browser, `${room}?seat=chair`, 'chutri', complaints),
    sit(browser, `${room}?point=${own}`, 'ninhbinh', complaints),
  ])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const press = ({ page }: Tab, key: string) => page.keyboard.press(key)
const button = ({ page }: Tab, name: string) => page.getByRole('button', { name, exact: true })
const says = ({ page }: Tab, words: string) => page.getByRole('status').getByText(words).waitFor()

const photographed = async (act: () => Promise<void>) => {
  try {
    await act()
  } catch (error) {
    await chair?.page.screenshot({ path: '.build/room-stage-chair.png' }).catch(() => undefined)
    await province?.page.screenshot({ path: '.build/room-stage-province.png' }).catch(() => undefined)
    throw error
  }
}

const step = (name: string, act: () => Promise<void>) => test(name, () => photographed(act))

step('both see each other, named as the house names them', async () => {
  await Promise.all([chair.sees(ninhBinh), province.sees('Ghế chủ trì')])
  const mirror = await province.tile(ninhBinh).locator('video').getAttribute('style')
  expect(mirror, 'our own picture is a mirror').toContain('rotateY(180deg)')
  await Promise.all([audit(chair.page, 'room, chair'), audit(province.page, 'room, point')])
})

step(
  'while sound is tried a point is heard when it opens its microphone, and not when it mutes',
  async () => {
    await chair.hearsNothing()
    await press(province, 'm')
    await button(province, 'Tắt micrô').waitFor()
    await chair.hears()
    await chair.tile(ninhBinh).and(chair.page.locator('[data-heard]')).waitFor()
    await press(province, 'm')
    await says(province, 'Micrô đang tắt.')
    await chair.tile(ninhBinh).getByText('Micrô tắt').waitFor({ state: 'attached' })
    await chair.hearsNothing()
  },
)

step('the start closes every microphone but the chair’s', async () => {
  await press(province, 'm')
  await button(province, 'Tắt micrô').waitFor()
  await hall.secretary.post(`${hall.path}/start`)
  await says(province, 'Micrô đã được tắt.')
  expect(await button(province, 'Mở micrô').getAttribute('aria-disabled')).toBe('true')
  await press(province, 'm')
  await chair.hearsNothing()
  await press(chair, 'm')
  await button(chair, 'Tắt micrô').waitFor()
  await province.hears()
  await press(chair, 'm')
})

step(
  'a call pins the point for everybody and lets it speak, when its people open the microphone',
  async () => {
    await hall.chair.post(`${hall.path}/floor/open`, {})
    const requestId = await hall.ask('ninh-binh')
    await province.page.getByRole('button', { name: 'Chờ phát biểu: thứ 1/1' }).waitFor()
    await hall.chair.post(`${hall.path}/floor/call`, { requestId })
    await chair.page.getByRole('timer', { name: 'Thời gian còn lại' }).waitFor()
    await chair.tile(ninhBinh).and(chair.page.locator('[data-called]')).waitFor()
    await button(province, 'Mở micrô để phát biểu').waitFor()
    await audit(province.page, 'room, called')
    expect(await province.page.evaluate(() => document.activeElement?.textContent)).toContain('Mở micrô')
    await press(province, 'm')
    await chair.hears()
  },
)

step('whoever speaks shares a screen, large at the others', async () => {
  await press(province, 's')
  await says(province, 'Các điểm cầu đang xem màn hình của máy này.')
  const shared = chair.page.locator('[data-content] video')
  await shared.waitFor()
  await expect
    .poll(() =>
      shared.evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames),
    )
    .toBeGreaterThan(1)
  await audit(chair.page, 'room, a shared screen')
})

step('the end of the turn closes microphone and screen', async () => {
  await province.page.getByRole('button', { name: 'Kết thúc phát biểu' }).click()
  await says(province, 'Micrô đã được tắt.')
  await chair.page.locator('[data-content]').waitFor({ state: 'detached' })
  await chair.page.getByRole('timer').waitFor({ state: 'detached' })
  await chair.hearsNothing()
})

step('a point asks for the floor from the room, and takes it back', async () => {
  await press(province, 'r')
  await province.page.getByRole('button', { name: 'Gửi đăng ký' }).click()
  await province.page.getByRole('button', { name: 'Chờ phát biểu: thứ 1/1' }).click()
  await audit(province.page, 'room, our request')
  await province.page.getByRole('button', { name: 'Rút đăng ký' }).click()
  await button(province, 'Đăng ký phát biểu').waitFor()
})

step('a third point comes; over a narrow line only the large picture is fetched', async () => {
  const third = await sit(
    browser,
    `${home.origin}/room/${hall.id}?point=bpt_ca-thanh-hoa`,
    'thanh-hoa',
    complaints,
  )
  await third.sees('Ghế chủ trì')
  await chair.sees('Công an tỉnh Thanh Hóa')
  await button(third, 'Tiết kiệm đường truyền').click()
  await third.tile(ninhBinh).getByText('Không tải hình').waitFor()
  await third.sees('Ghế chủ trì')
  await button(third, 'Rời phòng').click()
  await chair.tile('Công an tỉnh Thanh Hóa').waitFor({ state: 'detached' })
})

test('nothing was complained of', () => {
  expect(complaints).toEqual([])
})
