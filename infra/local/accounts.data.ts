// The accounts of the one-machine home: one for each role and one for each provincial police's operator.
import { provincialPoliceOn } from '#functions/directory/units.data.ts'

export type Role = 'administrator' | 'secretariat' | 'chair' | 'operator' | 'archivist' | 'contributor'

export type Account = {
  username: string
  /** The token's subject: fixed, so that grants made once hold after a restart or a new data folder. */
  sub: string
  /** Shown on the login page and in the id token: a position, or a person where the act is one's own, as a signature is. */
  name: string
  role: Role
  /** The unit the role is held for. */
  unit: string
  email: string
}

/** Every local account has this password; the login page says so. */
export const localPassword = 'diemcau'

/** The day whose map of provinces the operators' accounts follow: that of the fixture conference. */
const day = '2022-11-23'

const office = 'unt_van-phong-bo-cong-an'
const ninhBinh = 'unt_ca-ninh-binh'

const account = (number: number, username: string, name: string, role: Role, unit: string): Account => ({
  username,
  sub: `d1ec0000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name,
  role,
  unit,
  email: `${username}@diemcau.example`,
})

const nameOf = (unit: ReturnType<typeof provincialPoliceOn>[number]) =>
  unit.names.find((spell) => (spell.validTo ?? day) >= day)?.name ?? unit.id

const leading: Account[] = [
  account(1, 'quantri', 'Quản trị hệ thống', 'administrator', 'unt_bo-cong-an'),
  account(
    2,
    'thuky',
    'Thượng tá Nguyễn Thị Minh Hà, Phó Trưởng phòng Thư ký, Văn phòng Bộ Công an',
    'secretariat',
    'unt_bo-cong-an',
  ),
  account(3, 'chutri', 'Trung tướng Lê Quốc Hùng, Thứ trưởng Bộ Công an', 'chair', 'unt_bo-cong-an'),
  account(4, 'ninhbinh', 'Cán bộ điểm cầu Công an tỉnh Ninh Bình', 'operator', ninhBinh),
  account(
    5,
    'luutru',
    'Đại úy Phạm Thị Thanh Huyền, Cán bộ lưu trữ, Văn phòng Bộ Công an',
    'archivist',
    office,
  ),
  account(
    6,
    'daibieu',
    'Đại tá Đinh Trọng Soạn, Phó Giám đốc Công an tỉnh Ninh Bình',
    'contributor',
    ninhBinh,
  ),
]

/** Numbered by their place in the sorted list of that day's units, which no longer changes. */
const operators = provincialPoliceOn(day)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  .map((unit, at) =>
    account(100 + at, unit.id.replace('unt_ca-', ''), `Cán bộ điểm cầu ${nameOf(unit)}`, 'operator', unit.id),
  )
  .filter((operator) => operator.unit !== ninhBinh)

/** The six named roles first, then 62 operators whose username is their province's slug (`thanh-hoa`). */
export const accounts: Account[] = [...leading, ...operators]
