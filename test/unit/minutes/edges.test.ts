// What a clerk would send back: sentences of the rarer afternoons.
import { describe, expect, it } from 'vitest'
import type { Facts, Told } from '#functions/minutes/facts.rules.ts'
import { conference, event, factsOf, textOf } from '#test/support/minutes-facts.ts'

const idOf = (at: number) => `bpt_ca-${at}`
const unitOf = (at: number) => `unt_ca-${at}`
const site = (at: number, more = {}) => ({ id: idOf(at), unitId: unitOf(at), kind: 'site', ...more })
const points = (...list: object[]) => event('points.added', '06:00', { points: list })
const delegates = (point: string, ...names: string[]) =>
  event(
    'delegates.added',
    '06:10',
    { delegates: names.map((display, at) => ({ id: `dlg_${point}-${at}`, display })) },
    { point },
  )
const joined = (at: number, time: string) =>
  event('link.joined', time, { session: `s${at}` }, { point: idOf(at) })
const started = () => event('conference.started', '07:05', { startedAt: conference.startedAt })
const marked = (point: string, time: string, standing: string, ...marks: [number, string][]) =>
  event(
    'roll-call.taken',
    time,
    {
      source: 'operator',
      standing,
      marks: marks.map(([at, mark]) => ({ delegateId: `dlg_${point}-${at}`, mark })),
    },
    { point },
  )

const participants = (events: Told[], more: Partial<Facts> = {}) =>
  textOf({ ...factsOf(events), ...more }, 'participants')[0]?.split('\n')

describe('who took part', () => {
  it('is the centre’s people by precedence, those by position only last, whoever stayed away left out', () => {
    const centre = 'bpt_bo-cong-an'
    const people = [
      'Đại diện lãnh đạo các bộ, ngành Trung ương',
      'Nguyễn Lam, Phó Trưởng Ban Dân vận Trung ương',
      'Trung tướng Lê Quốc Hùng, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an',
      'Đại tá Trần Văn A',
    ]
    const all: [number, string][] = [0, 1, 2].map((at) => [at, 'present'])
    const events = [
      points({ id: centre, unitId: 'Bộ Công an', kind: 'central' }),
      delegates(centre, ...people),
      started(),
      marked(centre, '07:06', 'attendance', ...all, [3, 'absent']),
    ]
    expect(participants(events)).toEqual([
      'Thành phần tham dự:',
      '- Tại điểm cầu trung tâm (Bộ Công an): đồng chí Trung tướng Lê Quốc Hùng, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an; đồng chí Nguyễn Lam, Phó Trưởng Ban Dân vận Trung ương; đại diện lãnh đạo các bộ, ngành Trung ương.',
      '- Tổng số: triệu tập 4 đại biểu, trong đó có mặt 3, vắng mặt 1 (danh sách tại Phụ lục I).',
    ])
    expect(textOf(factsOf(events), 'chair')).toEqual([
      'Chủ trì: Đồng chí Trung tướng Lê Quốc Hùng, Thứ trưởng Bộ Công an.',
    ])
  })

  it('is to be filled in by the secretary where nobody was listed', () => {
    const inPerson = factsOf([started()], { form: 'in-person' })
    expect(textOf(inPerson, 'participants')).toEqual(['Thành phần tham dự: …'])
    expect(textOf(inPerson, 'venue')).toEqual(['Địa điểm: Hội trường Bộ Công an.\nHình thức: trực tiếp.'])
  })

  it('is no figure where nobody was marked', () => {
    const events = [points(site(1, { expected: 3 })), delegates(idOf(1), 'A'), started(), joined(1, '07:00')]
    expect(participants(events)?.at(-1)).toBe(
      '- Tổng số: triệu tập 3 đại biểu, không có số liệu điểm danh (danh sách tại Phụ lục I).',
    )
  })

  it('counts to nobody in words', () => {
    const events = [points(site(1), site(2)), delegates(idOf(1), 'A'), started()]
    const call = marked(idOf(1), '07:06', 'attendance', [0, 'absent'])
    expect(participants([...events, call])?.slice(1)).toEqual([
      '- Tại các điểm cầu: không điểm cầu nào trong tổng số 2 điểm cầu kết nối.',
      '- Tổng số: triệu tập 1 đại biểu, không có đại biểu nào có mặt, vắng mặt 1; 1 trên 2 điểm cầu đã điểm danh (danh sách tại Phụ lục I).',
    ])
  })

  it('names the points that came late, not at all, or were given in the session', () => {
    const events = [
      points(site(1), site(2), site(3, { late: true })),
      started(),
      joined(1, '07:20'),
      joined(3, '07:06'),
    ]
    expect(participants(events)?.[1]).toBe(
      '- Tại các điểm cầu: 2 trên tổng số 3 điểm cầu đã kết nối. Trong đó có 1 điểm cầu không kết nối: unt_ca-2; ' +
        '1 điểm cầu kết nối muộn: unt_ca-1 (từ 14 giờ 20); 1 điểm cầu được bổ sung trong Hội nghị: unt_ca-3 (chi tiết tại Phụ lục II).',
    )
  })

  it('has who was marked after the close, and forgets what was only rehearsed', () => {
    const call = (standing: string, time: string, mark: string) => marked(idOf(1), time, standing, [0, mark])
    const rehearsed = [
      points(site(1)),
      delegates(idOf(1), 'A'),
      call('rehearsal', '06:30', 'absent'),
      started(),
    ]
    expect(factsOf(rehearsed).attendance[0]?.delegates).toEqual([{ id: `dlg_${idOf(1)}-0`, name: 'A' }])
    const late = [...rehearsed, event('conference.closed', '09:30'), call('late', '09:35', 'present')]
    expect(factsOf(late).attendance[0]?.delegates[0]).toMatchObject({ mark: 'present', late: true })
  })
})

describe('who leads', () => {
  it('are co-chairs where there are two, each in full', () => {
    const chairs = [
      { name: 'Trần Đức Quý, Phó Chủ tịch UBND tỉnh Hà Giang' },
      { name: 'Đại tá Phan Huy Ngọc, Giám đốc Công an tỉnh Hà Giang' },
    ]
    expect(textOf({ ...factsOf([started()]), chairs }, 'chair')).toEqual([
      'Đồng chủ trì: Đồng chí Trần Đức Quý, Phó Chủ tịch UBND tỉnh Hà Giang; đồng chí Đại tá Phan Huy Ngọc, Giám đốc Công an tỉnh Hà Giang.',
    ])
  })

  it.each([
    ['Đại tá Bùi Ngọc Phi', 'Chủ trì: Đồng chí Đại tá Bùi Ngọc Phi.'],
    ['Nguyễn Trì', 'Chủ trì: Đồng chí Nguyễn Trì.'],
    ['Phó Giám đốc Công an tỉnh Hà Tĩnh', 'Chủ trì: Phó Giám đốc Công an tỉnh Hà Tĩnh.'],
    ['Lãnh đạo Phòng Tham mưu', 'Chủ trì: Lãnh đạo Phòng Tham mưu.'],
  ])('may be known in part: %s', (name, text) => {
    expect(textOf({ ...factsOf([started()]), chairs: [{ name }] }, 'chair')).toEqual([text])
  })
})

describe('the agenda', () => {
  const agenda = [
    { id: 'agd_a', kind: 'opening' as const, title: 'Khai mạc' },
    { id: 'agd_b', kind: 'report' as const, title: 'Báo cáo', presenter: 'Đại tá Bùi Ngọc Phi' },
    { id: 'agd_c', kind: 'other' as const, title: 'Xem phim', dropped: 'hết giờ' },
    { id: 'agd_d', kind: 'discussion' as const, title: 'Thảo luận' },
    { id: 'agd_e', kind: 'conclusion' as const, title: 'Kết luận' },
  ]
  const begin = (item: string, at: string) => event('agenda.item-started', at, {}, { subject: item })

  it('is told as it was taken, what was dropped or never begun with the reason, the conclusion last', () => {
    const events = [
      started(),
      begin('agd_a', '07:05'),
      begin('agd_b', '07:10'),
      event('agenda.item-ended', '07:40', {}, { subject: 'agd_b' }),
      begin('agd_a', '08:00'),
      begin('agd_e', '09:00'),
      event('contribution.submitted', '09:20', { title: 'T', unitId: 'U', author: 'A' }, { subject: 'c' }),
    ]
    const facts = factsOf(events, { agenda })
    expect(textOf(facts, 'agenda')).toEqual([
      'Nội dung (theo diễn biến Hội nghị):\nCác nội dung theo chương trình không được ghi nhận thời gian thực hiện:\n1. Thảo luận.\nNội dung “Xem phim” không thực hiện; lý do: hết giờ.',
    ])
    expect(textOf(facts, 'item')).toEqual([
      'Từ 14 giờ 05 đến 14 giờ 10, Hội nghị tiến hành nội dung “Khai mạc”.',
      'Từ 14 giờ 10 đến 14 giờ 40, Hội nghị nghe đồng chí Đại tá Bùi Ngọc Phi trình bày “Báo cáo”.',
      'Từ 15 giờ 00 đến 16 giờ 00, Hội nghị tiếp tục tiến hành nội dung “Khai mạc”.',
      'Từ 16 giờ 00 đến 16 giờ 30, Hội nghị tiến hành nội dung “Kết luận”.',
    ])
  })
})

describe('a session that goes on', () => {
  const agenda = ['a', 'b', 'c', 'd'].map((id) => ({ id: `agd_${id}`, kind: 'other' as const, title: id }))
  const begin = (item: string, at: string) => event('agenda.item-started', at, {}, { subject: item })
  const facts = (...events: Told[]) => factsOf([started(), ...events], { agenda, closedAt: undefined })

  it('says of what is still to come that it is, and nothing yet of what was passed', () => {
    expect(textOf(facts(begin('agd_b', '07:10')), 'agenda')).toEqual([
      'Nội dung (theo diễn biến Hội nghị):\nCác nội dung tiếp theo của chương trình, chưa tiến hành:\n1. c.\n2. d.',
    ])
    expect(textOf(facts(begin('agd_d', '07:10')), 'agenda')).toEqual(['Nội dung (theo diễn biến Hội nghị):'])
  })
})

describe('reasons and turns', () => {
  it('have one full stop, however they were typed', () => {
    const agenda = [{ id: 'agd_a', kind: 'other' as const, title: 'Xem phim', dropped: 'Hết giờ.' }]
    const facts = factsOf(
      [
        started(),
        event('conference.reopened', '08:00', { from: 'closed', reason: 'Bấm nhầm. ' }),
        event('floor.skipped', '08:10', { unitId: 'U', speaker: 'Đại diện A', reason: 'Vắng.' }),
      ],
      { agenda },
    )
    expect(textOf(facts, 'agenda')[0]).toMatch(/; lý do: hết giờ\.$/)
    expect(textOf(facts, 'turn')).toEqual([
      'Lúc 15 giờ 00, Hội nghị được mở lại sau khi kết thúc nhầm; lý do: bấm nhầm.',
      'Lúc 15 giờ 10, đại diện A (U) đăng ký phát biểu nhưng không phát biểu; lý do: vắng.',
    ])
  })

  it('of many of which none was taken is no zero', () => {
    const said = (at: number) => ({
      unitId: `U${at}`,
      speaker: 'A',
      startedAt: `2022-11-23T07:${10 + at}:00.000Z`,
    })
    const asked = (at: number, name: string, item: string) =>
      event(name, '07:40', { ...said(at), agendaItem: item }, { subject: `flr_${at}` })
    const heard = Array.from({ length: 20 }, (_, at) => asked(at, 'floor.yielded', 'agd_a'))
    const skipped = [21, 22].map((at) =>
      event(
        'floor.skipped',
        '08:00',
        { unitId: `U${at}`, speaker: 'A', agendaItem: 'agd_b' },
        { subject: `flr_${at}` },
      ),
    )
    const turns = textOf(factsOf([started(), ...heard, ...skipped]), 'turn')
    expect(turns[0]).toMatch(/^Có 20 lượt phát biểu của 20 đơn vị/)
    expect(turns[1]).toBe(
      'Có 2 lượt đăng ký phát biểu của 2 đơn vị nhưng không phát biểu (danh sách tại Phụ lục I).',
    )
  })

  it('of an item begun only before a start that was undone: it was not taken', () => {
    const agenda = [{ id: 'agd_a', kind: 'other' as const, title: 'Khai mạc' }]
    const events = [event('agenda.item-started', '07:00', {}, { subject: 'agd_a' }), started()]
    const facts = factsOf(events, { agenda })
    expect([textOf(facts, 'item'), textOf(facts, 'agenda')[0]]).toEqual([
      [],
      'Nội dung (theo diễn biến Hội nghị):\nChương trình Hội nghị gồm các nội dung sau:\n1. Khai mạc.',
    ])
  })
})

describe('what it brought about', () => {
  const entered = (kind: string, id: string, data: object, at = '09:00', act = 'recorded') =>
    event(`${kind}.${act}`, at, { kind, ...data }, { subject: `${kind.slice(0, 3)}_${id.repeat(26)}` })
  const citation = {
    parts: { type: 'Kết luận', number: '44', symbol: 'KL/TW', date: '2019-01-22', issuer: 'Ban Bí thư' },
  }
  const directive = (text: string, more = {}) => ({
    text,
    saidBy: 'Trung tướng Lê Quốc Hùng, Thứ trưởng Bộ Công an',
    ownerUnitIds: [],
    citationIds: [`cit_${'1'.repeat(26)}`],
    ...more,
  })

  it('is cited in full first and short after, with owners, deadline, source and period', () => {
    const events = [
      started(),
      entered('citation', '1', citation),
      entered(
        'directive',
        '1',
        directive('Khắc phục tồn tại.', { ownerUnitIds: ['unt_ca-ninh-binh'], dueOn: '2023-01-05' }),
      ),
      entered('directive', '2', directive('Tiếp tục thực hiện')),
      entered('figure', '1', {
        said: '5.813 điểm',
        quantity: { kind: 'number', value: 5813 },
        unit: 'điểm',
        subject: 'Số điểm tổ chức',
        period: 'năm 2022',
        source: 'Báo cáo tổng kết',
      }),
      entered('commendation', '1', {
        awards: ['certificate'],
        authorities: ['Bộ Công an'],
        collectives: 12,
        individuals: 0,
        recipients: [],
      }),
      entered('figure', '2', { said: '1', subject: 'Nhầm' }),
      entered('figure', '2', { said: '1', subject: 'Nhầm', withdrawn: {} }, '09:10', 'withdrawn'),
    ]
    const facts = factsOf(events)
    expect(textOf(facts, 'directive')).toEqual([
      'Đồng chí Lê Quốc Hùng yêu cầu:\n' +
        '- Khắc phục tồn tại (đơn vị thực hiện: Công an tỉnh Ninh Bình; thời hạn hoàn thành: ngày 05 tháng 01 năm 2023; căn cứ: Kết luận 44-KL/TW ngày 22/01/2019 của Ban Bí thư).\n' +
        '- Tiếp tục thực hiện (căn cứ: Kết luận 44-KL/TW).',
    ])
    expect(textOf(facts, 'figure')).toEqual([
      'Theo báo cáo tổng kết, số điểm tổ chức (năm 2022) là 5.813 điểm.',
    ])
    expect(textOf(facts, 'commendation')).toEqual([
      'Tại Hội nghị, việc khen thưởng được công bố như sau:\n- 12 tập thể được nhận Bằng khen của Bộ Công an.',
    ])
    expect(textOf(facts, 'citation')).toEqual([])
  })
})
