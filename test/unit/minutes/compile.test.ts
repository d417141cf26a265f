// The compilation: facts in order, unknown events ignored, the same facts the same blocks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settlementsOf } from '#functions/minutes/participation.rules.ts'
import { compiled, conference, event, factsOf } from '#test/support/minutes-facts.ts'

const point = 'bpt_ca-ninh-binh'
const marks = (delegateId: string, mark: string, more = {}) => ({ delegateId, mark, ...more })
const roll = (at: string, standing: string, list: unknown[], more: Record<string, unknown> = {}) =>
  event('roll-call.taken', at, { source: 'operator', standing, marks: list, ...more }, { point })

const turn = { unitId: 'unt_ca-ninh-binh', speaker: 'Đại tá Đinh Trọng Soạn' }
const paper = {
  unitId: 'unt_ca-ninh-binh',
  author: 'Công an tỉnh Ninh Bình',
  title: 'Mô hình',
  kind: 'contribution',
}

const afternoon = () => [
  event('points.added', '06:00', { points: [{ id: point, unitId: 'unt_ca-ninh-binh', kind: 'site' }] }),
  event(
    'delegates.added',
    '06:10',
    {
      delegates: ['1', '2', '3', '4'].map((id) => ({ id: `dlg_${id}`, display: `Đại biểu ${id}` })),
    },
    { point },
  ),
  roll('06:50', 'rehearsal', [marks('dlg_1', 'absent', { reason: 'thử' })]),
  event('conference.started', '07:05'),
  roll(
    '07:06',
    'attendance',
    [
      marks('dlg_1', 'present'),
      marks('dlg_2', 'online'),
      marks('dlg_3', 'absent', { reason: 'đi công tác' }),
      marks('dlg_4', 'substituted', { substitute: 'Thượng tá phó phòng' }),
    ],
    { heads: 1200 },
  ),
  event('link.joined', '07:00', { session: 's' }, { point }),
  event('floor.called', '08:00', { ...turn, startedAt: '2022-11-23T08:00:00.000Z' }, { subject: 'flr_1' }),
  event(
    'floor.yielded',
    '08:05',
    {
      ...turn,
      startedAt: '2022-11-23T08:00:00.000Z',
      endedAt: '2022-11-23T08:05:10.000Z',
      seconds: 310,
    },
    { subject: 'flr_1' },
  ),
  event('contribution.delivered', '07:30', { ...paper, state: 'delivered' }, { subject: 'ctb_1' }),
  event(
    'contribution.taken-as-written',
    '09:00',
    { ...paper, state: 'taken-as-written' },
    { subject: 'ctb_2' },
  ),
  event('something.unheard-of', '09:10', { any: 'thing' }),
  event('conference.closed', '09:30'),
]

describe('minutes', () => {
  it('follow Mẫu 1.9: beginning, place, those present, chair, secretary, proceedings, end', () => {
    expect(compiled(factsOf(afternoon())).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'start Thời gian bắt đầu: 14 giờ 05, ngày 23 tháng 11 năm 2022.',
      'venue Địa điểm: Hội trường Bộ Công an.\nHình thức: trực tiếp kết hợp trực tuyến, kết nối 1 điểm cầu.',
      'participants Thành phần tham dự:\n- Tại các điểm cầu: 1 trên tổng số 1 điểm cầu đã kết nối.\n' +
        '- Tổng số: triệu tập 4 đại biểu, trong đó có mặt 2 (1 dự trực tuyến), vắng mặt 1, cử người dự thay 1; số người tại các phòng họp là 1.200 (danh sách tại Phụ lục I).',
      'chair Chủ trì: Đồng chí Trung tướng Lê Quốc Hùng, Thứ trưởng Bộ Công an.',
      'secretary Thư ký: …',
      'agenda Nội dung (theo diễn biến Hội nghị):\nChương trình Hội nghị gồm các nội dung sau:\n1. Báo cáo tổng kết (Cục trưởng).',
      'contribution Lúc 14 giờ 30, Công an tỉnh Ninh Bình trình bày tham luận “Mô hình”.',
      'turn Từ 15 giờ 00 đến 15 giờ 05, đồng chí Đại tá Đinh Trọng Soạn (Công an tỉnh Ninh Bình) phát biểu, thời lượng 5 phút 10 giây.',
      'written Hội nghị ghi nhận bằng văn bản tham luận “Mô hình” của Công an tỉnh Ninh Bình.',
      'contribution Hội nghị nhận được 2 tham luận của 1 đơn vị, trong đó 1 được trình bày, 1 được ghi nhận bằng văn bản (danh mục tại Phụ lục IV).',
      'end Hội nghị kết thúc vào 16 giờ 30, ngày 23 tháng 11 năm 2022.',
    ])
  })

  it('rest on events: the call and the end of a turn carry its sentence', () => {
    const events = afternoon()
    const turns = compiled(factsOf(events)).filter(({ kind }) => kind === 'turn')
    const expected = events.filter(({ name }) => name.startsWith('floor.')).map(({ id }) => id)
    expect(turns.map((block) => block.events)).toEqual([expected])
  })

  it('tell of a turn that nobody ended: the close ended it', () => {
    const called = event(
      'floor.called',
      '09:20',
      { ...turn, startedAt: '2022-11-23T09:20:00.000Z' },
      { subject: 'flr_9' },
    )
    const [told, ...more] = compiled(factsOf([called])).filter(({ kind }) => kind === 'turn')
    expect(more).toEqual([])
    expect(told?.events).toEqual([called.id])
    expect(told?.text).toMatch(/^Từ 16 giờ 20 đến 16 giờ 30, .*Đinh Trọng Soạn.*thời lượng 10 phút/)
  })

  it('tell a turn cut short and its second part, and never a call taken back', () => {
    const floor = (name: string, at: string, data: object) =>
      event(`floor.${name}`, at, { ...turn, ...data }, { subject: 'flr_1' })
    const [wrong, first, second] = ['08:00', '08:10', '08:30'].map((at) => `2022-11-23T${at}:00.000Z`)
    const events = [
      floor('called', '08:00', { startedAt: wrong }),
      floor('call-undone', '08:01', { startedAt: wrong }),
      floor('called', '08:10', { startedAt: first }),
      floor('suspended', '08:12', {
        startedAt: first,
        endedAt: '2022-11-23T08:12:00.000Z',
        seconds: 120,
        reason: 'link-lost',
      }),
      floor('called', '08:30', { startedAt: second }),
      floor('yielded', '08:33', { startedAt: second, endedAt: '2022-11-23T08:33:00.000Z', seconds: 180 }),
    ]
    const told = compiled(factsOf(events)).filter(({ kind }) => kind === 'turn')
    expect(told.map(({ text }) => text)).toEqual([
      'Từ 15 giờ 10 đến 15 giờ 12, đồng chí Đại tá Đinh Trọng Soạn (Công an tỉnh Ninh Bình) phát biểu, thời lượng 2 phút; phần phát biểu tạm dừng do mất kết nối.',
      'Từ 15 giờ 30 đến 15 giờ 33, đồng chí Đinh Trọng Soạn (Công an tỉnh Ninh Bình) tiếp tục phát biểu, thời lượng 3 phút.',
    ])
    expect(told.map((block) => block.events)).toEqual([
      [events[2]?.id, events[3]?.id],
      [events[4]?.id, events[5]?.id],
    ])
  })

  it('say that whoever was called and did not answer was passed over, and no turn', () => {
    const startedAt = '2022-11-23T08:00:00.000Z'
    const events = [
      event('floor.called', '08:00', { ...turn, startedAt }, { subject: 'flr_1' }),
      event('floor.skipped', '08:01', { ...turn, startedAt, reason: 'không trả lời' }, { subject: 'flr_1' }),
    ]
    const told = compiled(factsOf(events)).filter(({ kind }) => kind === 'turn')
    expect(told.map(({ text }) => text)).toEqual([
      'Lúc 15 giờ 01, đồng chí Đại tá Đinh Trọng Soạn (Công an tỉnh Ninh Bình) đăng ký phát biểu nhưng không phát biểu; lý do: không trả lời.',
    ])
  })

  it('deny nobody passed over what they had said, or said later', () => {
    const floor = (name: string, at: string, subject: string, data: object = {}) =>
      event(`floor.${name}`, at, { ...turn, ...data }, { subject })
    const [first, second] = ['2022-11-23T08:00:00.000Z', '2022-11-23T08:02:00.000Z']
    const reason = 'mất tín hiệu'
    const events = [
      floor('called', '08:00', 'flr_1', { startedAt: first }),
      floor('suspended', '08:02', 'flr_1', {
        startedAt: first,
        endedAt: second,
        seconds: 120,
        reason: 'link-lost',
      }),
      floor('skipped', '08:03', 'flr_1', { reason }),
      floor('called', '08:04', 'flr_2', { startedAt: second }),
      floor('skipped', '08:05', 'flr_2', { startedAt: second, endedAt: second, seconds: 40, reason }),
      floor('skipped', '08:06', 'flr_3', { reason }),
      floor('restored', '08:07', 'flr_3'),
      floor('skipped', '08:08', 'flr_4', { reason }),
    ]
    const told = compiled(factsOf(events)).filter(({ kind }) => kind === 'turn')
    const who = 'đồng chí Đinh Trọng Soạn (Công an tỉnh Ninh Bình)'
    expect(told.slice(1).map(({ text }) => text)).toEqual([
      `Lúc 15 giờ 03, ${who} không phát biểu tiếp; lý do: mất tín hiệu.`,
      `Lúc 15 giờ 05, ${who} được mời phát biểu (40 giây) nhưng không tiếp tục; lý do: mất tín hiệu.`,
      `Lúc 15 giờ 06, ${who} đăng ký phát biểu nhưng chưa phát biểu; lý do: mất tín hiệu.`,
      `Lúc 15 giờ 08, ${who} đăng ký phát biểu nhưng không phát biểu; lý do: mất tín hiệu.`,
    ])
  })

  it('name who really spoke when the close ends the turn', () => {
    const startedAt = '2022-11-23T08:00:00.000Z'
    const events = [
      event('floor.called', '08:00', { ...turn, startedAt }, { subject: 'flr_1' }),
      event('floor.speaker-named', '08:01', { ...turn, speaker: 'Thượng tá Lê Văn B' }, { subject: 'flr_1' }),
    ]
    const [told] = compiled(factsOf(events)).filter(({ kind }) => kind === 'turn')
    expect(told?.text).toContain('Thượng tá Lê Văn B (Công an tỉnh Ninh Bình) phát biểu')
  })

  it('say a turn and its paper in one sentence, a unit once, single marks within a quotation', () => {
    const title = 'Tham luận về “Ngày hội”'
    const said = { unitId: turn.unitId, speaker: 'Phó Giám đốc Công an tỉnh Ninh Bình', contributionId: 'c' }
    const times = { startedAt: '2022-11-23T08:00:00.000Z', endedAt: '2022-11-23T08:08:00.000Z', seconds: 480 }
    const events = [
      event('floor.called', '08:00', { ...said, startedAt: times.startedAt }, { subject: 'flr_1' }),
      event('floor.yielded', '08:08', { ...said, ...times }, { subject: 'flr_1' }),
      event('contribution.delivered', '08:08', { ...paper, title }, { subject: 'c' }),
    ]
    const told = compiled(factsOf(events)).filter(({ id }) => id.startsWith('blk_evt'))
    expect(told.map(({ text }) => text)).toEqual([
      'Từ 15 giờ 00 đến 15 giờ 08, Phó Giám đốc Công an tỉnh Ninh Bình trình bày “Tham luận về ‘Ngày hội’”, thời lượng 8 phút.',
    ])
    expect(told[0]?.events).toEqual(events.map(({ id }) => id))
  })

  it('print a settled disagreement, and know an unsettled one', () => {
    const events = afternoon().filter(({ name }) => name !== 'link.joined')
    const closedAt = conference.closedAt ?? ''
    expect(settlementsOf(events, closedAt)).toEqual({ settled: [], unsettled: 1 })
    const disagreement = { id: `roll-without-link.${point}`, kind: 'roll-without-link', pointId: point }
    const settled = event(
      'disagreement.settled',
      '09:50',
      {
        kind: disagreement.kind,
        pointId: point,
        disagreement,
        chosen: 'roll',
        reason: 'dự bằng điện thoại',
      },
      { point, subject: disagreement.id },
    )
    const all = [...events, settled]
    expect(settlementsOf(all, closedAt)).toMatchObject({ unsettled: 0, settled: [{ event: settled.id }] })
    const block = compiled(factsOf(all)).find(({ kind }) => kind === 'disagreement')
    expect(block?.text).toBe(
      'Điểm cầu Công an tỉnh Ninh Bình có điểm danh nhưng không có kết nối; đã thống nhất lấy theo điểm danh, lý do: dự bằng điện thoại.',
    )
    expect(block?.events).toEqual([settled.id])
  })

  it('of a session that goes on tell of no end', () => {
    const { closedAt: _, ...goingOn } = conference
    const events = afternoon()
    const before = compiled(factsOf(events))
    const now = compiled({ ...factsOf(events), conference: { ...goingOn, state: 'in-session' } })
    expect(now).toEqual(before.filter(({ kind }) => kind !== 'end'))
  })

  it('are the same for the same facts, whatever else is in the log', () => {
    const events = afternoon()
    const noise = fc.array(fc.tuple(fc.string(), fc.nat({ max: events.length })), { maxLength: 8 })
    const before = compiled(factsOf(events))
    fc.assert(
      fc.property(noise, (extra) => {
        const mixed = [...events]
        for (const [name, at] of extra) mixed.splice(at, 0, event(`noise.${name}`, '08:30', { name }))
        expect(compiled(factsOf(mixed))).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
})
