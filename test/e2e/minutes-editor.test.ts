// The minutes' editor: words in place, a second editor warned, wordings compared, comments, evidence, signatures, an addendum.
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { deskScene } from '#test/support/desk-scene.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, type Person } from './person.ts'

let home: Home
let browser: Browser
let scene: Awaited<ReturnType<typeof deskScene>>
const complaints: string[] = []

const at = (time: string) => home.setClock?.(new Date(`2022-11-23T${time}+07:00`))
const pictures = process.env.MINUTES_PICTURES ?? '.build/minutes'

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T13:30:00+07:00'))
  await buildWeb()
  browser = await startBrowser()
  mkdirSync(pictures, { recursive: true })
  scene = await deskScene(home, at)
  await scene.chair.post(`${scene.path}/close`)
  at('14:14:00')
  await scene.desk.signInAgain()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const minutes = (rest = '') => `${scene.path}/minutes${rest}`

const toMinutes = async (username: string): Promise<Person> => {
  const person = await arrive(browser, home.origin, username, complaints)
  await person.page.goto(`${home.origin}${minutes()}`)
  await person.page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
  return person
}

const as = async (username: string, work: (person: Person) => Promise<void>) => {
  const person = await toMinutes(username)
  try {
    await work(person)
  } catch (error) {
    await person.page.screenshot({ path: `${pictures}/failure.png`, fullPage: true })
    throw error
  } finally {
    await person.leave()
  }
}

const shot = ({ page }: Person, name: string) => page.screenshot({ path: `${pictures}/${name}.png` })

/** The sheet is Vietnamese and long; its last paragraph is the end. */
const words = 'Hội nghị bế mạc lúc 14 giờ 03 phút cùng ngày.'

const edits = async (person: Person) => {
  const { page, act, check } = person
  await act('Soạn dự thảo')
  await page.getByRole('heading', { name: /BIÊN BẢN/ }).waitFor()
  const pen = page.getByRole('button', { name: /Sửa đoạn: .*kết thúc/ })
  await pen.click()
  const field = page.getByRole('textbox', { name: 'Lời của đoạn này' })
  await field.fill(words)
  await page.reload()
  await expect.poll(() => field.inputValue(), { message: 'kept over a reload' }).toBe(words)
  const second = await toMinutes('thuky')
  await second.page.getByText(/đang sửa$/).waitFor()
  await second.page.getByRole('button', { name: /Sửa đoạn: .*kết thúc/ }).click()
  await second.page.getByText(/Đồng chí đang mở đoạn này ở một cửa sổ khác/).waitFor()
  await second.page.getByRole('textbox', { name: 'Lời của đoạn này' }).fill('Hội nghị kết thúc.')
  await second.check('minutes, a second editor')
  await shot(second, 'second-editor')
  await page.getByRole('button', { name: 'Lưu đoạn này' }).click()
  await page.getByRole('link', { name: words }).waitFor()
  await second.page.getByText('Đoạn này vừa được người khác lưu').waitFor()
  await second.leave()
  await page.getByText('đã sửa lời').waitFor()
  await check('minutes, edited')
}

const looks = async (person: Person) => {
  const { page, check } = person
  const side = page.getByRole('complementary', { name: 'Bên cạnh biên bản' })
  const tab = (name: string | RegExp) => side.getByRole('tab', { name }).click()
  await page.getByRole('link', { name: words }).click()
  await side.getByText('Kết thúc hội nghị').waitFor()
  await side.getByText(/Thư ký đã sửa lời câu này/).waitFor()
  await check('minutes, evidence')
  await shot(person, 'evidence')
  await tab('Các bản sửa')
  await side.locator('ins', { hasText: 'bế mạc' }).waitFor()
  await shot(person, 'revisions')
  await check('minutes, revisions')
  await tab('Góp ý')
  await side.getByRole('textbox', { name: 'Góp ý về đoạn đang chọn' }).fill('Đề nghị ghi rõ phút kết thúc.')
  await side.getByRole('button', { name: 'Gửi góp ý' }).click()
  await page.getByRole('tab', { name: 'Góp ý (1)' }).waitFor()
  await page.getByRole('button', { name: '1 góp ý' }).waitFor()
  await side.getByRole('button', { name: 'Đã xử lý' }).click()
  await side.getByText('Đã xử lý (1)').waitFor()
  await check('minutes, comments')

  await tab('Bản in')
  const first = side.getByRole('img', { name: 'Trang 1', exact: true })
  await first.waitFor({ timeout: 60_000 })
  await expect.poll(() => first.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await shot(person, 'printed')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1024, height: 900 })
  await shot(person, 'printed-dark')
  await check('minutes, printed')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** What the scene left open: one is settled beside the sheet, the other in the same way. */
const settles = async ({ page, check, act }: Person) => {
  const side = page.getByRole('complementary', { name: 'Bên cạnh biên bản' })
  await side.getByRole('tab', { name: 'Chưa khớp (2)' }).click()
  for (const left of [1, 0]) {
    await side.getByRole('radio').first().check()
    await side.getByRole('textbox', { name: /Lý do/ }).first().fill('Theo biên bản của điểm cầu.')
    if (left === 1) await check('minutes, settling')
    await side.getByRole('button', { name: 'Thống nhất' }).first().click()
    if (left > 0) await side.getByRole('tab', { name: `Chưa khớp (${left})` }).waitFor()
    else await side.getByRole('tab', { name: /Chưa khớp/ }).waitFor({ state: 'detached' })
  }
  await side.getByRole('tab', { name: 'Tiến độ' }).click()
  await side.getByRole('button', { name: 'Lập lại dự thảo' }).click()
  await page
    .getByRole('link', { name: /đã thống nhất/ })
    .first()
    .waitFor()
  await page.getByRole('link', { name: words }).waitFor()
  await act('Trình ký')
  await side.getByText(/Chốt \d+ sự kiện/).waitFor()
  await side.getByText('Người ký tiếp theo').waitFor()
}

test('is edited by two, looked into, settled and submitted', async () => {
  await as('thuky', async (person) => {
    await edits(person)
    await looks(person)
    await settles(person)
    await shot(person, 'submitted')
  })
  expect(complaints).toEqual([])
})

test('is refused with a note, signed after a fresh sign-in, sealed, and followed by an addendum', async () => {
  await as('chutri', async (person) => {
    const { page, check } = person
    await page.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Bổ sung kết luận.')
    await check('minutes, refusing')
    await shot(person, 'refusing')
    await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
    await page.getByText('Chủ trì trả lại: Bổ sung kết luận.').waitFor()
  })
  await as('thuky', async (person) => {
    const { page, act, check } = person
    await act('Trình ký')
    await page.getByText(/Chốt \d+ sự kiện/).waitFor()
    at('14:25:00')
    await act('Ký biên bản')
    await page.getByText('Việc ký cần lần đăng nhập không quá 5 phút').waitFor()
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByLabel('Tên đăng nhập').fill('thuky')
    await page.getByLabel('Mật khẩu').fill('diemcau')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await act('Ký biên bản')
    await page.getByText(/Đã ký/).waitFor()
    await scene.chair.signInAgain()
    await scene.chair.post(minutes('/sign'))
    await home.settled()
    await scene.desk.signInAgain()
    await scene.desk.post(minutes('/seal'))
    await scene.ninhBinh.signInAgain()
    await scene.ninhBinh.post(`${scene.path}/bridge-points/bpt_ca-ninh-binh/roll-call`, { headCount: 9 })
    await page.getByText(/Có 1 ghi nhận muộn/).waitFor()
    await check('minutes, sealed with late events')
    await shot(person, 'late')
    await page.getByRole('button', { name: 'Lập phụ lục bổ sung' }).click()
    await page.getByRole('textbox', { name: 'Lý do bổ sung' }).fill('Ninh Bình gửi số người muộn.')
    await page.getByRole('button', { name: 'Lập phụ lục bổ sung' }).click()
    await page.getByText(/Phụ lục bổ sung, thay cho biên bản số/).waitFor()
    await page.getByRole('tab', { name: 'Tiến độ' }).click()
    await page.getByText(/Phụ lục bổ sung đang lập/).waitFor()
    await check('minutes, an addendum')
    await shot(person, 'addendum')
  })
  expect(complaints).toEqual([])
})
