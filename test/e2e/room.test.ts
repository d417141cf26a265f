// The whole room by the product's own pages and its own Chime: points and the centre see and hear each other, whoever is
// called is heard, what breaks comes back, a commune that watches from a replica takes part at its turn.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { takeSeat } from '#infra/local/afternoon/desk.ts'
import { type OpenMedia, openMedia } from '#infra/local/chime/media.ts'
import type { Home } from '#infra/local/home.ts'
import { ownDevices, startBrowser } from '#test/support/browser.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'
import { type Attender, comeToRoom } from '#test/support/room-people.ts'
import { afternoon, enterHall, type Hall } from './hall.ts'
import { isOfCutLine, listen } from './person.ts'

const commune = { id: 'unt_ca-xa-gia-vien', name: 'Công an xã Gia Viễn', type: 'commune-police' }

/** The chair, the desk, the centre and 63 provinces: one more has to watch from a replica. */
const primaryMost = 66

let home: Home
let hall: Hall
let browser: Browser
let plane: OpenMedia | undefined
const complaints: string[] = []
const people: Attender[] = []

const come = async (username: string, seat: string): Promise<Attender> => {
  const room = { origin: home.origin, conference: hall.id }
  const attender = await comeToRoom(browser, room, { username, seat }, (page) => listen(page, complaints))
  people.push(attender)
  return attender
}

const inviteCommune = async () => {
  const administrator = await takeSeat(home.origin, 'quantri')
  await administrator.post('/units', { ...commune, parent: 'unt_ca-ninh-binh', validFrom: '2021-01-01' })
  await hall.secretary.post(`${hall.path}/bridge-points`, { unitIds: [commune.id] })
}

beforeAll(async () => {
  process.env.MEDIA_LIMITS = JSON.stringify({ attendeesMost: primaryMost + 1, promotionSeats: 1 })
  const media = async (options: Parameters<typeof openMedia>[0]) => {
    plane = await openMedia(options)
    return plane
  }
  home = await startLoadedHome(afternoon('13:05:00'), { chime: { media } })
  hall = await enterHall(home.origin)
  await inviteCommune()
  await hall.secretary.post(`${hall.path}/open`, { confirmed: true })
  browser = await startBrowser(ownDevices)
}, 120_000)

afterAll(async () => {
  delete process.env.MEDIA_LIMITS
  await browser?.close()
  await home?.stop()
})

const point = { ninhBinh: 'bpt_ca-ninh-binh', thanhHoa: 'bpt_ca-thanh-hoa', centre: 'bpt_bo-cong-an' }

let ninhBinh: Attender
let thanhHoa: Attender
let centre: Attender

const called = async (province: string, act: (requestId: string) => Promise<void>): Promise<void> => {
  const requestId = await hall.ask(province)
  await hall.chair.post(`${hall.path}/floor/call`, { requestId })
  await act(requestId)
  await hall.chair.post(`${hall.path}/floor/yield`, { requestId })
}

const look = () => {
  onTestFailed(async () => {
    for (const [at, { page }] of people.entries())
      await page.screenshot({ path: `.build/room-${at}.png`, timeout: 5_000 }).catch(() => undefined)
  })
}

describe('two points and the centre', () => {
  it('see and hear each other', async () => {
    look()
    ninhBinh = await come('ninhbinh', `point=${point.ninhBinh}`)
    thanhHoa = await come('thanh-hoa', `point=${point.thanhHoa}`)
    centre = await come('thuky', `point=${point.centre}`)
    for (const one of [ninhBinh, thanhHoa, centre]) await one.enter()
    await Promise.all([
      ninhBinh.sees('Thanh Hóa'),
      ninhBinh.sees('Bộ Công an'),
      thanhHoa.sees('Ninh Bình'),
      thanhHoa.sees('Bộ Công an'),
      centre.sees('Ninh Bình'),
      centre.sees('Thanh Hóa'),
    ])
    await ninhBinh.hearsNothing()
    await thanhHoa.press('Mở micrô')
    await Promise.all([ninhBinh.hears(), centre.hears()])
    await thanhHoa.press('Tắt micrô')
    await centre.press('Mở micrô')
    await Promise.all([ninhBinh.hears(), thanhHoa.hears()])
    await centre.press('Tắt micrô')
  })

  it('are heard at their turn only, which the media service itself holds', async () => {
    look()
    await thanhHoa.press('Mở micrô')
    await ninhBinh.hears()
    await hall.secretary.post(`${hall.path}/start`)
    await hall.secretary.post(`${hall.path}/floor/open`)
    await ninhBinh.hearsNothing()
    await called('thanh-hoa', async () => {
      await thanhHoa.opens()
      await ninhBinh.hears()
    })
    await ninhBinh.hearsNothing()
  })

  it('are back by themselves when the media service was gone with all its meetings', async () => {
    look()
    await home.chime?.restart()
    await ninhBinh.page.getByText('Mất kết nối hình tiếng, đang nối lại').waitFor()
    await Promise.all([ninhBinh.sees('Thanh Hóa'), thanhHoa.sees('Ninh Bình'), centre.sees('Ninh Bình')])
  })

  it('show at once that a tab was killed, which keeps its place among the speakers', async () => {
    look()
    const requestId = await hall.ask('ninh-binh')
    await ninhBinh.crash()
    const state = async () => {
      const path = `${hall.path}/bridge-points/${point.ninhBinh}`
      return (await hall.secretary.get<{ row: { state: string } }>(path)).row.state
    }
    await expect.poll(state, { timeout: 15_000 }).toBe('lost')
    expect((await hall.floor()).queue.map(({ id }) => id)).toEqual([requestId])
    await ninhBinh.page.context().close()
  })
})

describe('a commune in a replica', () => {
  it('sees the room, takes part at its turn, again after its line broke, and watches again', async () => {
    look()
    const watcher = await come('thuky', `point=${commune.id.replace('unt_', 'bpt_')}`)
    await watcher.enter()
    const promoted = watcher.page.getByText('đang ở phòng chính')
    await watcher.page.getByRole('status').filter({ hasText: 'Đang theo dõi' }).waitFor()
    await watcher.sees('Thanh Hóa')
    const asked = { unitId: commune.id, speaker: { position: 'Trưởng Công an xã' } }
    const { id: requestId } = await hall.secretary.post<{ id: string }>(`${hall.path}/floor/requests`, asked)
    await hall.chair.post(`${hall.path}/floor/call`, { requestId })
    await promoted.waitFor()
    await watcher.opens()
    await Promise.all([thanhHoa.sees('Gia Viễn'), thanhHoa.hears(), centre.sees('Gia Viễn')])
    plane?.cut()
    await promoted.waitFor({ state: 'hidden' })
    await promoted.waitFor()
    await Promise.all([thanhHoa.sees('Gia Viễn'), thanhHoa.hears()])
    await hall.chair.post(`${hall.path}/floor/yield`, { requestId })
    await promoted.waitFor({ state: 'hidden' })
    await thanhHoa.hearsNothing()
    await watcher.sees('Thanh Hóa')
  })
})

/** Told to send less over a line that is just being cut, the client says so itself. */
const isClients = (complaint: string) => complaint.includes("'setParameters' on 'RTCRtpSender'")

it('says nothing on any console but of the service that was stopped and the line that was cut', () => {
  const unasked = complaints.filter((complaint) => !isClients(complaint) && !isOfCutLine(complaint))
  expect(unasked).toEqual([])
})
