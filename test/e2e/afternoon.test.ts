// Ninh Bình's afternoon of 23/11/2022 in a real browser: five people, one conference, from open room to verified record.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { pdf } from '#test/support/documents.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, checkDoor, type Person } from './person.ts'

const afternoon = (time: string) => new Date(`2022-11-23T${time}+07:00`)
const speaker = 'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình'
const paper = 'Tham luận của Công an tỉnh Ninh Bình'

/** Each step needs the one before it: the first that fails ends the walk. */
const steps: { name: string; walk: () => Promise<void> }[] = []
const step = (name: string, walk: () => Promise<void>) => steps.push({ name, walk })

const fail = (name: string, error: Error) => {
  error.message = `${name}: ${error.message}`
  throw error
}

let home: Home
let browser: Browser
const complaints: string[] = []

const at = (time: string) => home.setClock?.(afternoon(time))
/** The archivist comes by the login page, the others signed in. */
const arriveAs = (username: string) =>
  arrive(browser, home.origin, username, complaints, username === 'luutru' ? 'door' : 'tokens')

/** Does what one person does, then closes that person's browser: never more than one tab is open. */
const as = async (username: string, work: (person: Person) => Promise<void>) => {
  const person = await arriveAs(username)
  try {
    if (username !== 'luutru') await openConference(person)
    await work(person)
  } catch (error) {
    await person.page.screenshot({ path: '.build/e2e-failure.png', fullPage: true })
    throw error
  } finally {
    await person.leave()
  }
}

const openConference = async ({ page }: Person) => {
  await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
  await page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
}

beforeAll(async () => {
  home = await startLoadedHome(afternoon('13:05:00'))
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

step('anybody comes to the door', () => checkDoor(browser, home.origin))

step('the secretary opens the room', async () => {
  await as('thuky', async ({ page, act }) => {
    await act('Mở phòng')
    await page.getByText('Đã mở phòng').waitFor()
  })
})

step('the delegate answers and hands in a contribution', async () => {
  await as('daibieu', async ({ page, check }) => {
    await page.getByRole('button', { name: 'Nhận lời dự' }).click()
    await page.getByText('Đồng chí đã nhận lời dự hội nghị.').waitFor()
    await page.getByRole('button', { name: 'Gửi tham luận', exact: true }).click()
    await page.getByLabel('Tiêu đề').fill(paper)
    await page.getByLabel('Nội dung').fill('Kết quả tổ chức Ngày hội tại tỉnh Ninh Bình.')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Chọn tệp' }).click()
    await (await choosing).setFiles({ name: 'Tham luận.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await page.getByText('đã kiểm tra').waitFor()
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.getByText('Đã nhận tham luận.').waitFor()
    await check('receipt')
  })
})

step('the operator checks the room and connects', async () => {
  await as('ninhbinh', async ({ page, open }) => {
    await open('Điểm cầu')
    await open('Điểm cầu của tôi')
    for (const passed of await page.getByRole('radio', { name: 'Đạt', exact: true }).all())
      await passed.check()
    await page.getByRole('button', { name: 'Gửi kết quả kiểm tra' }).click()
    await page.getByText(/Lần cuối/).waitFor()
    // Without a first heartbeat the session is never silent, and no other tablet is offered the connection.
    const heard = page.waitForResponse((answer) => answer.url().endsWith('/heartbeat') && answer.ok())
    await page.getByRole('button', { name: 'Báo đã kết nối bằng thiết bị khác' }).click()
    await page.getByText('Máy này đang giữ kết nối').waitFor()
    await heard
  })
})

step('the secretary accepts it, starts the session and opens the floor', async () => {
  await as('thuky', async ({ page, open, act }) => {
    await open('Tham luận')
    await page.getByRole('link', { name: paper }).click()
    await act('Duyệt')
    await page.getByText('Đã duyệt').waitFor()
    at('14:00:00')
    await open('Tổng quan')
    await act('Bắt đầu hội nghị')
    await page.getByText('Đang họp', { exact: true }).waitFor()
    await open('Phát biểu')
    await act('Mở danh sách đăng ký')
    await page.getByText('Đang nhận đăng ký').waitFor()
  })
})

step('the operator takes the roll and asks for the floor', async () => {
  await as('ninhbinh', async ({ page, check, open, act }) => {
    await open('Điểm cầu của tôi')
    // The tablet of before is silent by now; a new one takes over.
    await page.getByRole('button', { name: 'Báo đã kết nối bằng thiết bị khác' }).click()
    await page.getByText('Máy này đang giữ kết nối').waitFor()
    await page.getByRole('button', { name: 'Tất cả có mặt' }).click()
    const third = page.getByRole('listitem').filter({ hasText: /Đại diện lãnh đạo/ })
    await third.getByRole('button', { expanded: false }).first().click()
    await third.getByRole('button', { name: 'Đi công tác' }).click()
    await third.getByText('Vắng', { exact: true }).waitFor()
    await page.getByLabel('Số người trong phòng').fill('12')
    await page.getByRole('button', { name: 'Ghi số người' }).click()
    await page.getByText('Đang ghi nhận: 12').waitFor()
    await check('my point, roll taken')
    await act('Đăng ký phát biểu')
    await page.getByLabel('Người phát biểu').selectOption({ label: speaker })
    await check('floor request')
    await page.getByRole('button', { name: 'Gửi đăng ký' }).click()
    await page.getByText('Thứ 1 trong 1 đăng ký đang chờ').waitFor()
  })
})

step('the chair gives the floor; the point gives it back', async () => {
  await as('chutri', async ({ page }) => {
    await page.getByRole('link', { name: 'Bàn chủ trì' }).click()
    await page.getByText('1 đang chờ').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('timer', { name: 'Thời gian còn lại' }).waitFor()
  })
  await as('ninhbinh', async ({ page, open, act }) => {
    at('15:13:00')
    await open('Phát biểu')
    await act('Kết thúc phát biểu')
    await page.getByRole('row', { name: /Đinh Trọng Soạn/ }).waitFor()
  })
})

step('the secretary closes, drafts, submits and signs', async () => {
  await as('thuky', async ({ page, check, open, act }) => {
    await open('Tham luận')
    await page.getByRole('link', { name: paper }).click()
    await act('Ghi nhận đã trình bày')
    await page.getByText('Đã trình bày').waitFor()
    at('16:30:00')
    await open('Tổng quan')
    await act('Kết thúc hội nghị')
    await check('overview, about to close')
    await act('Xác nhận kết thúc')
    await page.getByText('Đã kết thúc', { exact: true }).waitFor()
    at('16:40:10')
    await open('Biên bản')
    await act('Soạn dự thảo')
    await page.getByRole('heading', { name: /BIÊN BẢN/ }).waitFor()
    await page.getByRole('button', { name: 'Thêm nội dung' }).click()
    await page
      .getByRole('textbox', { name: 'Nội dung' })
      .fill('Đồng chí Trung tướng Lê Quốc Hùng kết luận Hội nghị.')
    await check('minutes, editing')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('link', { name: /Lê Quốc Hùng kết luận Hội nghị/ }).waitFor()
    await act('Trình ký')
    await page.getByText(/Chốt \d+ sự kiện/).waitFor()
    await act('Ký biên bản')
    await page.getByText('Việc ký cần lần đăng nhập không quá 5 phút').waitFor()
    await check('minutes, sign in again')
    await signAgain(page, 'thuky')
    await act('Ký biên bản')
    await page.getByText(/Đã ký/).waitFor()
  })
})

const signAgain = async (page: Person['page'], username: string) => {
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill('diemcau')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

step('the chair signs, the secretary seals', async () => {
  await as('chutri', async ({ page, open, act }) => {
    await open('Điểm cầu')
    await open('Biên bản')
    await act('Ký biên bản')
    await expect.poll(() => page.getByText(/Đã ký/).count()).toBe(2)
  })
  await as('thuky', async ({ page, check, open, act }) => {
    await open('Biên bản')
    await page.locator('[data-main-act]').waitFor()
    await check('minutes to seal')
    await act('Niêm phong')
    await page.getByRole('link', { name: 'Mở hồ sơ lưu trữ' }).waitFor()
    await open('Nhật ký')
    await page.getByRole('cell', { name: 'Bắt đầu hội nghị' }).waitFor()
  })
})

step('the archivist finds the record without diacritics and verifies it', async () => {
  at('16:45:00')
  await as('luutru', async ({ page, check }) => {
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
    await check('keys')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'My conferences' }).waitFor()
    await check('my conferences in English')
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('heading', { name: 'Hội nghị của tôi' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.getByRole('heading', { name: 'Lưu trữ' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('ninh binh')
    await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).waitFor()
    await page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
    await page.getByRole('button', { name: 'Kiểm chứng ngay' }).click()
    await page.getByText('Hồ sơ nguyên vẹn').waitFor()
    await check('record, verified')
  })
})

test('five people walk through the afternoon; no page has a fault', { timeout: 240_000 }, async () => {
  for (const { name, walk } of steps) await walk().catch((error: Error) => fail(name, error))
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
