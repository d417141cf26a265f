// Commune police as a table of units might hold them: as many as there are, with names made up from syllables.
import { units } from '#functions/directory/units.data.ts'

const first = 'An Bình Châu Đại Đông Gia Hải Hòa Hưng Khánh Kim Lạc Lâm Lộc Mỹ Nam Ngọc Nghĩa Ninh Phú'.split(
  ' ',
)
const second =
  'Sơn Thành Thịnh Thủy Trung Tân Vân Viễn Xuân Yên Ứng Ước Điền Đức Lý Mai Phong Quang Thạnh Tường'.split(
    ' ',
  )

/** Provincial police that stand since 1/7/2025. */
export const provinces = units.filter(({ type, validTo }) => type === 'provincial-police' && !validTo)

export const header = ['Tên đơn vị', 'Loại đơn vị', 'Đơn vị cấp trên', 'Từ ngày', 'Email']

/** How many forces of communes there are (domain.md's source: 3,319). */
export const communesMost = 3_319

const level = (at: number): string => (at % 5 === 0 ? 'phường' : at % 97 === 0 ? 'đặc khu' : 'xã')

/** The row of the `at`-th commune: round the provinces, each with other names. */
export const communeRow = (at: number): string[] => {
  const province = provinces[at % provinces.length]
  const turn = Math.floor(at / provinces.length)
  const name = `${first[turn % first.length]} ${second[Math.floor(turn / first.length)]}`
  const kind = level(at)
  return [
    `Công an ${kind} ${name}`,
    `Công an ${kind}`,
    province?.names.at(-1)?.name ?? '',
    '01/07/2025',
    `c${at}@diemcau.example`,
  ]
}

/** So many communes, header first. */
export const communeTable = (count = communesMost): string[][] => [
  header,
  ...Array.from({ length: count }, (_, at) => communeRow(at)),
]
