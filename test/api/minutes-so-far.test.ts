// The minutes as they would be drafted now: compiled for whoever looks, by the rules of the draft, kept nowhere.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { now } from '#functions/shared/clock.ts'
import { type RecordedEvent, wholeLog } from '#functions/shared/event-log.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  closedConference,
  inSession,
  laterBy,
  refusal,
  startArchiveHome,
  sure,
} from '#test/support/archive.ts'
import { agenda, host, unit } from '#test/support/conference.ts'

let home: ArchiveHome
let cast: ArchiveCast

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
})
afterAll(() => home.stop())

const at = (id: string, verb = '') => `/api/conferences/${id}/minutes${verb && `/${verb}`}`
const soFar = (id: string) => sure(cast.desk.get(at(id, 'so-far')))

type Shown = { id: string; kind: string; text: string; events: string[] }
const kinds = (blocks: Shown[]) => blocks.map(({ kind }) => kind)
const logOf = (id: string): Promise<RecordedEvent[]> => wholeLog(id, now())

it('tells of a session that goes on what has happened in it, and of no end', async () => {
  const id = await inSession(home, cast)
  const floor = `/api/conferences/${id}/floor`
  await sure(cast.desk.post(`${floor}/open`, {}))
  const speaker = { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' }
  const asked = await sure(cast.operator.post(`${floor}/requests`, { unitId: unit, speaker }), 201)
  await sure(cast.desk.post(`${floor}/call`, { requestId: asked.id }))
  laterBy(1)
  const speaking = await soFar(id)
  expect(kinds(speaking.blocks)).toEqual([
    'start',
    'venue',
    'participants',
    'chair',
    'secretary',
    'agenda',
    'turn',
  ])
  const turn = speaking.blocks.at(-1) as Shown
  expect(turn.text).toMatch(/^Từ \d\d giờ \d\d, Phó Giám đốc Công an tỉnh Ninh Bình phát biểu\.$/)
  await sure(cast.desk.post(`${floor}/yield`, {}))
  laterBy(1)
  const after = await soFar(id)
  expect(after.blocks.at(-1).text).toMatch(/ đến \d\d giờ \d\d, .*, thời lượng 1 phút/)
  expect(after.upTo > speaking.upTo).toBe(true)
})

it('counts what is surely in the log, and says up to when', async () => {
  const id = await inSession(home, cast)
  const { upTo, blocks } = await soFar(id)
  expect(now().getTime() - Date.parse(upTo)).toBeGreaterThanOrEqual(5_000)
  expect(blocks[0].events, 'the start is younger than that').toEqual([])
  laterBy(1)
  expect((await soFar(id)).blocks[0].events).toHaveLength(1)
})

it('says after the close what the draft then says, and leaves the word to the draft', async () => {
  const id = await closedConference(home, cast)
  laterBy(11)
  const before = await logOf(id)
  const { blocks, upTo } = await soFar(id)
  expect(await logOf(id), 'nobody is told that somebody looked').toEqual(before)
  const { submittableFrom, blocks: drafted } = await sure(cast.desk.post(at(id, 'draft')))
  expect(Date.parse(upTo), 'the horizon').toBe(Date.parse(submittableFrom) - 5_000)
  expect(blocks.map(({ text }: Shown) => text)).toEqual(drafted.map(({ text }: Shown) => text))
  expect(kinds(blocks).at(-1)).toBe('end')
  expect(await refusal(cast.desk.get(at(id, 'so-far')))).toBe('minutes-state')
})

it('goes on when the conference is reopened, whatever was drafted before', async () => {
  const id = await closedConference(home, cast)
  await sure(cast.desk.post(at(id, 'draft')))
  await sure(cast.desk.post(`/api/conferences/${id}/reopen`, { reason: 'Còn nội dung' }))
  laterBy(1)
  const { blocks } = await soFar(id)
  expect(blocks.at(-1).text).toContain('Hội nghị được mở lại sau khi kết thúc nhầm; lý do: còn nội dung.')
})

it('is refused before the start: nothing has happened yet', async () => {
  const startsAt = '2022-11-23T07:00:00.000Z'
  const input = { title: ['Hội nghị thử'], hostUnitId: host, venue: 'Hà Nội', startsAt, agenda }
  const { id } = await sure(cast.desk.post('/api/conferences', input), 201)
  expect(await refusal(cast.desk.get(at(id, 'so-far')))).toBe('conference-state')
  expect(await refusal(cast.desk.get(at('cnf_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'so-far')))).toBe('not-found')
})

it('is for desk, secretary and chair, for no operator, archivist or other house', async () => {
  const id = await inSession(home, cast)
  for (const who of [cast.desk, cast.secretary, cast.chair])
    expect((await who.get(at(id, 'so-far'))).status).toBe(200)
  for (const who of [cast.operator, cast.archivist, cast.stranger])
    expect(await refusal(who.get(at(id, 'so-far')))).toBe('not-allowed')
})
