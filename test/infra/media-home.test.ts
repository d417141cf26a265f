// The home's own wiring of the room: what people do orders the worker, and its pages are told.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoomState } from '#functions/media/schema.ts'
import { type Desk, takeSeat } from '#infra/local/afternoon/desk.ts'
import { at } from '#infra/local/afternoon/facts.data.ts'
import type { Home } from '#infra/local/home.ts'
import { startLoadedHome } from '#test/support/loaded-home.ts'

let home: Home
let secretary: Desk
let path: string

beforeAll(async () => {
  home = await startLoadedHome(new Date(at('13:30')))
  secretary = await takeSeat(home.origin, 'thuky')
  const { items } = await secretary.get<{ items: { id: string }[] }>('/conferences')
  path = `/conferences/${items[0]?.id}`
}, 120_000)
afterAll(() => home.stop())

const room = () => secretary.get<RoomState>(`${path}/room`)
type Entry = { state: string; meeting: { MeetingId: string } }
const sit = (stale?: string) => secretary.post<Entry>(`${path}/seats/desk/entry`, stale ? { stale } : {})

it('opens with the conference, follows its floor, comes back when the service was away, and closes', async () => {
  expect((await room()).state).toBe('closed')
  await secretary.post(`${path}/open`)
  await home.settled()
  expect(await room()).toMatchObject({ state: 'ready', meetings: 1 })
  const { meeting } = await sit()

  await secretary.post(`${path}/start`)
  const { version } = await secretary.post<{ version: number }>(`${path}/floor/open`)
  await home.settled()
  expect((await room()).appliedFloorVersion).toBe(version)

  await home.chime?.restart()
  expect((await sit(meeting.MeetingId)).state).toBe('preparing')
  await home.settled()
  const again = await sit()
  expect(again.state).toBe('ready')
  expect(again.meeting.MeetingId).not.toBe(meeting.MeetingId)

  await secretary.post(`${path}/close`)
  await home.settled()
  expect(await room()).toMatchObject({ state: 'closed', meetings: 0 })
})
