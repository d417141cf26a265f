// A certified extract in words anybody can read, beside the signed member itself. Pure.
import * as z from 'zod'
import { TextPaper, TextPoint } from '#functions/minutes/text.schema.ts'
import { countWords, momentWords } from '#functions/minutes/words.rules.ts'
import type { SealedFacts } from './schema.ts'

/** Members of records of before say less: what is missing is left out. */
const Point = TextPoint.partial().extend({ unitId: z.string() })
const Paper = TextPaper.partial().extend({ title: z.string(), unitId: z.string() })

const marks: Record<string, string> = {
  present: 'có mặt',
  online: 'dự trực tuyến',
  absent: 'vắng mặt',
  substituted: 'cử người dự thay',
}

type Delegate = NonNullable<z.infer<typeof Point>['delegates']>[number]

const delegateLine = ({ name, mark, reason, substitute, late }: Delegate, at: number): string =>
  [
    `${at + 1}. ${name}: ${marks[mark ?? ''] ?? 'chưa điểm danh'}`,
    substitute ? `người dự thay: ${substitute}` : '',
    reason ? `lý do: ${reason}` : '',
    late ? 'ghi nhận sau khi bế mạc' : '',
  ]
    .filter((part) => part !== '')
    .join('; ')

const stayLine = ({ from, to }: { from: string; to?: string | undefined }): string =>
  `- từ ${momentWords(from)}${to ? ` đến ${momentWords(to)}` : ''}`

type Frame = Pick<SealedFacts['minutes'], 'conference' | 'number' | 'units'>

const nameOf = ({ units }: Frame, id: string): string => units.find((unit) => unit.id === id)?.name ?? id

const pointLines = (frame: Frame, value: unknown): string[] => {
  const { unitId, expected, heads, delegates = [], stays = [] } = Point.parse(value)
  const present = delegates.filter(({ mark }) => mark === 'present' || mark === 'online').length
  return [
    `Điểm cầu: ${nameOf(frame, unitId)}`,
    ...(expected === undefined ? [] : [`Số đại biểu triệu tập: ${countWords(expected)}`]),
    ...(heads === undefined ? [] : [`Số người trong phòng họp: ${countWords(heads)}`]),
    `Đại biểu có mặt: ${countWords(present)}/${countWords(delegates.length)}`,
    ...delegates.map(delegateLine),
    ...(stays.length > 0 ? ['Thời gian kết nối:', ...stays.map(stayLine)] : []),
  ]
}

const states: Record<string, string> = {
  submitted: 'đã gửi',
  'under-review': 'đang xem xét',
  accepted: 'được chấp nhận',
  returned: 'đã trả lại để bổ sung',
  declined: 'không được chấp nhận',
  scheduled: 'đã xếp vào chương trình',
  delivered: 'đã trình bày tại hội nghị',
  'taken-as-written': 'ghi nhận bằng văn bản',
  withdrawn: 'đã rút',
}

const paperLines = (frame: Frame, value: unknown): string[] => {
  const { title, unitId, author, kind, state, late, sha256 } = Paper.parse(value)
  return [
    `${kind === 'opinion' ? 'Ý kiến' : 'Tham luận'}: ${title}`,
    `Đơn vị: ${nameOf(frame, unitId)}`,
    ...(author ? [`Tác giả: ${author}`] : []),
    ...(state ? [`Kết quả: ${states[state] ?? state}${late ? '; gửi sau thời hạn' : ''}`] : []),
    ...(sha256 ? [`SHA-256 của bản đã gửi, theo biên nhận: ${sha256}`] : []),
  ]
}

/** @param member as it stands in what was signed */
export const extractWords = (frame: Frame, kind: 'point' | 'paper', member: unknown): string => {
  const { conference, number } = frame
  return [
    'TRÍCH LỤC HỒ SƠ BIÊN BẢN HỘI NGHỊ',
    '',
    `Hội nghị: ${conference.title.join('; ') || 'không rõ tên'}`,
    ...(number ? [`Biên bản số: ${number.text}`] : []),
    `Đơn vị tổ chức: ${nameOf(frame, conference.hostUnitId)}`,
    '',
    ...(kind === 'point' ? pointLines(frame, member) : paperLines(frame, member)),
    '',
    'Trích nguyên văn từ biên bản đã ký; phần còn lại của hồ sơ không được nêu ở đây.',
    'Cách kiểm chứng: xem tệp VERIFY.txt.',
    '',
  ].join('\n')
}
