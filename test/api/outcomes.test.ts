// Outcomes over HTTP: unknowns allowed and flagged, sources that disagree raised, every verb's success, refusal and wrong actor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { type Cast, castOf, conferenceAt, unit } from '#test/support/conference.ts'

let home: TestApi
let cast: Cast

beforeAll(async () => {
  home = await startApi(() => api)
  await seedUnits()
  cast = await castOf(home)
})
afterAll(() => home.stop())

const path = (id: string, rest: string) => `/api/conferences/${id}/${rest}`
const refusal = async (answer: Promise<{ status: number; body: { type: string } }>) =>
  (await answer).body.type.replace('/problems/', '')

const enter = async (id: string, plural: string, input: object) => {
  const { status, body } = await cast.secretary.post(path(id, plural), input)
  expect([status, body.errors]).toEqual([201, undefined])
  return body
}

const session = () => conferenceAt(cast.secretary, 'start')

describe('what a conference brings about', () => {
  it('is entered with whatever is known, and says what is not', async () => {
    const id = await session()
    expect(await enter(id, 'citations', { said: 'Thông tư số 124/TT-BCA của Bộ Công an' })).toMatchObject({
      kind: 'citation',
      parts: { type: 'Thông tư', number: '124', symbol: 'TT-BCA', issuer: 'Bộ Công an' },
      text: 'Thông tư 124/TT-BCA của Bộ Công an',
      short: 'Thông tư 124/TT-BCA',
      flags: ['year-missing', 'date-missing'],
    })
    expect(await enter(id, 'citations', { said: 'văn bản chỉ đạo của Đảng' })).toMatchObject({
      text: 'văn bản chỉ đạo của Đảng',
      flags: ['citation-unreadable'],
    })
    expect(
      await enter(id, 'figures', { said: 'trên 5 nghìn hội nghị', subject: 'Hội nghị phổ biến pháp luật' }),
    ).toMatchObject({
      quantity: { kind: 'number', value: 5000, qualifier: 'over', scale: 'thousand' },
      unit: 'hội nghị',
      text: 'Hội nghị phổ biến pháp luật: trên 5 nghìn hội nghị',
      flags: ['period-missing', 'source-missing'],
    })
    expect(
      await enter(id, 'figures', { said: 'nhiều mô hình', subject: 'Mô hình', period: 'năm 2022' }),
    ).toMatchObject({
      text: 'Mô hình: nhiều mô hình (năm 2022)',
      flags: ['number-unreadable', 'source-missing'],
    })
    const unsplit = {
      awards: ['certificate', 'letter'],
      collectives: 5,
      individuals: 6,
      source: 'Tin hội nghị',
    }
    expect(await enter(id, 'commendations', unsplit)).toMatchObject({
      text: '5 tập thể, 6 cá nhân được nhận Bằng khen, Giấy khen',
      flags: ['authority-missing', 'not-split'],
    })
    expect(await enter(id, 'directives', { text: 'Khắc phục tồn tại.' })).toMatchObject({
      flags: ['owner-missing', 'due-date-missing'],
    })
    const { body } = await cast.operator.get(path(id, 'figures'))
    expect([body.items.length, body.unknown]).toEqual([2, 2])
  })

  it('names as many as an item holds, and no more', async () => {
    const id = await session()
    const recipients = Array.from({ length: 200 }, () => 'ệ'.repeat(300))
    const made = await enter(id, 'commendations', { awards: ['certificate'], recipients })
    expect(made.recipients).toHaveLength(200)
    const { status, body } = await cast.secretary.post(path(id, 'commendations'), {
      recipients: [...recipients, 'ệ'],
    })
    expect([status, body.errors[0].pointer]).toEqual([400, '/recipients'])
  })

  it('rests on units and citations that there are', async () => {
    const id = await session()
    const citation = await enter(id, 'citations', { said: 'Chỉ thị số 07 của Bộ Công an' })
    const directive = {
      text: 'Thực hiện nghiêm.',
      ownerUnitIds: [unit],
      dueOn: '2022-12-31',
      citationIds: [citation.id],
    }
    expect(await enter(id, 'directives', directive)).toMatchObject({ ...directive, flags: [] })
    const refused = (fields: object) =>
      refusal(cast.secretary.post(path(id, 'directives'), { ...directive, ...fields }))
    expect(await refused({ ownerUnitIds: ['unt_none'] })).toBe('unit-unknown')
    expect(await refused({ citationIds: ['cit_01GJH00000000000000000000A'] })).toBe('citation-unknown')
    expect(await refused({ agendaItem: 'agd_none' })).toBe('agenda-item-unknown')
    const resting = await enter(id, 'directives', { ...directive, agendaItem: 'agd_papers' })
    await cast.secretary.post(path(id, `citations/${citation.id}/withdraw`), { reason: 'Viện dẫn nhầm' })
    expect(await refused({})).toBe('citation-unknown')
    const at = path(id, `directives/${resting.id}`)
    expect((await cast.operator.get(at)).body.flags).toEqual(['citation-withdrawn'])
    expect((await cast.operator.get(path(id, 'directives'))).body.unknown).toBe(2)
    const put = (fields: object) =>
      cast.secretary.put(at, { ...directive, ...fields }, { headers: { 'If-Match': '"1"' } })
    expect(await refusal(put({ citationIds: [], agendaItem: 'agd_none' }))).toBe('agenda-item-unknown')
    expect((await put({ citationIds: [] })).body.flags).toEqual([])
  })

  it('is worded anew from the version that was read, and taken back with a reason; both stay in the log', async () => {
    const id = await session()
    const made = await enter(id, 'figures', { said: '207 tập thể', subject: 'Được khen thưởng' })
    const at = path(id, `figures/${made.id}`)
    const put = (version: string, said: string) =>
      cast.secretary.put(at, { said, subject: 'Được khen thưởng' }, { headers: { 'If-Match': version } })
    expect((await put('"1"', '208 tập thể')).body).toMatchObject({ version: 2, quantity: { value: 208 } })
    expect((await put('"1"', '209 tập thể')).status).toBe(412)
    expect((await cast.secretary.put(at, { said: '1', subject: 'x' })).status).toBe(428)
    const withdraw = () => cast.secretary.post(`${at}/withdraw`, { reason: 'Nhầm năm' })
    expect((await withdraw()).body).toMatchObject({ withdrawn: { reason: 'Nhầm năm' }, version: 3 })
    expect(await refusal(withdraw())).toBe('outcome-withdrawn')
    expect(await refusal(put('"3"', '210 tập thể'))).toBe('outcome-withdrawn')
    expect((await cast.operator.get(path(id, 'figures'))).body).toMatchObject({
      items: [{ id: made.id }],
      unknown: 0,
    })
    expect((await cast.operator.get(path(id, `directives/${made.id}`))).status).toBe(400)
    const names = (await wholeLog(id, new Date(Date.now() + 60_000))).map(({ name }) => name)
    expect(names.slice(-3)).toEqual(['figure.recorded', 'figure.revised', 'figure.withdrawn'])
  })

  it('is written by the desk and the chair while it goes on or is over, and read by all it concerns', async () => {
    const id = await session()
    const input = { text: 'Khắc phục tồn tại.' }
    for (const who of [cast.operator, cast.stranger])
      expect((await who.post(path(id, 'directives'), input)).status).toBe(403)
    expect((await cast.stranger.get(path(id, 'directives'))).status).toBe(403)
    const chair = await home.somebody(['chair', `conference:${id}`])
    expect((await chair.post(path(id, 'directives'), input)).status).toBe(201)
    await cast.secretary.post(path(id, 'close'), {})
    await enter(id, 'directives', input)
    const early = await conferenceAt(cast.secretary, 'open')
    expect(await refusal(cast.secretary.post(path(early, 'directives'), input))).toBe('conference-state')
  })
})

describe('sources that disagree', () => {
  /** Report 000: the text gives the flag to three individuals, the caption of its photo to collectives. */
  const text = { awards: ['excellent-flag'], authorities: ['Bộ Công an'], individuals: 3, source: 'Bài viết' }
  const caption = { awards: ['excellent-flag'], authorities: ['Bộ công an'], source: 'Chú thích ảnh' }

  const unsettled = async (id: string) => {
    const { items } = (await cast.secretary.get(path(id, 'disagreements'))).body
    return items.filter(({ kind }: { kind: string }) => kind === 'documents-differ')
  }

  it('on an award are raised, and taken back when they agree', async () => {
    const id = await session()
    await enter(id, 'commendations', text)
    expect(await unsettled(id)).toEqual([])
    const other = await enter(id, 'commendations', { ...caption, collectives: 3 })
    expect(await unsettled(id)).toMatchObject([
      {
        statements: [
          { source: 'Bài viết', text: '3 cá nhân được nhận Cờ thi đua xuất sắc của Bộ Công an' },
          { source: 'Chú thích ảnh', text: '3 tập thể được nhận Cờ thi đua xuất sắc của Bộ công an' },
        ],
      },
    ])
    await cast.secretary.post(path(id, `commendations/${other.id}/withdraw`), { reason: 'Chú thích nhầm' })
    expect(await unsettled(id)).toEqual([])
  })

  it('on a figure are raised though both are entered at the same moment', async () => {
    const id = await session()
    const figure = (said: string, source: string) =>
      cast.secretary.post(path(id, 'figures'), { said, subject: 'Số mô hình', period: 'năm 2022', source })
    const answers = await Promise.all([figure('163 mô hình', 'Báo cáo'), figure('165 mô hình', 'Tham luận')])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await unsettled(id)).toHaveLength(1)
  })

  it('are none where they mean the same in other words', async () => {
    const id = await session()
    const told = (said: string, subject: string, source: string) =>
      enter(id, 'figures', { said, subject, source })
    await told('575 nghìn lượt người', 'Lượt người tham gia', 'Báo cáo')
    await told('575.000 Lượt người', 'lượt người  tham gia', 'Tham luận')
    await told('575.000', 'Lượt người tham gia', 'Kết luận')
    await told('575 nghìn lượt người', 'Lượt người tham gia', 'Báo cáo')
    await told('trên 5 nghìn hội nghị', 'Hội nghị', 'Báo cáo')
    await told('hơn 5.000 hội nghị', 'Hội nghị', 'Tham luận')
    const award = { awards: ['certificate'], authorities: ['Chủ tịch UBND tỉnh'], source: 'Báo cáo' }
    await enter(id, 'commendations', { ...award, collectives: 13 })
    await enter(id, 'commendations', { ...award, individuals: 2 })
    const other = { ...award, authorities: ['Chủ tịch Ubnd tỉnh'], source: 'Tờ trình' }
    const whole = await enter(id, 'commendations', { ...other, collectives: 13, individuals: 2 })
    expect(await unsettled(id)).toEqual([])
    const put = (collectives: number, version: number) =>
      cast.secretary.put(
        path(id, `commendations/${whole.id}`),
        { ...other, collectives, individuals: 2 },
        { headers: { 'If-Match': `"${version}"` } },
      )
    expect((await put(14, 1)).status).toBe(200)
    expect(await unsettled(id)).toHaveLength(1)
    expect((await put(13, 2)).status).toBe(200)
    expect(await unsettled(id)).toEqual([])
  })

  it('keep their subject when one of them turns to another', async () => {
    const id = await session()
    const figure = (said: string, subject: string, source: string) => ({ said, subject, source })
    await enter(id, 'figures', figure('163 mô hình', 'Số mô hình', 'Báo cáo'))
    await enter(id, 'figures', figure('165 mô hình', 'Số mô hình', 'Tham luận'))
    const third = await enter(id, 'figures', figure('166 mô hình', 'Số mô hình', 'Kết luận'))
    const at = path(id, `figures/${third.id}`)
    const headers = { 'If-Match': '"1"' }
    await cast.secretary.put(at, figure('77 mô hình', 'Mô hình về PCCC', 'Kết luận'), { headers })
    const [left, ...more] = await unsettled(id)
    expect(more).toEqual([])
    expect(left.statements).toHaveLength(2)
    expect(left.subject).toBe('Số mô hình')
  })

  it('are settled by who runs the desk', async () => {
    const id = await session()
    await enter(id, 'commendations', text)
    await enter(id, 'commendations', { ...caption, collectives: 3 })
    const [one] = await unsettled(id)
    const settle = (chosen: string) =>
      cast.secretary.post(path(id, `disagreements/${one.id}/settle`), { chosen, reason: 'Theo bài viết' })
    expect((await settle(one.statements[0].event)).status).toBe(200)
    expect((await unsettled(id))[0]).toMatchObject({ settled: { chosen: one.statements[0].event } })
  })
})
