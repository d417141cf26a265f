// The units every home begins with: the Ministry, its Office, and provincial police over time (63, then 34).
import { fold } from '#functions/shared/text.ts'
import { committees } from './committees.data.ts'

/** A name and the civil days it was borne, both included; no `validTo` means it still is. */
type NameSpell = { name: string; shortName: string; validFrom: string; validTo?: string }

/** The unit that carried on, or was taken in, and the civil day it took effect. */
type Succession = { unit: string; on: string }

export type UnitSeed = {
  id: string
  type: 'ministry' | 'office' | 'provincial-police' | 'committee'
  parent: string | null
  /** Where invitations go; `.example` is reserved and reaches nobody. */
  email: string
  names: NameSpell[]
  /** Civil days, both included; no `validTo` means the unit stands. */
  validFrom: string
  validTo?: string
  predecessors: Succession[]
  successors: Succession[]
}

/** The map of 63 provinces begins when Hà Nội took in Hà Tây; the register knows nothing earlier. */
const begin = '2008-08-01'
const mergedOn = '2025-07-01'
const lastDayBefore = '2025-06-30'

/** Provinces that stand today, each with those it took in on 2025-07-01 (Nghị quyết 202/2025/QH15). */
const merges: Record<string, string[]> = {
  'An Giang': ['Kiên Giang'],
  'Bắc Ninh': ['Bắc Giang'],
  'Cà Mau': ['Bạc Liêu'],
  'Cao Bằng': [],
  'Cần Thơ': ['Sóc Trăng', 'Hậu Giang'],
  'Đà Nẵng': ['Quảng Nam'],
  'Đắk Lắk': ['Phú Yên'],
  'Điện Biên': [],
  'Đồng Nai': ['Bình Phước'],
  'Đồng Tháp': ['Tiền Giang'],
  'Gia Lai': ['Bình Định'],
  'Hà Nội': [],
  'Hà Tĩnh': [],
  'Hải Phòng': ['Hải Dương'],
  'Hồ Chí Minh': ['Bình Dương', 'Bà Rịa - Vũng Tàu'],
  Huế: [],
  'Hưng Yên': ['Thái Bình'],
  'Khánh Hòa': ['Ninh Thuận'],
  'Lai Châu': [],
  'Lạng Sơn': [],
  'Lào Cai': ['Yên Bái'],
  'Lâm Đồng': ['Đắk Nông', 'Bình Thuận'],
  'Nghệ An': [],
  'Ninh Bình': ['Hà Nam', 'Nam Định'],
  'Phú Thọ': ['Vĩnh Phúc', 'Hòa Bình'],
  'Quảng Ngãi': ['Kon Tum'],
  'Quảng Ninh': [],
  'Quảng Trị': ['Quảng Bình'],
  'Sơn La': [],
  'Tây Ninh': ['Long An'],
  'Thái Nguyên': ['Bắc Kạn'],
  'Thanh Hóa': [],
  'Tuyên Quang': ['Hà Giang'],
  'Vĩnh Long': ['Bến Tre', 'Trà Vinh'],
}

const cities = new Set(['Cần Thơ', 'Đà Nẵng', 'Hà Nội', 'Hải Phòng'])

/** `ninh-binh`: the province without diacritics, as ids and the operators' usernames spell it. */
const slugOf = (province: string) => fold(province).replace(/[^a-z]+/g, '-')
const idOf = (province: string) => `unt_ca-${slugOf(province)}`

const namesOf = (province: string, end?: string): NameSpell[] => {
  if (province === 'Huế')
    return [
      {
        name: 'Công an tỉnh Thừa Thiên Huế',
        shortName: 'Thừa Thiên Huế',
        validFrom: begin,
        validTo: '2024-12-31',
      },
      { name: 'Công an thành phố Huế', shortName: 'Huế', validFrom: '2025-01-01' },
    ]
  if (province === 'Hồ Chí Minh')
    return [{ name: 'Công an Thành phố Hồ Chí Minh', shortName: 'TP. Hồ Chí Minh', validFrom: begin }]
  const name = `Công an ${cities.has(province) ? 'thành phố' : 'tỉnh'} ${province}`
  return [{ name, shortName: province, validFrom: begin, ...(end ? { validTo: end } : {}) }]
}

const emailOf = (id: string) => `${id.slice('unt_'.length)}@diemcau.example`

const police = { type: 'provincial-police', parent: 'unt_bo-cong-an', validFrom: begin } as const
const succession = (province: string): Succession => ({ unit: idOf(province), on: mergedOn })

const standing = ([province, takenIn]: [string, string[]]): UnitSeed => ({
  ...police,
  id: idOf(province),
  email: emailOf(idOf(province)),
  names: namesOf(province),
  predecessors: takenIn.map(succession),
  successors: [],
})

const ended = (province: string, into: string): UnitSeed => ({
  ...police,
  id: idOf(province),
  email: emailOf(idOf(province)),
  names: namesOf(province, lastDayBefore),
  validTo: lastDayBefore,
  predecessors: [],
  successors: [succession(into)],
})

const office = (
  id: string,
  type: UnitSeed['type'],
  parent: string | null,
  name: string,
  shortName: string,
): UnitSeed => ({
  id,
  type,
  parent,
  email: emailOf(id),
  names: [{ name, shortName, validFrom: begin }],
  validFrom: begin,
  predecessors: [],
  successors: [],
})

const committeeSeed = ({
  id,
  name,
  shortName,
  parent,
  ended,
  into,
  takenIn,
}: (typeof committees)[number]): UnitSeed => {
  const end = ended ? { validTo: lastDayBefore } : {}
  const at = (unit: string | undefined) => (unit ? [{ unit, on: mergedOn }] : [])
  return {
    id,
    type: 'committee',
    parent: parent ?? null,
    email: emailOf(id),
    names: [{ name, shortName, validFrom: begin, ...end }],
    validFrom: begin,
    ...end,
    predecessors: at(takenIn),
    successors: at(into),
  }
}

/** All seeds: the Ministry first, then its Office, police by province, and committees that hosted conferences. */
export const units: UnitSeed[] = [
  office('unt_bo-cong-an', 'ministry', null, 'Bộ Công an', 'Bộ Công an'),
  office(
    'unt_van-phong-bo-cong-an',
    'office',
    'unt_bo-cong-an',
    'Văn phòng Bộ Công an',
    'Văn phòng Bộ Công an',
  ),
  ...Object.entries(merges).map(standing),
  ...Object.entries(merges).flatMap(([into, takenIn]) => takenIn.map((province) => ended(province, into))),
  ...committees.map(committeeSeed),
]

/** Provincial police valid on a civil day (`2022-11-23`). */
export const provincialPoliceOn = (day: string): UnitSeed[] =>
  units.filter(
    (unit) =>
      unit.type === 'provincial-police' && unit.validFrom <= day && (unit.validTo ?? '9999-12-31') >= day,
  )
