// Texts of minutes to print, of any size: the ministry's conference with its points, a nation's, and past ones.
import type { MinutesText2 } from '#functions/minutes/text.schema.ts'
import {
  at,
  conference,
  contributions,
  day,
  delegationOf,
  host,
  ninhBinh,
  sites,
} from '#infra/local/afternoon/facts.data.ts'

const hash = (seed: number) => seed.toString(16).padStart(64, '0')
const chair = 'Trung tướng Lê Quốc Hùng, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an'

const nameOf = ({ rank, name, position }: { rank?: string; name?: string; position?: string }): string =>
  [[rank, name].filter(Boolean).join(' '), position].filter(Boolean).join(', ')

const marks = ['present', 'present', 'present', 'online', 'absent', 'substituted', undefined] as const

const delegate = (
  point: number,
  place: number,
  name: string,
): MinutesText2['attendance'][number]['delegates'][number] => {
  const mark = point === 0 ? 'present' : marks[(point * 3 + place) % marks.length]
  return {
    id: `dlg_${point}-${place}`,
    name,
    ...(mark ? { mark } : {}),
    ...(mark === 'absent' ? { reason: 'Đi công tác đột xuất' } : {}),
    ...(mark === 'substituted' ? { substitute: 'Thượng tá Nguyễn Văn Hữu, Phó Trưởng phòng' } : {}),
  }
}

type Delegation = MinutesText2['attendance'][number]

const pointOf = (
  index: number,
  unitId: string,
  names: string[],
  more: Partial<Delegation> = {},
): Delegation => ({
  id: `bpt_${index}`,
  unitId,
  kind: 'site',
  provinceId: unitId,
  expected: names.length,
  heads: names.length + 2,
  delegates: names.map((name, place) => delegate(index, place, name)),
  stays: [{ from: at('13:40'), to: at('16:32') }],
  faults:
    index % 9 === 4
      ? [{ kind: 'sound', from: at('14:20'), to: at('14:23'), note: 'đã đổi micrô dự phòng' }]
      : [],
  events: [`evt_${index}`],
  ...more,
})

const block = (id: string, kind: MinutesText2['blocks'][number]['kind'], text: string) => ({
  id: `blk_${id}`,
  kind,
  text,
  sentences: [{ text, events: [`evt_${id}`], evidence: [] }],
})

const agenda = [
  'Nội dung chương trình:',
  ...conference.agenda.map(({ title }, index) => `${index + 1}. ${title}.`),
]

const blocksOf = (points: number): MinutesText2['blocks'] => [
  block('start', 'start', 'Thời gian bắt đầu: 14 giờ 02, ngày 23 tháng 11 năm 2022.'),
  block('venue', 'venue', `Địa điểm: ${conference.venue}; hình thức trực tuyến, kết nối ${points} điểm cầu.`),
  block(
    'participants',
    'participants',
    `Thành phần tham dự: ${points}/${points} điểm cầu đã điểm danh (danh sách tại Phụ lục I).`,
  ),
  block('chair', 'chair', `Chủ trì: ${chair}.`),
  block('secretary', 'secretary', 'Thư ký: Đại tá Trần Thị Thu Hường, Phó Chánh Văn phòng Bộ Công an.'),
  block('agenda', 'agenda', agenda.join('\n')),
  ...contributions
    .slice(0, 4)
    .map(({ province }, index) =>
      block(
        `turn-${index}`,
        'turn',
        `Từ 15 giờ ${String(index * 9).padStart(2, '0')} đến 15 giờ ${String(index * 9 + 8).padStart(2, '0')}: Phó Giám đốc ${unitName(province)} trình bày tham luận “Kinh nghiệm xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc ở cơ sở”, thời lượng 8 phút.`,
      ),
    ),
  block(
    'conclusion',
    'conclusion',
    'Kết luận Hội nghị, đồng chí Thứ trưởng giao Công an các đơn vị, địa phương tiếp tục nâng cao chất lượng Ngày hội Toàn dân bảo vệ an ninh Tổ quốc; gắn việc thực hiện tiêu chí an ninh, trật tự với xây dựng nông thôn mới nâng cao, nông thôn mới kiểu mẫu; hoàn thành việc xây dựng thí điểm Công an phường điển hình, kiểu mẫu trước ngày 30 tháng 6 năm 2023.',
  ),
  block('end', 'end', 'Hội nghị kết thúc vào 16 giờ 32, ngày 23 tháng 11 năm 2022.'),
]

const unitName = (province: string): string =>
  sites.find(({ unitId }) => unitId === `unt_ca-${province}`)?.name ?? province

const fates = { live: 'delivered', written: 'taken-as-written', declined: 'declined' } as const

const papers: MinutesText2['contributions'] = contributions.map(({ province, how }, index) => ({
  id: `ctb_${index}`,
  title: `Tham luận của ${unitName(province)} về phong trào Toàn dân bảo vệ an ninh Tổ quốc`,
  unitId: `unt_ca-${province}`,
  author: `Phó Giám đốc ${unitName(province)}`,
  state: fates[how],
  late: index === 6,
  sha256: hash(index + 100),
}))

const turns: MinutesText2['turns'] = papers.slice(0, 4).map(({ id, unitId, author }, index) => ({
  unitId,
  speaker: author,
  startedAt: at(`15:${String(index * 9).padStart(2, '0')}`),
  endedAt: at(`15:${String(index * 9 + 8).padStart(2, '0')}`),
  seconds: 480,
  contributionId: id,
  outcome: 'done',
  events: [`evt_t${index}`],
}))

const outcomes: MinutesText2['outcomes'] = {
  directives: [
    {
      id: 'dir_1',
      text: 'Hoàn thành xây dựng thí điểm “Công an phường điển hình, kiểu mẫu về an ninh, trật tự và văn minh đô thị” tại 5 phường',
      flags: [],
      event: 'evt_d1',
      owners: ['Công an các tỉnh, thành phố trực thuộc Trung ương'],
      dueOn: '2023-06-30',
      citations: ['cit_1'],
    },
    {
      id: 'dir_2',
      text: 'Nhân rộng mô hình tự quản về an ninh, trật tự',
      flags: ['due-date-missing'],
      event: 'evt_d2',
      owners: [ninhBinh],
      citations: [],
    },
  ],
  commendations: [],
  figures: [
    {
      id: 'fig_1',
      text: '2.932 lãnh đạo cấp ủy, chính quyền dự Ngày hội năm 2022',
      flags: [],
      source: 'Báo cáo tổng kết',
      event: 'evt_f1',
    },
    { id: 'fig_2', text: '5.813 điểm tổ chức Ngày hội', flags: ['period-missing'], event: 'evt_f2' },
  ],
  citations: [
    {
      id: 'cit_1',
      text: 'Nghị quyết số 12 ngày 16/3/2022 của Bộ Chính trị',
      flags: ['symbol-missing'],
      event: 'evt_c1',
    },
  ],
}

const units = [{ id: host, name: 'Bộ Công an' }, ...sites.map(({ unitId, name }) => ({ id: unitId, name }))]

const textOf = (attendance: Delegation[], more: Partial<MinutesText2> = {}): MinutesText2 => ({
  format: 'diemcau-minutes/2',
  kind: 'conference',
  id: 'min_01GJHFA2R00000000000000000',
  number: { unitId: host, year: 2022, number: 1, text: '01/BB-BCA' },
  conference: {
    id: 'cnf_01GJHFA2R00000000000000000',
    title: conference.title,
    hostUnitId: host,
    classification: 'internal',
    startsAt: at('14:00'),
    startedAt: at('14:02'),
    closedAt: at('16:32'),
  },
  missing: [],
  sources: [],
  units,
  chairs: [chair],
  secretaries: ['Đại tá Trần Thị Thu Hường, Phó Chánh Văn phòng Bộ Công an'],
  persons: [],
  blocks: blocksOf(attendance.length),
  attendance,
  contributions: papers,
  turns,
  outcomes,
  disagreements: [],
  horizon: { until: at('16:42'), count: 1, digest: hash(1), contents: hash(2) },
  events: [],
  ...more,
})

/** The conference of 23/11/2022 with its 63 points. @param each delegates a point; else as the reports have them */
export const afternoonText = (each?: number): MinutesText2 =>
  textOf(
    sites.map((site, index) => {
      const three = delegationOf(site, 'prs_1').map(nameOf)
      const names = each
        ? Array.from(
            { length: each },
            (_, place) => `Thiếu tá Nguyễn Văn Bảy ${place + 1}, cán bộ ${site.name}`,
          )
        : three
      return pointOf(index, site.unitId, names)
    }),
  )

/** A nation: so many communes over the provinces, so many delegates each. */
export const nationText = (points: number, each: number): MinutesText2 => {
  const communes = Array.from({ length: points }, (_, index) => {
    const site = sites[index % sites.length]
    return {
      id: `unt_xa-${index}`,
      name: `Công an xã Bảo Vệ ${index + 1}, ${site?.name}`,
      province: site?.unitId ?? host,
    }
  })
  const attendance = communes.map(({ id, province, name }, index) => {
    const names = Array.from(
      { length: each },
      (_, place) => `Đại úy Phạm Thị Mười ${place + 1}, cán bộ ${name}`,
    )
    return pointOf(index, id, names, { provinceId: province })
  })
  return textOf(attendance, { units: [...units, ...communes.map(({ id, name }) => ({ id, name }))] })
}

/** In person, without points. */
export const inPersonText = (): MinutesText2 =>
  textOf([], {
    blocks: blocksOf(0).filter(({ kind }) => kind !== 'participants'),
    contributions: [],
    turns: [],
    outcomes: { directives: [], commendations: [], figures: [], citations: [] },
    chairs: [
      'Đồng chí Trần Đức Quý, Phó Chủ tịch UBND tỉnh Hà Giang',
      'Đại tá Phan Huy Ngọc, Giám đốc Công an tỉnh Hà Giang',
    ],
  })

/** Entered from a report that gives neither number nor title nor date. */
export const pastText = (): MinutesText2 => {
  const { number: _, ...text } = inPersonText()
  return {
    ...text,
    kind: 'historical',
    conference: {
      ...text.conference,
      title: [],
      startsAt: '0001-01-01T00:00:00.000Z',
      startedAt: undefined,
      closedAt: undefined,
    },
    heldOn: { precision: 'unknown' },
    missing: ['title', 'date'],
    sources: [
      {
        id: 'src_1',
        title: 'Tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc',
        publisher: 'Cổng thông tin điện tử',
        publishedOn: '2017-03-08',
        url: 'https://portal.example/tong-ket-phong-trao-toan-dan-bao-ve-an-ninh-to-quoc',
        sha256: hash(7),
      },
    ],
    units: [{ id: host, name: 'Ủy ban nhân dân tỉnh Vĩnh Phúc' }],
    blocks: text.blocks.filter(({ kind }) => kind === 'conclusion'),
    secretaries: ['Lưu trữ viên Bùi Thị Hạnh'],
    outcomes: {
      ...text.outcomes,
      commendations: [
        {
          id: 'cmd_1',
          text: '11 tập thể, 12 cá nhân được khen thưởng',
          flags: ['not-split', 'award-missing'],
          source: 'Bản tin',
          event: 'evt_1',
        },
      ],
    },
  }
}

/** Both have signed. */
export const signatures = (digest = hash(9)) => {
  const statement = (
    act: 'minutes.signed-by-secretary' | 'minutes.signed-by-chair',
    name: string,
    when: string,
  ) => ({
    kid: `key_${hash(3).slice(32)}`,
    signature: 'c2lnbmF0dXJl',
    statement: {
      act,
      at: when,
      auth_time: 0,
      digest,
      horizon: { until: at('16:42'), count: 1, digest: hash(1), contents: hash(2) },
      kid: 'key_1',
      name,
      office: '',
      sub: name,
    },
  })
  return {
    digest,
    fingerprints: new Map([[`key_${hash(3).slice(32)}`, hash(3)]]),
    attestations: [
      statement('minutes.signed-by-secretary', 'Đại tá Trần Thị Thu Hường', `${day}T10:05:00.000Z`),
      statement('minutes.signed-by-chair', 'Trung tướng Lê Quốc Hùng', `${day}T10:20:00.000Z`),
    ],
  }
}
