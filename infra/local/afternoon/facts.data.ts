// The Ministry's online conference of the afternoon of 23/11/2022, as the public reports tell it. Whoever they do not
// name is entered by position; nobody is invented.
import { provincialPoliceOn } from '#functions/directory/units.data.ts'

export const day = '2022-11-23'

/** An instant of that afternoon by its wall clock, `at('14:00')`. */
export const at = (time: string): string =>
  new Date(`${day}T${time}${time.length === 5 ? ':00' : ''}+07:00`).toISOString()

export const host = 'unt_bo-cong-an'
export const ninhBinh = 'unt_ca-ninh-binh'

/** The 63 provincial police of that day, with the operator's account of each. */
export const sites = provincialPoliceOn(day).map(({ id, names }) => ({
  unitId: id,
  pointId: id.replace('unt_', 'bpt_'),
  operator: id === ninhBinh ? 'ninhbinh' : id.replace('unt_ca-', ''),
  name: names.find(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day))?.name ?? id,
}))

/** Whom the points telephone; the reports tell no number, so these are nobody's. */
export const centreContacts = [
  {
    post: 'Phòng kỹ thuật trung tâm',
    role: 'technical',
    phones: ['024 3942 0000 máy lẻ 12', '0912 345 678'],
  },
]

export const conference = {
  title: [
    'Tổng kết công tác tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2022',
    'Triển khai Kế hoạch thực hiện Chương trình nâng cao chất lượng, hiệu quả thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới giai đoạn 2021-2025',
    'Xây dựng thí điểm “Công an phường điển hình, kiểu mẫu về an ninh, trật tự và văn minh đô thị”',
  ],
  hostUnitId: host,
  level: 'ministry',
  form: 'online',
  classification: 'internal',
  venue: 'Điểm cầu trung tâm, trụ sở Bộ Công an, Hà Nội',
  startsAt: at('14:00'),
  endsAt: at('16:30'),
  contributionsDueAt: at('13:30'),
  agenda: [
    {
      id: 'agd_khai-mac',
      kind: 'opening',
      title: 'Khai mạc, giới thiệu đại biểu',
      plannedAt: at('14:00'),
      minutes: 10,
    },
    {
      id: 'agd_bao-cao',
      kind: 'report',
      title: 'Báo cáo tóm tắt kết quả tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2022',
      plannedAt: at('14:10'),
      minutes: 25,
    },
    {
      id: 'agd_ke-hoach',
      kind: 'plan',
      title:
        'Kế hoạch thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới và xây dựng thí điểm “Công an phường điển hình, kiểu mẫu”',
      plannedAt: at('14:35'),
      minutes: 25,
    },
    {
      id: 'agd_tham-luan',
      kind: 'contributions',
      title: 'Tham luận của một số đơn vị, địa phương tại các điểm cầu',
      plannedAt: at('15:00'),
      minutes: 60,
    },
    {
      id: 'agd_ket-luan',
      kind: 'conclusion',
      title: 'Phát biểu kết luận Hội nghị',
      plannedAt: at('16:00'),
      minutes: 30,
    },
  ],
}

/** Who chaired, with the titles the report gives. */
export const chairPerson = {
  rank: 'Trung tướng',
  name: 'Lê Quốc Hùng',
  partyTitle: 'Ủy viên Trung ương Đảng',
  stateTitle: 'Thứ trưởng Bộ Công an',
}

export const centreDelegation = [
  {
    rank: 'Trung tướng',
    name: 'Lê Quốc Hùng',
    partyTitle: 'Ủy viên Trung ương Đảng',
    position: 'Thứ trưởng Bộ Công an',
  },
  { name: 'Nguyễn Lam', position: 'Phó Trưởng Ban Dân vận Trung ương' },
  { position: 'Đại diện lãnh đạo các bộ, ngành Trung ương' },
]

/** Who led Ninh Bình's delegation, and has an account of their own. */
export const delegatePerson = {
  rank: 'Đại tá',
  name: 'Đinh Trọng Soạn',
  stateTitle: 'Phó Giám đốc Công an tỉnh Ninh Bình',
}

/** Ninh Bình's delegation in full, as reported. */
const ninhBinhDelegation = [
  { rank: delegatePerson.rank, name: delegatePerson.name, position: delegatePerson.stateTitle },
  {
    position:
      'Thành viên Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc tỉnh Ninh Bình',
  },
  { position: 'Đại diện lãnh đạo các đơn vị Công an tỉnh Ninh Bình' },
]

/**
 * Any other point's delegation: the report names nobody there, so their positions stand.
 * @param leader the directory's id of who led Ninh Bình's
 */
export const delegationOf = ({ unitId, name }: { unitId: string; name: string }, leader: string) =>
  unitId === ninhBinh
    ? ninhBinhDelegation.map((one, at) => (at === 0 ? { ...one, personId: leader } : one))
    : [
        { position: `Phó Giám đốc ${name}` },
        { position: `Lãnh đạo Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc, ${name}` },
        { position: `Lãnh đạo Phòng Tham mưu, ${name}` },
      ]

/**
 * The points whose contributions the demonstration plays: the report says only that several points spoke. Of eight
 * submitted four are heard, three taken as written and one declined.
 */
export const contributions = [
  { province: 'thanh-hoa', how: 'live' },
  { province: 'quang-ninh', how: 'live' },
  { province: 'da-nang', how: 'live' },
  { province: 'ninh-binh', how: 'live' },
  { province: 'nghe-an', how: 'written' },
  { province: 'can-tho', how: 'written' },
  { province: 'lao-cai', how: 'written' },
  { province: 'ca-mau', how: 'declined' },
] as const

/** What does not go as planned that afternoon: played, not reported. */
export const mishaps = {
  /** Its link is lost for two minutes while others speak. */
  dropped: 'bpt_ca-nghe-an',
  /** One of its delegates stays away, with a reason. */
  absent: { pointId: 'bpt_ca-son-la', reason: 'Trực chỉ huy, xử lý vụ việc đột xuất tại địa bàn' },
  /** One of its delegates sends another. */
  substituted: {
    pointId: 'bpt_ca-cao-bang',
    substitute: { position: 'Phó Trưởng phòng Tham mưu Công an tỉnh Cao Bằng' },
  },
  /** Two in the room, three marked present: to be settled. */
  miscounted: {
    pointId: 'bpt_ca-ha-giang',
    heads: 2,
    reason: 'Điện thoại xác nhận đủ 3 đại biểu, đếm thiếu 1 người',
  },
  /** It raises a point of order between two speeches. */
  orderly: 'bpt_ca-ha-tinh',
} as const

/** What was read and concluded, in our words, with the report's facts and figures; the chair is named in full before. */
export const wording = {
  report:
    'Theo báo cáo, dự Ngày hội tại cơ sở có 3 đồng chí Ủy viên Bộ Chính trị, 3 đồng chí Ủy viên Ban Bí thư, 25 đồng chí Ủy viên Trung ương Đảng thuộc các ban, bộ, ngành Trung ương, 15 đồng chí Ủy viên Trung ương Đảng là Bí thư Tỉnh ủy, Thành ủy, 313 đồng chí trong Ban Thường vụ Tỉnh ủy, Thành ủy và 2.932 đồng chí trong Ban Thường vụ cấp huyện.',
  plan: 'Việc thí điểm “Công an phường điển hình, kiểu mẫu về an ninh, trật tự và văn minh đô thị” được thực hiện tại 5 phường của 5 thành phố trực thuộc Trung ương.',
  conclusion:
    'Đồng chí Lê Quốc Hùng phát biểu kết luận: ghi nhận, đánh giá cao các ý kiến tham luận, thống nhất với các báo cáo trình bày tại Hội nghị; khẳng định kết quả Ngày hội năm 2022 và kết quả hơn 10 năm thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới.',
}

export const contributionOf = (name: string) => ({
  title: `Tham luận của ${name} về tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc”`,
  text: `Toàn văn tham luận của ${name}: kết quả tổ chức Ngày hội tại địa phương, bài học kinh nghiệm và kiến nghị. (Bản trình bày minh họa: các bài viết về Hội nghị không đăng toàn văn tham luận.)`,
})
