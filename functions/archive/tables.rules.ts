// Records as a table: one line each, with Vietnamese headers; days of Asia/Ho_Chi_Minh. Pure.
import { civilDay, civilTime } from '#functions/shared/time.ts'
import type { Keeping } from './keeping.schema.ts'
import type { RecordHead } from './schema.ts'

type Value = string | number | undefined

export const recordHeader = [
  'Số biên bản',
  'Loại hồ sơ',
  'Thời gian tổ chức',
  'Tên hội nghị',
  'Cơ quan chủ trì',
  'Phạm vi',
  'Số đơn vị tham gia',
  'Niêm phong lúc',
  'Mắt xích số',
  'Mã băm SHA-256',
  'Mã hồ sơ',
  'Thời hạn bảo quản',
  'Bảo quản đến hết ngày',
  'Tạm giữ',
]

const kinds = {
  conference: 'Hội nghị',
  historical: 'Nhập từ tài liệu',
  addendum: 'Biên bản bổ sung',
} as const satisfies Record<RecordHead['kind'], string>

const scopes = { public: 'Công khai', internal: 'Nội bộ' } as const

const dayOf = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
const momentOf = (instant: string) => `${dayOf(civilDay(instant))} ${civilTime(instant)}`

/** No more than the documents of a past conference say. */
const heldOn = ({ startsAt, datePrecision }: RecordHead): Value => {
  const day = dayOf(civilDay(startsAt))
  const said = {
    moment: momentOf(startsAt),
    day,
    month: day.slice(3),
    year: day.slice(6),
    unknown: undefined,
  }
  return said[datePrecision]
}

/** @param host the name of the unit that hosted */
export const recordRow = (head: RecordHead, host: string, keeping: Keeping): Value[] => [
  head.number,
  kinds[head.kind],
  heldOn(head),
  head.title.join('; '),
  host,
  scopes[head.classification],
  head.units,
  momentOf(head.sealedAt),
  head.n,
  head.digest,
  head.id,
  keeping.label,
  keeping.endsOn && dayOf(keeping.endsOn),
  keeping.held ? 'Có' : undefined,
]
