// The secretariat's day at its desk: reminders, agenda and notices, the inbox, outcomes, what disagrees.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWeb } from '#infra/build-web.ts'
import type { Home } from '#infra/local/home.ts'
import { startBrowser } from '#test/support/browser.ts'
import { deskScene, paperTitle } from '#test/support/desk-scene.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { arrive, type Person } from './person.ts'

let home: Home
let browser: Browser
const complaints: string[] = []

const at = (time: string) => home.setClock?.(new Date(`2022-11-23T${time}+07:00`))

beforeAll(async () => {
  home = await startLoadedHome(new Date('2022-11-23T12:30:00+07:00'))
  await buildWeb()
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await home?.stop()
})

const as = async (username: string, work: (person: Person) => Promise<void>) => {
  const person = await arrive(browser, home.origin, username, complaints)
  // Two cores may be shared with every other test of the house.
  person.page.setDefaultTimeout(60_000)
  try {
    await person.page.getByRole('link', { name: /Ngày hội Toàn dân/ }).click()
    await person.page.getByRole('heading', { level: 1, name: /Ngày hội Toàn dân/ }).waitFor()
    await work(person)
  } catch (error) {
    await person.page.screenshot({ path: '.build/secretariat-failure.png', fullPage: true })
    throw error
  } finally {
    await person.leave()
  }
}

/** Those that owe an answer are found, looked into and reminded. */
const reminds = async ({ page, check, open, act }: Person) => {
  await open('Trả lời dự họp')
  await page.getByRole('button', { name: 'Chưa trả lời đủ (64)' }).waitFor()
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('ninh binh')
  await page.getByRole('button', { name: 'Đại biểu của Công an tỉnh Ninh Bình' }).click()
  await page.getByText('Đại tá Đinh Trọng Soạn').waitFor()
  expect(await page.getByRole('row', { name: /Công an tỉnh Thanh Hóa/ }).count()).toBe(0)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải bảng tính (CSV)' }).click()
  expect((await download).suggestedFilename()).toBe('tra-loi-du-hop.csv')
  await act('Nhắc trả lời')
  await page.getByLabel('Lời nhắn kèm theo').fill('Đề nghị trả lời trước 13 giờ 30.')
  await page.reload()
  await expect
    .poll(() => page.getByLabel('Lời nhắn kèm theo').inputValue(), { message: 'kept over a reload' })
    .toContain('13 giờ 30')
  await check('answers, reminding')
  await page.getByRole('button', { name: 'Gửi thư nhắc' }).click()
  await page.getByText(/Đã nhắc 63 đơn vị lúc 12:3\d/).waitFor()
}

/** The house's clock goes on while the browser works: exact minutes are for tests that need none. */
const runsAgenda = async ({ page, check }: Person) => {
  const work = page.getByRole('navigation', { name: 'Việc cần làm' })
  await work.getByRole('link', { name: '2 số liệu chưa khớp' }).waitFor()
  await work.getByRole('link', { name: '2 tham luận, ý kiến chờ xem xét' }).waitFor()
  await page.getByRole('button', { name: 'Bắt đầu: Khai mạc' }).click()
  const strip = page.getByRole('region', { name: 'Diễn biến chương trình' })
  await strip.getByText('Khai mạc, giới thiệu đại biểu').waitFor()
  await page.getByText(/bắt đầu muộn \d phút/).waitFor()
  at('14:20:00')
  await page.getByRole('button', { name: 'Bắt đầu: Báo cáo tóm tắt' }).click()
  await page.getByText(/dài hơn dự kiến \d phút/).waitFor()
  await strip.getByText(/chậm 1\d phút so với chương trình/).waitFor()
  await page.getByLabel('Nội dung thông báo').fill('Giải lao 10 phút.')
  await page.getByLabel('Thông báo khẩn').check()
  await page.getByRole('button', { name: 'Gửi thông báo' }).click()
  await page.getByText('Đã gửi đến tất cả các điểm cầu.').waitFor()
  await check('desk, in session')
}

const reviews = async ({ page, check, open, act }: Person) => {
  await open('Tham luận')
  await page.getByRole('button', { name: 'Đã gửi (2)' }).click()
  await page.getByRole('link', { name: paperTitle }).click()
  await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
  await page.getByText('Hãy nêu lý do để người gửi biết cần làm gì.').waitFor()
  await check('review, a note is needed')
  await page.getByLabel('Ý kiến kèm theo').fill('Nội dung tốt.')
  await act('Duyệt')
  await page.getByText('Nội dung tốt.').first().waitFor()
  await page.getByRole('button', { name: 'Đưa vào chương trình' }).click()
  await page.getByText(/Trong chương trình: Tham luận của một số đơn vị.*thứ tự 1/).waitFor()
  await page.getByRole('textbox', { name: 'Nhận xét' }).fill('Mời phát biểu đầu tiên.')
  await page.getByRole('button', { name: 'Ghi nhận xét' }).click()
  await page.getByText('Mời phát biểu đầu tiên.').waitFor()
  await check('contribution, scheduled')
}

const compares = async ({ page, check, open }: Person) => {
  await open('Tham luận')
  await page.getByRole('link', { name: /Nhân rộng mô hình tự quản/ }).click()
  await page.getByRole('insertion').filter({ hasText: 'Đề nghị khen thưởng.' }).waitFor()
  await page.getByLabel('Cách xem').selectOption('Hai cột')
  await page.getByRole('columnheader', { name: 'Bản số 1' }).waitFor()
  await check('versions, side by side')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải biên nhận bản số 2' }).click()
  expect((await download).suggestedFilename()).toMatch(/^ctb_.*-2\.json$/)
}

const record = async (page: Page, kind: string, act: string) => {
  await page.getByRole('navigation', { name: 'Loại kết quả' }).getByText(kind).click()
  await page.locator('[data-main-act]', { hasText: act }).click()
}

const records = async ({ page, check, open }: Person) => {
  await open('Kết quả')
  await page.getByText('Chưa ghi ý kiến chỉ đạo nào').waitFor()
  await check('outcomes, none')
  await record(page, 'Văn bản viện dẫn', 'Ghi văn bản viện dẫn')
  await page.getByLabel('Văn bản như được viện dẫn').fill('Thông tư 124/TT-BCA của Bộ Công an')
  const preview = page.getByRole('region', { name: 'Biên bản sẽ ghi' })
  await preview.getByText('thiếu năm ban hành trong số').waitFor()
  await check('citation, typed')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: 'Thông tư 124/TT-BCA của Bộ Công an' }).first().waitFor()
  await record(page, 'Ý kiến chỉ đạo', 'Ghi ý kiến chỉ đạo')
  await page.getByLabel('Nội dung chỉ đạo').fill('Nhân rộng mô hình điển hình.')
  await page.getByLabel('Đơn vị khác, ngoài danh mục').fill('công an tỉnh ninh bình, các sở, ban, ngành')
  await page.getByLabel('Thời hạn').fill('30/6/2023')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đơn vị chưa gắn với danh mục').waitFor()
  await page.getByRole('button', { name: 'Gắn đơn vị: Nhân rộng' }).click()
  await page.getByRole('button', { name: 'Gắn Công an tỉnh Ninh Bình' }).click()
  await page.getByRole('button', { name: 'Bỏ Công an tỉnh Ninh Bình' }).waitFor()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đơn vị thực hiện: Công an tỉnh Ninh Bình').waitFor()
  await page.getByText('Thời hạn: 30/06/2023').waitFor()
}

const commends = async ({ page, check }: Person) => {
  for (const [line, source] of [
    ['12 tập thể được tặng Bằng khen của Bộ Công an', 'Báo cáo tổng kết'],
    ['13 tập thể được tặng Bằng khen của Bộ Công an', 'Chú thích ảnh'],
  ] as const) {
    await record(page, 'Khen thưởng', 'Ghi khen thưởng')
    await page.getByLabel('Câu trong báo cáo').fill(line)
    await page.getByRole('button', { name: 'Điền các mục từ câu này' }).click()
    await page.getByLabel('Nguồn').fill(source)
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText(`Nguồn: ${source}`).waitFor()
  }
  await page.getByRole('button', { name: /^Rút lại: 13 tập thể/ }).click()
  await page.getByLabel('Lý do rút lại').fill('Chú thích ảnh ghi nhầm')
  await check('commendation, withdrawing')
}

const settles = async ({ page, check, open }: Person) => {
  await open('Số liệu chưa khớp')
  const card = page.getByRole('listitem').filter({ hasText: 'Số người trong phòng ít hơn' })
  await page.getByText('Các tài liệu ghi khác nhau').waitFor()
  await card.getByRole('radio', { name: /Điểm danh/ }).check()
  await card.getByLabel('Lý do').fill('Đã xác minh qua điện thoại')
  await card.getByRole('button', { name: 'Thống nhất số liệu' }).click()
  await page.getByRole('heading', { name: 'Đã thống nhất' }).waitFor()
  await page.getByText('Lý do: Đã xác minh qua điện thoại').waitFor()
  await check('disagreements, one settled')
}

/** Ordered where it is read, made while one goes on, and found again among the jobs. */
const takesAway = async ({ page, check, open }: Person) => {
  const save = async (order: string, file: RegExp) => {
    await page.getByRole('button', { name: order }).click()
    const made = page.getByRole('region', { name: 'Tệp đang lập' })
    const download = page.waitForEvent('download')
    await made.getByRole('button', { name: 'Tải về' }).click()
    expect((await download).suggestedFilename()).toMatch(file)
  }
  await open('Điểm cầu')
  await save('Xuất bảng điểm danh (XLSX)', /^diem-danh-.*\.xlsx$/)
  await check('points, attendance taken away')
  await open('Phát biểu')
  await save('Xuất danh sách phát biểu (XLSX)', /^phat-bieu-.*\.xlsx$/)
  const conference = page.url()
  await page.goto(`${home.origin}/jobs`)
  for (const kind of ['Xuất bảng điểm danh', 'Xuất danh sách phát biểu'])
    await page.getByRole('row', { name: kind }).getByText('Đã xong').waitFor()
  await page.goto(conference)
}

/** What the minutes would say so far: the log counts once it has settled. */
const foresees = async ({ page, check, open }: Person) => {
  at('14:40:00')
  await open('Biên bản')
  const sheet = page.getByRole('article')
  await sheet.getByText(/Bản xem trước · cập nhật lúc 14:39:5\d/).waitFor()
  await sheet.getByText('Thời gian bắt đầu: 14 giờ 03').waitFor()
  await sheet.getByText('lý do: đã xác minh qua điện thoại.').waitFor()
  expect(await sheet.getByText('Hội nghị kết thúc vào').count(), 'no end yet').toBe(0)
  expect(await page.locator('[data-main-act]').count(), 'drafted after the close').toBe(0)
  await check('minutes so far')
}

test('the secretariat reminds, runs the session, reviews, records and settles', async () => {
  await as('thuky', reminds)
  await deskScene(home, at)
  await as('thuky', async (person) => {
    for (const walk of [runsAgenda, reviews, compares, records, commends, settles, takesAway, foresees])
      await walk(person)
  })
  await as('ninhbinh', async ({ page, open, check }) => {
    await page.getByText('Giải lao 10 phút.').waitFor()
    await open('Kết quả')
    await page.getByText('Nhân rộng mô hình điển hình.').waitFor()
    expect(await page.getByRole('button', { name: /^Rút lại/ }).count()).toBe(0)
    await page.goto(`${home.origin}/directives?state=open`)
    await page.getByRole('button', { name: /^Báo cáo tiến độ: Nhân rộng/ }).click()
    await page.getByRole('combobox', { name: 'Tình hình thực hiện' }).selectOption('Đã hoàn thành')
    await page.getByLabel('Kết quả, vướng mắc').fill('Đã nhân rộng 3 mô hình.')
    await check('directives, reporting')
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await page.getByText('Không còn việc nào chưa xong').waitFor()
    await page.getByRole('link', { name: 'Đã hoàn thành', exact: true }).click()
    await page.getByText('Đã nhân rộng 3 mô hình.').waitFor()
  })
  expect(complaints, 'violations of the content security policy, errors').toEqual([])
})
