// Recordings and the live stream over HTTP: success, refusal and wrong actor, the service's news repeated and in any order.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { setClock } from '#functions/shared/clock.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/apps.ts'
import { type Cast, castOf, conferenceAt, unit } from '#test/support/conference.ts'
import { startStore } from '#test/support/files.ts'
import { type RecordingRoom, startRecordingRoom } from '#test/support/recording-room.ts'
import { readWebm } from '#test/support/webm.ts'

let home: TestApi
let cast: Cast
let store: { stop(): Promise<void> }
let room: RecordingRoom

beforeAll(async () => {
  home = await startApi(appOf)
  store = await startStore()
  room = await startRecordingRoom()
  await seedUnits()
  cast = await castOf(home)
})
afterAll(async () => {
  setClock(() => new Date())
  await room.stop()
  await store.stop()
  await home.stop()
})

const path = (id: string, verb = '') => `/api/conferences/${id}/${verb}`
const act = (id: string, verb: string, by: Client = cast.secretary) => by.post(path(id, verb))
const list = async (id: string) => (await cast.secretary.get(path(id, 'recordings'))).body
const slug = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '')
const names = async (id: string) =>
  (await wholeLog(id, new Date(Date.now() + 60_000)))
    .map(({ name }) => name)
    .filter((name) => /^(recording|live-stream)/.test(name))

/** A conference whose room is there and being recorded. */
const recorded = async (fields = {}) => {
  const id = await conferenceAt(cast.secretary, 'start', fields)
  expect((await act(id, 'recordings/start')).status).toBe(200)
  const meeting = await room.meet(id)
  await room.work(id, meeting)
  await room.hear()
  return { id, meeting }
}

describe('a recording', () => {
  it('is asked for, begun, ended and joined to a file that plays', async () => {
    const id = await conferenceAt(cast.secretary, 'open')
    const asked = await act(id, 'recordings/start')
    expect([asked.status, asked.body.wanted, asked.body.items[0].state]).toEqual([200, true, 'starting'])
    await room.work(id, undefined)
    expect((await list(id)).items[0].state).toBe('starting')

    const meeting = await room.meet(id)
    await room.work(id, meeting)
    await room.hear()
    expect((await list(id)).items[0]).toMatchObject({ state: 'recording', marks: [] })
    room.play(meeting, 0, 7_000)

    expect((await act(id, 'recordings/stop')).body.wanted).toBe(false)
    await room.work(id, meeting)
    await room.hear()
    const { items } = await list(id)
    expect(items).toMatchObject([{ state: 'ready', bytes: expect.any(Number) }])
    expect(items[0]).not.toHaveProperty('capture')

    const answer = await cast.secretary.get(path(id, `recordings/${items[0].id}/file`), {
      headers: { Accept: 'application/json' },
    })
    const bytes = await (await fetch(answer.body.url)).arrayBuffer()
    const found = await readWebm(new Uint8Array(bytes))
    expect([found.codecs, found.pictures.length]).toEqual([['vp8', 'opus'], 175])
    expect(bytes.byteLength).toBe(items[0].bytes)
    expect(await names(id)).toEqual(
      expect.arrayContaining(['recording.started', 'recording.stopped', 'recording.ready']),
    )
    const openings = await wholeLog(`openings:${id}`, new Date(Date.now() + 60_000))
    expect(openings.map(({ data }) => data.document)).toContain(items[0].id)
  })

  it('plays from any second of it', async () => {
    const { id, meeting } = await recorded()
    room.play(meeting, 0, 12_000)
    await act(id, 'recordings/stop')
    await room.work(id, meeting)
    await room.hear()
    const { items } = await list(id)
    const to = await cast.secretary.get(path(id, `recordings/${items[0].id}/file`))
    expect(to.status).toBe(303)
    const part = await fetch(to.headers.get('Location') ?? '', { headers: { Range: 'bytes=1000-1999' } })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 1000])
  })

  it('opens at the items of the agenda and at speeches', async () => {
    const { id } = await recorded()
    const began = Date.parse((await list(id)).items[0].startedAt)
    setClock(() => new Date(began + 60_000))
    await act(id, 'agenda/items/agd_papers/start')
    await act(id, 'floor/open')
    const speaker = { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' }
    const request = await cast.operator.post(path(id, 'floor/requests'), { unitId: unit, speaker })
    setClock(() => new Date(began + 125_000))
    await cast.secretary.post(path(id, 'floor/call'), { requestId: request.body.id })
    const { items } = await list(id)
    setClock(() => new Date())
    expect(items[0].marks).toMatchObject([
      { kind: 'agenda', id: 'agd_papers', title: 'Tham luận của các điểm cầu', seconds: 60 },
      { kind: 'turn', title: speaker.position, unitId: unit, seconds: 125 },
    ])
  })

  it('is one at a time, while the room is open', async () => {
    const early = await conferenceAt(cast.secretary, 'schedule')
    expect(slug(await act(early, 'recordings/start'))).toBe('conference-state')
    expect(slug(await act(early, 'recordings/stop'))).toBe('recording-not-running')
    const { id } = await recorded()
    expect(slug(await act(id, 'recordings/start'))).toBe('recording-running')
    expect(slug(await cast.secretary.get(path(id, `recordings/${(await list(id)).items[0].id}/file`)))).toBe(
      'not-found',
    )
  })

  it('two starts at once are one recording', async () => {
    const id = await conferenceAt(cast.secretary, 'open')
    const answers = await Promise.all([act(id, 'recordings/start'), act(id, 'recordings/start')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await list(id)).items.length).toBe(1)
  })

  it('is run by the desk and the centre alone, and seen by whoever presides and archives', async () => {
    const { id } = await recorded()
    const conference = `conference:${id}` as const
    const chair = await home.somebody(['chair', conference])
    const centre = await home.somebody(['centre-operator', conference])
    for (const verb of ['recordings/stop', 'live-stream/start'])
      for (const who of [cast.operator, cast.stranger, chair])
        expect([verb, (await act(id, verb, who)).status]).toEqual([verb, 403])
    for (const what of ['recordings', 'live-stream']) {
      expect((await cast.operator.get(path(id, what))).status).toBe(403)
      for (const who of [chair, centre]) expect((await who.get(path(id, what))).status).toBe(200)
    }
    expect((await act(id, 'recordings/stop', centre)).status).toBe(200)
  })

  it('ends with the conference', async () => {
    const { id, meeting } = await recorded()
    room.play(meeting, 0, 3_000)
    await act(id, 'close')
    await room.work(id, meeting)
    await room.hear()
    expect(await list(id)).toMatchObject({ wanted: false, items: [{ state: 'ready' }] })
  })

  it('that nobody saw begin has no file', async () => {
    const id = await conferenceAt(cast.secretary, 'open')
    await act(id, 'recordings/start')
    await act(id, 'recordings/stop')
    await room.work(id, undefined)
    expect((await list(id)).items).toMatchObject([{ state: 'failed', failure: 'not-begun' }])
  })

  it('goes on in another when its room is made anew', async () => {
    const { id, meeting } = await recorded()
    room.play(meeting, 0, 3_000)
    await room.end(meeting)
    await room.hear()
    await room.work(id, undefined)
    const next = await room.meet(id)
    await room.work(id, next)
    await room.work(id, next)
    await room.hear()
    const { wanted, items } = await list(id)
    expect([wanted, items.map(({ state }: { state: string }) => state)]).toEqual([
      true,
      ['recording', 'ready'],
    ])
    expect(items[0].continued).toBe(true)
  })

  it('is still wanted when its end is heard of before that of its room', async () => {
    const { id, meeting } = await recorded()
    room.play(meeting, 0, 3_000)
    await room.end(meeting)
    await room.hear()
    await room.work(id, meeting)
    expect((await list(id)).wanted).toBe(true)
    const next = await room.meet(id)
    await room.work(id, next)
    await room.work(id, next)
    expect((await list(id)).items[0]).toMatchObject({ state: 'recording', continued: true })
    await room.hear()
  })

  it('waits for a room that has ended and is not known to be', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    const gone = await room.meet(id)
    await room.end(gone)
    await act(id, 'recordings/start')
    await room.work(id, gone)
    expect(await list(id)).toMatchObject({ wanted: true, items: [{ state: 'starting' }] })
    await room.work(id, await room.meet(id))
    expect((await list(id)).items[0].state).toBe('recording')
    await room.hear()
  })

  it('whose step is repeated, as after a fall, is one capture', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    await act(id, 'recordings/start')
    const meeting = await room.meet(id)
    await Promise.all([room.work(id, meeting), room.work(id, meeting), room.work(id, meeting)])
    const told = await room.news()
    expect(new Set(told.map(({ detail }) => detail.mediaPipelineId)).size).toBe(1)
    await room.deliver(told)
  })

  it('refused by a quota names it, and nothing more is wanted', async () => {
    const full = await startRecordingRoom({ pipelines: 0 })
    const id = await conferenceAt(cast.secretary, 'start')
    await act(id, 'recordings/start')
    await full.work(id, await full.meet(id))
    await full.stop()
    process.env.CHIME_ENDPOINT = room.chime.endpoint
    expect(await list(id)).toMatchObject({
      wanted: false,
      items: [{ state: 'failed', failure: 'active-media-pipelines' }],
    })
  })
})

describe('news of a pipeline', () => {
  it('that nobody knows yet comes back', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    await act(id, 'recordings/start')
    await room.work(id, await room.meet(id))
    const [event] = await room.news()
    if (!event) throw new Error('nothing was told')
    const unknown = { ...event, detail: { ...event.detail, mediaPipelineId: 'nobody' } }
    expect(await room.deliver([unknown, event])).toBe(1)
  })

  it('that its end was told before its beginning changes nothing of the end', async () => {
    const { id, meeting } = await recorded()
    room.play(meeting, 0, 3_000)
    await act(id, 'recordings/stop')
    await room.work(id, meeting)
    await room.hear()
    const before = await list(id)
    await room.work(id, meeting)
    expect((await list(id)).items).toEqual(before.items)
  })
})

describe('the live stream', () => {
  beforeAll(() => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    process.env.LIVE_STREAM_TARGET = 'rtmps://live.example:443/app/key-that-opens'
  })
  afterAll(() => {
    delete process.env.LIVE_STREAM_NAME
    delete process.env.LIVE_STREAM_TARGET
  })

  const stream = async (id: string) => (await cast.secretary.get(path(id, 'live-stream'))).body

  it('needs a place this house streams to, and shows nobody outside what is internal', async () => {
    const id = await conferenceAt(cast.secretary, 'start')
    delete process.env.LIVE_STREAM_NAME
    expect(slug(await act(id, 'live-stream/start'))).toBe('live-stream-nowhere')
    process.env.LIVE_STREAM_NAME = 'Cổng thông tin'
    const internal = await conferenceAt(cast.secretary, 'start', { classification: 'internal' })
    expect(slug(await act(internal, 'live-stream/start'))).toBe('conference-internal')
  })

  it('starts, runs, ends, and its address is told nowhere', async () => {
    process.env.LIVE_STREAM_NAME = 'Cổng thông tin'
    const id = await conferenceAt(cast.secretary, 'start')
    expect((await act(id, 'live-stream/start')).body).toMatchObject({
      wanted: true,
      state: 'starting',
      target: 'Cổng thông tin',
    })
    expect(slug(await act(id, 'live-stream/start'))).toBe('live-stream-running')
    const meeting = await room.meet(id)
    await room.work(id, meeting)
    await room.hear()
    expect(await stream(id)).toMatchObject({ state: 'on' })
    expect((await act(id, 'live-stream/stop')).body).toMatchObject({ wanted: false, state: 'off' })
    await room.work(id, meeting)
    await room.hear()
    const log = await wholeLog(id, new Date(Date.now() + 60_000))
    expect(JSON.stringify([log, await stream(id)])).not.toContain('key-that-opens')
    expect(slug(await act(id, 'live-stream/stop'))).toBe('live-stream-not-running')
  })

  it('follows its room where it is made anew, and ends with the conference', async () => {
    process.env.LIVE_STREAM_NAME = 'Cổng thông tin'
    const id = await conferenceAt(cast.secretary, 'start')
    await act(id, 'live-stream/start')
    const first = await room.meet(id)
    await room.work(id, first)
    await room.hear()
    await room.end(first)
    await room.hear()
    expect((await stream(id)).state).toBe('starting')
    await room.work(id, await room.meet(id))
    await room.hear()
    expect((await stream(id)).state).toBe('on')
    await act(id, 'close')
    await room.work(id, undefined)
    await room.hear()
    expect(await stream(id)).toMatchObject({ wanted: false, state: 'off' })
  })
})
