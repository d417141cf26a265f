// The whole afternoon, played once against the bundles CDK deploys: what holds for the sources holds for what is shipped.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { at } from '#infra/local/afternoon/facts.data.ts'
import { takePackage } from '#infra/local/afternoon/package.ts'
import { playAfternoon } from '#infra/local/afternoon/play.ts'
import { type Home, startHome } from '#infra/local/home.ts'
import { builtBundles } from '#test/support/built-bundles.ts'
import { gatewayFetch } from '#test/support/bundles.ts'
import { faultsOf, unzipped } from '#test/support/read-bag.ts'

type Keys = { items: { kid: string; fingerprint: string }[] }

/** What the minutes say of that afternoon: who took part and who wrote, a turn, the close. */
const said = [
  'cả 63 điểm cầu đã kết nối.',
  'Thượng tá Nguyễn Thị Minh Hà, Phó Trưởng phòng Thư ký, Văn phòng Bộ Công an',
  'Từ 15 giờ 35 đến 15 giờ 43, Phó Giám đốc Công an tỉnh Ninh Bình trình bày',
  'Hội nghị kết thúc vào 16 giờ 30, ngày 23 tháng 11 năm 2022.',
]

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

afterAll(() => home?.stop())

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
  const { bytes } = await takePackage(home.origin, result.record)
  const entries = await unzipped(bytes)
  const [, signed] = entries.find(([name]) => name.endsWith('/data/van-ban-da-ky.json')) ?? []
  for (const sentence of said) expect(signed?.toString()).toContain(sentence)
  const [, certificate] = entries.find(([name]) => name.endsWith('/chung-thuc/goi.json')) ?? []
  const { kid } = JSON.parse(certificate?.toString() ?? '{}') as { kid?: string }
  const { items } = (await (await fetch(`${home.origin}/api/archive/keys`)).json()) as Keys
  expect(faultsOf(entries, items.find((key) => key.kid === kid)?.fingerprint ?? '')).toEqual([])
}, 240_000)
