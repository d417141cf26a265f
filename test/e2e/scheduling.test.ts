// The secretariat schedules a conference by keyboard alone, loses nothing to a reload or to a colleague, puts it off, calls it off.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conference } from '#functions/conferences/schema.ts'
import { buildWeb } from '#infra/build-web.ts'
import { localPassword } from '#infra/local/accounts.data.ts'
import type { Home } from '#infra/local/home.ts'
import { signIn } from '#infra/local/sign-in.ts'
import { startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, type Person } from './person.ts'

const title = 'Sơ kết công tác bảo đảm an ninh, trật tự 6 tháng đầu năm 2023'
const venue = 'Trụ sở Bộ Công an, Hà Nội'
const tabsMost = 90

let home: Home
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T09:00:00+07:00'))
  await buildWeb()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

/** Nobody touches a mouse: `Tab` until the thing has the focus, then its keys. */
const byKeys = (page: Page) => {
  const { keyboard } = page
  const isAt = (thing: Locator) => thing.evaluate((element) => element === document.activeElement)
  const goTo = async (thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await thing.waitFor()
    // Found once and asked often; what is drawn anew meanwhile is found again.
    let found = await thing.elementHandle()
    for (let tabs = 0; tabs <= tabsMost; tabs++) {
      const state = await found?.evaluate((it) => (it.isConnected ? it === document.activeElement : 'gone'))
      if (state === true) return
      if (state === 'gone') found = await thing.elementHandle()
      else await keyboard.press(key)
    }
    throw new Error(`No key leads to ${String(thing)}`)
  }
  const type = async (thing: Locator, text: string) => {
    await goTo(thing)
    await keyboard.press('ControlOrMeta+A')
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) await keyboard.press('Enter')
      await keyboard.insertText(line)
    }
  }
  const press = async (thing: Locator) => {
    await goTo(thing)
    await keyboard.press('Enter')
  }
  return { goTo, type, press, isAt, keyboard }
}
type Keys = ReturnType<typeof byKeys>

const when = (page: Page, name: RegExp) => {
  const group = page.getByRole('group', { name })
  return { day: group.getByLabel('Ngày'), time: group.getByLabel('Giờ') }
}

const fillIn = async (page: Page, { type, goTo, keyboard }: Keys) => {
  await type(page.getByLabel('Tên hội nghị'), `${title} (MẬT)\nTriển khai nhiệm vụ 6 tháng cuối năm`)
  await type(page.getByLabel('Địa điểm'), venue)
  const starts = when(page, /^Bắt đầu/)
  await type(starts.day, '30/6/2023')
  await type(starts.time, '8h')
  await page.getByText('08 giờ 00, thứ Sáu ngày 30 tháng 6 năm 2023').waitFor()
  await type(when(page, /^Kết thúc/).time, '11h30')
  const chairs = page.getByRole('combobox', { name: 'Chủ trì' })
  await goTo(chairs)
  await keyboard.insertText('quoc hung')
  await page.getByRole('option', { name: /Lê Quốc Hùng/ }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Lê Quốc Hùng' }).waitFor()
  await type(
    page.getByLabel('Chương trình', { exact: true }),
    'Khai mạc, 10 phút\nTham luận, 60 phút\nBáo cáo, 40 phút',
  )
  await page.getByRole('list', { name: 'Chương trình dự kiến' }).getByText('09:10').waitFor()
}

const drafts = async ({ page, check }: Person, keys: Keys) => {
  const { press, type, isAt, keyboard } = keys
  await page.getByLabel('Tên hội nghị').waitFor()
  await check('conferences')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Thông tin hội nghị' }).waitFor()
  await check('new conference')
  await fillIn(page, keys)
  await page.reload()
  await expect
    .poll(() => page.getByLabel('Địa điểm').inputValue(), { message: 'typed before the reload' })
    .toBe(venue)
  await press(page.getByRole('button', { name: 'Lưu dự thảo' }).last())
  const wrong = page.getByLabel('Tên hội nghị')
  await page
    .getByRole('alert')
    .getByText(/Không nhận nội dung thuộc bí mật nhà nước/)
    .first()
    .waitFor()
  await expect.poll(() => isAt(wrong), { message: 'the wrong field has the focus' }).toBe(true)
  await check('new conference, refused')
  await type(wrong, `${title}\nTriển khai nhiệm vụ 6 tháng cuối năm`)
  await press(page.getByRole('button', { name: 'Lưu dự thảo' }).last())
  await page.getByRole('heading', { name: 'Trước khi lên lịch' }).waitFor()
  await page.getByText('đã có 63 điểm cầu').waitFor()
}

const prepares = async ({ page }: Person, { goTo, press, keyboard }: Keys) => {
  await page.getByText('63 đơn vị: thêm mới 0, đã có 63.').waitFor()
  const second = page.getByLabel('Nội dung 2')
  await goTo(second)
  await keyboard.press('Alt+ArrowDown')
  await page.getByRole('status').getByText('Tham luận: vị trí 3').waitFor({ state: 'attached' })
  await press(page.getByRole('button', { name: 'Lưu chương trình' }))
  await expect.poll(() => page.getByRole('button', { name: 'Lưu chương trình' }).isDisabled()).toBe(true)
  await expect.poll(() => page.getByLabel('Nội dung 2').inputValue()).toBe('Báo cáo')
}

const schedules = async ({ page }: Person, { goTo, keyboard }: Keys) => {
  await goTo(page.getByRole('button', { name: 'Lên lịch' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await page.getByText('Đã lên lịch').waitFor()
}

/** Somebody else at the desk puts a document of the same conference. */
const puts = async (path: string, version: number, body: object) => {
  const { accessToken } = await signIn(home.origin, 'thuky', localPassword)
  const answer = await fetch(`${home.origin}/api/conferences/${path}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
      'if-match': `"${version}"`,
    },
    body: JSON.stringify(body),
  })
  expect(answer.status, await answer.text()).toBe(200)
}

const standing = async (id: string): Promise<Conference> => {
  const { accessToken } = await signIn(home.origin, 'thuky', localPassword)
  const headers = { authorization: `Bearer ${accessToken}` }
  return (await (await fetch(`${home.origin}/api/conferences/${id}`, { headers })).json()) as Conference
}

const besides = async (id: string, change: object) => {
  const { hostUnitId, startsAt, level, classification, form, ...rest } = await standing(id)
  const chairs = rest.chairs.map(({ personId }) => personId)
  const facts = { hostUnitId, startsAt, level, classification, form, title: rest.title, venue: rest.venue }
  await puts(id, rest.version, { ...facts, chairs, ...change })
}

const idIn = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? ''

/** Two edit one agenda: what each added stands in the end. */
const meetsOverAgenda = async ({ page, check }: Person, { type, press }: Keys) => {
  const id = idIn(page)
  await type(page.getByLabel('Nội dung 1'), 'Khai mạc, giới thiệu đại biểu')
  const { agenda, agendaVersion } = await standing(id)
  const kept = agenda.map(({ id, title, kind, minutes }) => ({ id, title, kind, minutes }))
  const theirs = { id: 'agd_be-mac', title: 'Bế mạc', kind: 'conclusion' }
  await puts(`${id}/agenda`, agendaVersion, { items: [...kept, theirs] })
  const alert = page.getByRole('alert').filter({ hasText: 'Bế mạc' })
  await alert.waitFor()
  await check('preparation, two editors of the agenda')
  await press(alert.getByRole('button', { name: 'Giữ nội dung của tôi' }))
  await press(page.getByRole('button', { name: 'Lưu chương trình' }))
  await expect
    .poll(async () => (await standing(id)).agenda.map(({ title }) => title))
    .toEqual(['Khai mạc, giới thiệu đại biểu', 'Báo cáo', 'Tham luận', 'Bế mạc'])
}

const meets = async ({ page, check }: Person, { type, press }: Keys) => {
  const id = idIn(page)
  await type(page.getByLabel('Địa điểm'), 'Hội trường A')
  await besides(id, { venue: 'Hội trường B', form: 'hybrid' })
  const alert = page.getByRole('alert').filter({ hasText: 'đã được người khác thay đổi' })
  await alert.getByText('Hội trường B').waitFor()
  await expect
    .poll(() => page.getByLabel('Địa điểm').inputValue(), { message: 'nothing typed is lost' })
    .toBe('Hội trường A')
  await expect
    .poll(() => page.getByLabel('Hình thức').inputValue(), { message: 'what I left alone follows' })
    .toBe('hybrid')
  await check('preparation, two editors')
  await press(page.getByRole('button', { name: 'Giữ nội dung của tôi' }))
  await press(page.getByRole('button', { name: 'Lưu thông tin' }))
  await page.getByText('Đã lưu.').waitFor()
}

const putsOff = async ({ page }: Person, { goTo, type, press, keyboard }: Keys) => {
  await goTo(page.locator('summary', { hasText: 'Mục khác' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await press(page.getByRole('link', { name: 'Hoãn, hủy, mở lại' }))
  await page.locator('summary', { hasText: 'Mục khác: Hoãn, hủy, mở lại' }).waitFor()
  const form = page.getByRole('form', { name: 'Hoãn hoặc dời ngày' })
  await goTo(form.getByRole('radio', { name: 'Dời sang ngày khác' }))
  await keyboard.press('ArrowDown')
  await type(form.getByLabel('Lý do'), 'Trùng lịch họp Chính phủ')
  await press(form.getByRole('button', { name: 'Hoãn hội nghị' }))
  await page.getByText('Đã hoãn').waitFor()
  await type(when(page, /^Bắt đầu/).day, '07/07/2023')
  await type(when(page, /^Bắt đầu/).time, '8:00')
  await type(form.getByLabel('Lý do'), 'Theo lịch mới')
  await press(form.getByRole('button', { name: 'Dời ngày họp' }))
  await page.getByText('08:00 · 07/07/2023').first().waitFor()
  await page.getByText(/Dời từ .*Theo lịch mới/).waitFor()
}

const callsOff = async ({ page, check }: Person, { type, press, isAt }: Keys) => {
  const form = page.getByRole('form', { name: 'Hủy hội nghị' })
  await type(form.getByLabel('Lý do'), 'Lồng ghép vào hội nghị khác')
  const name = form.getByLabel(/^Gõ lại/)
  await type(name, 'hội nghị khác')
  await press(form.getByRole('button', { name: 'Hủy hội nghị này' }))
  await form.getByText('Chưa đúng với tên hội nghị.').waitFor()
  expect(await isAt(name)).toBe(true)
  await check('steps, wrong name')
  await type(name, 'so ket cong tac')
  await press(form.getByRole('button', { name: 'Hủy hội nghị này' }))
  await page.getByText('Đã hủy').first().waitFor()
  await page.getByText('Hội nghị không còn việc nào phải hoãn, hủy hoặc mở lại.').waitFor()
  await check('steps, cancelled')
}

const filters = async ({ page, check }: Person, { type, goTo, press, keyboard }: Keys) => {
  const places = page.getByRole('navigation', { name: 'Các khu vực' })
  await press(places.getByRole('link', { name: 'Hội nghị' }))
  await type(page.getByLabel('Tên hội nghị'), 'ngay hoi toan dan')
  await page.getByText('Sơ kết công tác').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('ngay hoi toan dan')
  await goTo(page.getByRole('link', { name: 'Đã kết thúc' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await page.getByText('Không có hội nghị nào như vậy').waitFor()
  await check('conferences, nothing found')
  await press(page.getByRole('link', { name: 'Tất cả' }))
}

test('a conference is scheduled, edited by two, put off and called off without a mouse', async () => {
  const person = await arrive(browser, home.origin, 'thuky', complaints)
  const keys = byKeys(person.page)
  const walk = async () => {
    await drafts(person, keys)
    await prepares(person, keys)
    await meetsOverAgenda(person, keys)
    await schedules(person, keys)
    await meets(person, keys)
    await putsOff(person, keys)
    await callsOff(person, keys)
    await filters(person, keys)
  }
  await walk().catch(async (error) => {
    await person.page.screenshot({ path: '.build/e2e-scheduling.png', fullPage: true })
    throw error
  })
  await person.leave()
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
