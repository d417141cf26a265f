// Minutes over HTTP, from draft to seal: every verb's success, refusal and wrong actor.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderRecord } from '#functions/documents/render-record.ts'
import { grantItem, loadStanding } from '#functions/grants/entity.ts'
import { loadMinutes, minutesItem } from '#functions/minutes/entity.ts'
import { systemActor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { put } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import {
  type ArchiveCast,
  type ArchiveHome,
  archiveCast,
  closedConference,
  inSession,
  laterBy,
  refusal,
  sealedMinutes,
  signedMinutes,
  startArchiveHome,
  submittedMinutes,
  sure,
} from '#test/support/archive.ts'
import { unit } from '#test/support/conference.ts'

let home: ArchiveHome
let cast: ArchiveCast

beforeAll(async () => {
  home = await startArchiveHome()
  cast = await archiveCast(home)
})
afterAll(() => home.stop())

const at = (id: string, verb = '') => `/api/conferences/${id}/minutes${verb && `/${verb}`}`
const draft = async (id: string) => sure(cast.desk.post(at(id, 'draft')))

type Shown = { id: string; kind: string; text: string; events: string[]; version: number }
const kinds = (blocks: Shown[]) => blocks.map(({ kind }) => kind)
const blockOf = (blocks: Shown[], kind: string) => blocks.find((block) => block.kind === kind)

describe('a draft', () => {
  it('tells what happened in the order it happened, each sentence with its events', async () => {
    const id = await inSession(home, cast)
    const floor = `/api/conferences/${id}/floor`
    await sure(cast.desk.post(`${floor}/open`, {}))
    const speaker = { position: 'Phó Giám đốc Công an tỉnh Ninh Bình' }
    const asked = await sure(cast.operator.post(`${floor}/requests`, { unitId: unit, speaker }), 201)
    await sure(cast.desk.post(`${floor}/call`, { requestId: asked.id }))
    await sure(cast.desk.post(`${floor}/yield`, {}))
    await sure(cast.desk.post(`/api/conferences/${id}/close`))
    const { blocks, state, submittableFrom } = await draft(id)
    expect(state).toBe('draft')
    expect(Date.parse(submittableFrom)).toBeGreaterThan(Date.now())
    expect(kinds(blocks)).toEqual([
      'start',
      'venue',
      'participants',
      'chair',
      'secretary',
      'agenda',
      'turn',
      'end',
    ])
    expect(blockOf(blocks, 'start')?.text).toMatch(/^Thời gian bắt đầu: \d\d giờ \d\d, ngày \d\d tháng/)
    expect(blockOf(blocks, 'venue')?.text).toBe(
      'Địa điểm: Hà Nội.\nHình thức: trực tuyến, kết nối 2 điểm cầu.',
    )
    expect(blockOf(blocks, 'turn')?.text).toContain('Phó Giám đốc Công an tỉnh Ninh Bình phát biểu')
    expect(blockOf(blocks, 'turn')?.events).toHaveLength(2)
    for (const kind of ['start', 'venue', 'participants', 'turn', 'end'])
      expect(blockOf(blocks, kind)?.events.length).toBeGreaterThan(0)
  })

  it('waits for the close, and is for the desk', async () => {
    const open = await inSession(home, cast)
    expect(await refusal(cast.desk.post(at(open, 'draft')))).toBe('conference-state')
    expect(await refusal(cast.desk.get(at(open)))).toBe('minutes-missing')
    const id = await closedConference(home, cast)
    expect(await refusal(cast.operator.post(at(id, 'draft')))).toBe('not-allowed')
    expect(await refusal(cast.chair.post(at(id, 'draft')))).toBe('not-allowed')
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('minutes-missing')
  })

  it('is read by desk, secretary, chair and archivist, by no operator', async () => {
    const id = await closedConference(home, cast)
    await draft(id)
    for (const who of [cast.desk, cast.secretary, cast.chair, cast.archivist])
      expect((await who.get(at(id))).status).toBe(200)
    expect(await refusal(cast.operator.get(at(id)))).toBe('not-allowed')
  })

  it('answers a repeated request as it stands, once', async () => {
    const id = await closedConference(home, cast)
    const key = randomUUID()
    const first = await cast.desk.post(at(id, 'draft'), {}, { key })
    const second = await cast.desk.post(at(id, 'draft'), {}, { key })
    expect(second.body).toEqual(first.body)
    expect(second.body.version).toBe(1)
  })
})

describe('blocks', () => {
  it('are worded by the secretary from the version read; a redraft keeps the words', async () => {
    const id = await closedConference(home, cast)
    const { blocks } = await draft(id)
    const end = blockOf(blocks, 'end') as Shown
    const path = at(id, `blocks/${end.id}`)
    const text = 'Hội nghị kết thúc lúc 16 giờ 30 cùng ngày.'
    expect(await refusal(cast.secretary.put(path, { text }))).toBe('version-missing')
    const saved = await cast.secretary.put(path, { text }, { version: end.version })
    expect([saved.status, saved.body.version]).toEqual([200, end.version + 1])
    expect(await refusal(cast.secretary.put(path, { text }, { version: end.version }))).toBe('stale-version')
    expect(await refusal(cast.chair.put(path, { text }, { version: 2 }))).toBe('not-allowed')
    expect(blockOf((await draft(id)).blocks, 'end')?.text).toBe(text)
  })

  it('are added with the events they cite, and stand before the end', async () => {
    const id = await closedConference(home, cast)
    const { blocks } = await draft(id)
    const events = blockOf(blocks, 'end')?.events
    const conclusion = { kind: 'conclusion', text: 'Đồng chí chủ trì kết luận.', events }
    const path = at(id, 'blocks')
    expect((await cast.secretary.post(path, conclusion)).status).toBe(201)
    const report = { kind: 'report', text: 'Báo cáo tổng kết được trình bày.' }
    await sure(cast.secretary.post(path, report), 201)
    const shown = (await cast.secretary.get(at(id))).body.blocks
    expect(kinds(shown).slice(-4)).toEqual(['agenda', 'report', 'conclusion', 'end'])
    const unknown = { ...conclusion, events: ['evt_01ARZ3NDEKTSV4RRFFQ69G5FAV'] }
    expect(await refusal(cast.secretary.post(path, unknown))).toBe('event-unknown')
    expect(await refusal(cast.secretary.post(path, { ...report, after: 'blk_none' }))).toBe('block-unknown')
    expect(await refusal(cast.operator.post(path, report))).toBe('not-allowed')
    expect(await refusal(cast.secretary.post(path, { ...report, kind: 'start' }))).toBe('invalid-input')
  })
})

describe('submission', () => {
  it('waits for the grace, then takes a number and fixes horizon and text', async () => {
    const id = await closedConference(home, cast)
    await draft(id)
    const early = await cast.desk.post(at(id, 'submit'))
    expect(early.body.type).toBe('/problems/grace-running')
    expect(Number(early.headers.get('Retry-After'))).toBeGreaterThan(500)
    laterBy(11)
    expect(await refusal(cast.operator.post(at(id, 'submit')))).toBe('not-allowed')
    const { state, number, digest, horizon } = await sure(cast.desk.post(at(id, 'submit')))
    expect(state).toBe('submitted')
    expect(number.text).toMatch(/^\d\d+\/BB-BCA$/)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(horizon.count).toBeGreaterThan(5)
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('minutes-state')
    expect(await refusal(cast.desk.post(at(id, 'draft')))).toBe('minutes-state')
  })

  it('refuses a draft older than the history', async () => {
    const id = await inSession(home, cast)
    const floor = `/api/conferences/${id}/floor`
    await sure(cast.desk.post(`${floor}/open`, {}))
    const asked = await sure(
      cast.operator.post(`${floor}/requests`, { unitId: unit, speaker: { position: 'Trưởng phòng' } }),
      201,
    )
    await sure(cast.desk.post(`${floor}/call`, { requestId: asked.id }))
    await sure(cast.desk.post(`/api/conferences/${id}/close`))
    await draft(id)
    await sure(cast.desk.post(`${floor}/yield`, {}))
    laterBy(11)
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('minutes-behind')
    await draft(id)
    expect((await cast.desk.post(at(id, 'submit'))).status).toBe(200)
  })

  it('waits until disagreements are settled, also after the grace, and prints what settled them', async () => {
    const id = await inSession(home, cast)
    const point = `/api/conferences/${id}/bridge-points/bpt_ca-ninh-binh`
    const position = 'Phó Giám đốc Công an tỉnh Ninh Bình'
    const listed = await sure(cast.operator.post(`${point}/delegates`, { delegates: [{ position }] }), 201)
    const delegateId = listed.items[0].id
    await sure(cast.operator.post(`${point}/roll-call`, { marks: [{ delegateId, state: 'present' }] }), 201)
    await sure(cast.desk.post(`/api/conferences/${id}/close`))
    laterBy(11)
    const { blocks } = await draft(id)
    expect(blockOf(blocks, 'participants')?.text).toContain(
      '- Tổng số: triệu tập 1 đại biểu, trong đó có mặt 1; 1 trên 2 điểm cầu đã điểm danh (danh sách tại Phụ lục I).',
    )
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('disagreement-unsettled')
    const { items } = await sure(cast.desk.get(`/api/conferences/${id}/disagreements`))
    const settle = `/api/conferences/${id}/disagreements/${items[0].id}/settle`
    await sure(cast.desk.post(settle, { chosen: 'roll', reason: 'Dự qua đường truyền dự phòng' }))
    expect(await refusal(cast.desk.post(at(id, 'submit'))), 'not printed yet').toBe('minutes-behind')
    expect(blockOf((await draft(id)).blocks, 'disagreement')?.text).toContain('dự qua đường truyền dự phòng')
    await sure(cast.desk.post(at(id, 'submit')))
  })

  it('refuses a draft of before texts listed their annexes; a new one knows which ones its words meant', async () => {
    const id = await closedConference(home, cast)
    const end = blockOf((await draft(id)).blocks, 'end') as Shown
    const { annexes: _, ...before } = await loadMinutes(id)
    await write(systemActor('test', 'req_test'), before.id, put(minutesItem(before)))
    const text = 'Hội nghị kết thúc (xem Phụ lục III).'
    await sure(cast.secretary.put(at(id, `blocks/${end.id}`), { text }, { version: end.version }))
    laterBy(11)
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('minutes-behind')
    const refers = [{ number: 'III', key: 'technical' }]
    expect(blockOf((await draft(id)).blocks, 'end')).toMatchObject({ text, refers })
    await sure(cast.desk.post(at(id, 'submit')))
  })

  it('settles what the horizon tells, whatever was put right after it', async () => {
    const id = await inSession(home, cast)
    const point = `/api/conferences/${id}/bridge-points/bpt_ca-ninh-binh`
    await sure(cast.operator.post(`${point}/join`), 201)
    await sure(cast.desk.post(`/api/conferences/${id}/close`))
    laterBy(11)
    await sure(cast.operator.post(`${point}/roll-call`, { headCount: 5 }), 201)
    await draft(id)
    expect(await refusal(cast.desk.post(at(id, 'submit')))).toBe('disagreement-unsettled')
    const { items, unsettled } = await sure(cast.desk.get(`/api/conferences/${id}/disagreements`))
    expect([items[0]?.kind, unsettled]).toEqual(['link-without-roll', 1])
    const settle = `/api/conferences/${id}/disagreements/${items[0].id}/settle`
    const settled = await sure(cast.desk.post(settle, { chosen: 'link', reason: 'Điểm danh muộn' }))
    expect(settled.settled.reason).toBe('Điểm danh muộn')
    await draft(id)
    await sure(cast.desk.post(at(id, 'submit')))
  })

  it('gives numbers without gaps, also to those who submit at once', async () => {
    const ids = [await closedConference(home, cast), await closedConference(home, cast)]
    laterBy(11)
    for (const id of ids) await draft(id)
    const submit = async (id: string) => {
      const answer = await cast.desk.post(at(id, 'submit'))
      return answer.status === 409 ? sure(cast.desk.post(at(id, 'submit'))) : answer.body
    }
    const numbers = (await Promise.all(ids.map(submit))).map(({ number }) => number.number).sort()
    expect(numbers[1] - numbers[0]).toBe(1)
  })

  it('is refused by the chair with a note: signatures fall, the number stays', async () => {
    const id = await submittedMinutes(home, cast)
    const { number } = await sure(cast.secretary.post(at(id, 'sign')))
    const note = 'Bổ sung kết luận về tiêu chí an ninh trật tự.'
    expect(await refusal(cast.desk.post(at(id, 'refuse'), { note }))).toBe('not-allowed')
    expect(await refusal(cast.chair.post(at(id, 'refuse'), {}))).toBe('invalid-input')
    const { state, refusal: told, attestations } = await sure(cast.chair.post(at(id, 'refuse'), { note }))
    expect([state, told, attestations]).toEqual(['draft', note, []])
    expect(await refusal(cast.chair.post(at(id, 'refuse'), { note }))).toBe('minutes-state')
    await draft(id)
    const again = await sure(cast.desk.post(at(id, 'submit')))
    expect(again.number).toEqual(number)
    expect(again.refusal).toBeUndefined()
  })
})

describe('signing', () => {
  it('goes secretary first, chair second, each once', async () => {
    const id = await submittedMinutes(home, cast)
    expect(await refusal(cast.chair.post(at(id, 'sign')))).toBe('signature-order')
    expect(await refusal(cast.desk.post(at(id, 'sign')))).toBe('not-allowed')
    const first = await sure(cast.secretary.post(at(id, 'sign')))
    expect([first.state, first.attestations.length]).toEqual(['submitted', 1])
    expect(await refusal(cast.secretary.post(at(id, 'sign')))).toBe('already-signed')
    const second = await sure(cast.chair.post(at(id, 'sign')))
    expect(second.state).toBe('signed')
    expect(second.attestations.map((one: { statement: { act: string } }) => one.statement.act)).toEqual([
      'minutes.signed-by-secretary',
      'minutes.signed-by-chair',
    ])
    expect(second.attestations[1].statement).toMatchObject({
      digest: second.digest,
      horizon: second.horizon,
      sub: cast.chair.sub,
      office: 'Chủ trì hội nghị',
    })
    expect(await refusal(cast.chair.post(at(id, 'sign')))).toBe('already-signed')
  })

  it('is once however often and however fast it is asked', async () => {
    const id = await submittedMinutes(home, cast)
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => cast.secretary.post(at(id, 'sign'), {}, { key })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await cast.desk.get(at(id))).body.attestations).toHaveLength(1)
  })

  it('needs a sign-in of the last five minutes', async () => {
    const id = await submittedMinutes(home, cast)
    const authTime = Math.floor(now().getTime() / 1000) - 301
    const tired = home.as(cast.secretary.sub, cast.secretary.personId, authTime)
    expect(await refusal(tired.post(at(id, 'sign')))).toBe('sign-in-too-old')
  })

  it('asks the table, not its memory, whether the role still holds', async () => {
    const id = await submittedMinutes(home, cast)
    const deputy = await home.somebody(['secretary', `conference:${id}`])
    expect((await deputy.get(at(id))).status).toBe(200)
    const { grants } = await loadStanding(deputy.sub)
    const ended = grants.map((grant) => put(grantItem({ ...grant, validTo: '2000-01-01T00:00:00.000Z' })))
    await write(systemActor('test', 'req_test'), id, ...ended)
    expect((await deputy.get(at(id))).status, 'remembered').toBe(200)
    expect(await refusal(deputy.post(at(id, 'sign')))).toBe('not-allowed')
  })

  it('is never of a draft', async () => {
    const id = await closedConference(home, cast)
    await draft(id)
    expect(await refusal(cast.secretary.post(at(id, 'sign')))).toBe('minutes-state')
  })
})

describe('sealing', () => {
  it('waits for both signatures, then seals once', async () => {
    const early = await submittedMinutes(home, cast)
    expect(await refusal(cast.desk.post(at(early, 'seal')))).toBe('minutes-state')
    const id = await signedMinutes(home, cast)
    expect(await refusal(cast.chair.post(at(id, 'seal')))).toBe('not-allowed')
    const unprinted = await cast.desk.post(at(id, 'seal'))
    expect([unprinted.status, unprinted.headers.get('Retry-After')]).toEqual([409, '1'])
    expect(await refusal(Promise.resolve(unprinted))).toBe('documents-pending')
    await renderRecord(await loadMinutes(id))
    const seal = await sure(cast.desk.post(at(id, 'seal')))
    expect(seal).toMatchObject({ recordId: expect.stringMatching(/^rec_/), n: expect.any(Number) })
    expect(await sure(cast.desk.post(at(id, 'seal')))).toEqual(seal)
    expect((await cast.desk.get(at(id))).body).toMatchObject({ state: 'sealed', seal })
    expect(await refusal(cast.desk.post(at(id, 'draft')))).toBe('minutes-state')
  })

  it('hangs every record on the one before', async () => {
    const first = await sealedMinutes(home, cast)
    const second = await sealedMinutes(home, cast)
    expect(second.n).toBe(first.n + 1)
  })
})
