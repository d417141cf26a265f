// The whole afternoon, played once against the bundles CDK deploys: what holds for the sources holds for what is shipped.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MinutesText2 } from '#functions/minutes/text.schema.ts'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { at } from '#infra/local/afternoon/facts.data.ts'
import { keepPackage } from '#infra/local/afternoon/package.ts'
import { playAfternoon } from '#infra/local/afternoon/play.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { builtBundles } from '#test/support/built-bundles.ts'
import { gatewayFetch } from '#test/support/bundles.ts'
import { followed, missingTools, stepsOf } from '#test/support/packages.ts'
import { faultsOf, unzipped } from '#test/support/read-bag.ts'

type Keys = { items: { kid: string; fingerprint: string }[] }

/** What the minutes say of that afternoon, as it was reported and as it was played. */
const said = [
  'Thời gian bắt đầu: 14 giờ 00, ngày 23 tháng 11 năm 2022.',
  'Hình thức: trực tuyến, kết nối điểm cầu trung tâm với 63 điểm cầu.',
  'đồng chí Nguyễn Lam, Phó Trưởng Ban Dân vận Trung ương; đại diện lãnh đạo các bộ, ngành Trung ương.',
  'cả 63 điểm cầu đã kết nối.',
  'Chủ trì: Đồng chí Trung tướng Lê Quốc Hùng, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an.',
  'Thượng tá Nguyễn Thị Minh Hà, Phó Trưởng phòng Thư ký, Văn phòng Bộ Công an',
  'Hội nghị nghe trình bày “Báo cáo tóm tắt kết quả tổ chức ‘Ngày hội Toàn dân bảo vệ an ninh Tổ quốc’ năm 2022”.',
  'Hội nghị nghe trình bày “Kế hoạch thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới',
  'Từ 15 giờ 35 đến 15 giờ 43, Phó Giám đốc Công an tỉnh Ninh Bình trình bày',
  '- Ủy viên Bộ Chính trị dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở: 3 đồng chí;',
  '- Ủy viên Ban Bí thư dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở: 3 đồng chí;',
  'các ban, bộ, ngành Trung ương dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở: 25 đồng chí;',
  'Bí thư Tỉnh ủy, Thành ủy dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở: 15 đồng chí;',
  'Ban Thường vụ Tỉnh ủy, Thành ủy dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở: 313 đồng chí;',
  'thành phố, thị xã dự “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” tại cơ sở: 2.932 đồng chí;',
  '- Tổng số điểm tổ chức Ngày hội trên toàn quốc: 5.813 điểm.',
  'tại 5 thành phố trực thuộc Trung ương (sơ kết 1 năm) là 5 phường;',
  'nông thôn mới (đến năm 2022) là hơn 10 năm.',
  'Đồng chí Lê Quốc Hùng phát biểu kết luận:',
  'căn cứ: Nghị quyết 12 ngày 16/3/2022 của Bộ Chính trị; Nghị quyết Đại hội đại biểu toàn quốc lần thứ 13 của Đảng',
  'Hội nghị kết thúc vào 16 giờ 30, ngày 23 tháng 11 năm 2022.',
]

const titles = [
  'Tổng kết công tác tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2022',
  'Triển khai Kế hoạch thực hiện Chương trình nâng cao chất lượng, hiệu quả thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới giai đoạn 2021-2025',
  'Xây dựng thí điểm “Công an phường điển hình, kiểu mẫu về an ninh, trật tự và văn minh đô thị”',
]

const ofNinhBinh = [
  'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình',
  'Thành viên Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc tỉnh Ninh Bình',
  'Đại diện lãnh đạo các đơn vị Công an tỉnh Ninh Bình',
]

const kept = mkdtempSync(join(tmpdir(), 'diemcau-demo-'))
let home: Home

beforeAll(async () => {
  const folder = await builtBundles()
  home = await startHome({
    memory: true,
    port: 0,
    clock: new Date(at('12:00')),
    seed: false,
    apps: {
      accounts: gatewayFetch(folder, 'accounts'),
      api: gatewayFetch(folder, 'api'),
      archive: gatewayFetch(folder, 'archive'),
      files: gatewayFetch(folder, 'files'),
      'minutes-sign': gatewayFetch(folder, 'minutes-sign'),
      search: gatewayFetch(folder, 'search'),
    },
  })
}, 120_000)

afterAll(async () => {
  rmSync(kept, { recursive: true, force: true })
  await home?.stop()
})

/** Everything reported of the conference. */
const expectFacts = (text: MinutesText2) => {
  const words = text.blocks.map((block) => block.text).join('\n')
  for (const sentence of said) expect(words).toContain(sentence)
  expect(text.conference.title).toEqual(titles)
  const ninhBinh = text.attendance.find(({ unitId }) => unitId === 'unt_ca-ninh-binh')
  expect(ninhBinh?.delegates.map(({ name }) => name)).toEqual(ofNinhBinh)
  const { citations, commendations, figures } = text.outcomes
  expect(citations.map(({ flags }) => flags)).toEqual([['symbol-missing'], ['date-missing']])
  expect([figures.length, commendations]).toEqual([9, []])
}

/** By the name its unit had that day, and by one that its province's successor has taken in since. */
const expectFound = async (record: string) => {
  const archivist = await takeSeat(home.origin, 'luutru')
  type Found = { items: { id: string }[] }
  for (const name of ['Ninh Binh', 'Hà Nam', 'ha nam']) {
    const q = encodeURIComponent(name)
    const listed = await archivist.get<Found>(`/archive?q=${q}`)
    expect([name, listed.items.map(({ id }) => id)]).toEqual([name, [record]])
    const found = async () => (await archivist.get<Found>(`/archive/search?q=${q}`)).items.map(({ id }) => id)
    await expect.poll(found, { timeout: 20_000 }).toContain(record)
  }
}

it('ends with a sealed record that verifies, and its package, whole', async () => {
  const goTo = async (instant: string) => home.setClock?.(new Date(instant))
  const result = await playAfternoon({ origin: home.origin, goTo, tell: () => undefined })
  expect(result).toMatchObject({ points: 63, verified: true, record: expect.stringMatching(/^rec_/) })
  await expectFound(result.record)
  const { path, size, commands } = await keepPackage(home.origin, result.record, kept)
  const made = { name: basename(path), bytes: readFileSync(path) }
  const entries = await unzipped(made.bytes)
  const paths = entries.map(([name]) => name.slice(name.indexOf('/') + 1))
  const printed = ['bien-ban.pdf', 'bien-ban.docx', 'diem-danh.xlsx'].map((name) => `data/${name}`)
  expect([size, paths]).toEqual([made.bytes.length, expect.arrayContaining(printed)])
  const [, signed] = entries.find(([name]) => name.endsWith('/data/van-ban-da-ky.json')) ?? []
  expectFacts(MinutesText2.parse(JSON.parse(signed?.toString() ?? '')))
  const [, certificate] = entries.find(([name]) => name.endsWith('/chung-thuc/goi.json')) ?? []
  const { kid } = JSON.parse(certificate?.toString() ?? '{}') as { kid?: string }
  const { items } = (await (await fetch(`${home.origin}/api/archive/keys`)).json()) as Keys
  expect(faultsOf(entries, items.find((key) => key.kid === kid)?.fingerprint ?? '')).toEqual([])
  const [steps = []] = stepsOf({ entries })
  expect(steps.map(({ command }) => command)).toEqual(commands)
  if (missingTools.length === 0) expect(followed(made, steps)).toEqual(steps.map(({ prints }) => prints))
}, 240_000)
