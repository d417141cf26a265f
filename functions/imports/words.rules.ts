// How records of past conferences say who, when, where from, and what nobody told. Pure.

import type * as z from 'zod'
import type { Level } from '#functions/conferences/schema.ts'
import { formalName, unitNameOn } from '#functions/directory/rules.ts'
import type { Person, Unit } from '#functions/directory/stored.schema.ts'
import type { OutcomeFlag } from '#functions/outcomes/schema.ts'
import { dayOf, heldWords } from './held.rules.ts'
import type { ImportFacts } from './schema.ts'
import { evenTitles } from './spelling.rules.ts'
import type { Missing } from './views.schema.ts'

/** Whom and what an import names, as the directory has it; `today` is the civil day of the seal. */
export type Known = {
  /** By the id asked for, with rank and titles of the conference's day. */
  persons: ReadonlyMap<string, Person>
  /** By id, with whatever came after them. */
  units: ReadonlyMap<string, Unit>
  today: string
}

export const levelWords: Record<z.infer<typeof Level>, string> = {
  ministry: 'cấp bộ',
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
}

export const formWords = {
  'in-person': 'họp trực tiếp, không có điểm cầu',
  hybrid: 'trực tiếp kết hợp trực tuyến',
  online: 'trực tuyến',
} as const

export const missingWords: Record<Missing, string> = {
  title: 'tên Hội nghị',
  date: 'ngày tổ chức Hội nghị',
  chair: 'người chủ trì Hội nghị',
  venue: 'địa điểm Hội nghị',
  level: 'cấp tổ chức Hội nghị',
}

/** What a reader must know is open; the rest is plain from the words. */
const flagWords: Partial<Record<OutcomeFlag, string>> = {
  'count-missing': 'nguồn không ghi số lượng',
  'not-split': 'nguồn không tách theo từng hình thức, từng cấp khen thưởng',
  'number-missing': 'nguồn không ghi số văn bản',
  'symbol-missing': 'nguồn không ghi ký hiệu',
  'year-missing': 'nguồn không ghi năm ban hành',
  'issuer-missing': 'nguồn không ghi cơ quan ban hành',
}

const openOf = (flags: readonly OutcomeFlag[]): string => {
  const told = flags.flatMap((flag) => flagWords[flag] ?? [])
  return told.length > 0 ? ` (${told.join('; ')})` : ''
}

/** The words of an outcome, with what its source leaves open of it. */
export const withFlags = ({ text, flags }: { text: string; flags: readonly OutcomeFlag[] }): string =>
  `${text}${openOf(flags)}`

/** `Trung tướng Nguyễn Văn Sơn, Thứ trưởng Bộ Công an`: as the source says, else as the directory has it of that day. */
export const personWords = (
  { personId, said }: ImportFacts['persons'][number],
  { persons }: Known,
): string => {
  const person = persons.get(personId)
  return evenTitles(said ?? (person ? formalName(person) : personId))
}

/** Set off by a second comma where titles follow the name: “…, Thứ trưởng Bộ Công an, phát biểu”. */
export const set = (person: string): string => (person.includes(',') ? `${person},` : person)

/** The unit's name on the conference's day; of an unknown day the name it bore first. */
export const unitWords = (id: string, { heldOn }: ImportFacts, { units }: Known): string => {
  const unit = units.get(id)
  return unit ? unitNameOn(unit, dayOf(heldOn) ?? unit.validFrom) : id
}

/** `ngày 01 tháng 7 năm 2025`. */
export const dateWords = (day: string): string => heldWords({ precision: 'day', value: day }) ?? day

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** What became of a unit that is no more: who carries on, or that nobody does. */
export const laterWords = (id: string, { units, today }: Known): string | undefined => {
  const unit = units.get(id)
  if (!unit?.validTo || unit.validTo >= today) return undefined
  const since = dateWords(dayAfter(unit.validTo))
  const heirs = unit.successors.flatMap(({ unit: heir }) => units.get(heir) ?? [])
  const names = heirs.map((heir) => unitNameOn(heir, today)).join('; ')
  return names ? `Từ ${since}, đơn vị kế thừa là ${names}.` : `Từ ${since}, đơn vị này không còn tổ chức.`
}

const publishedWords = (on: string | undefined): string => {
  if (on === undefined) return 'không rõ ngày đăng'
  const [year, month = '', day] = on.split('-')
  const spoken = Number(month) < 3 ? month : Number(month)
  if (day) return `đăng ngày ${day}/${spoken}/${year}`
  return month ? `đăng tháng ${spoken}/${year}` : `đăng năm ${year}`
}

/** One line of the list of sources. */
export const sourceWords = ({
  title,
  publisher,
  publishedOn,
  url,
  sha256,
}: ImportFacts['sources'][number]): string =>
  [
    title,
    publisher ?? 'không rõ nơi đăng',
    publishedWords(publishedOn),
    ...(url ? [url] : []),
    ...(sha256 ? [`tệp lưu có SHA-256 ${sha256}`] : []),
  ].join(', ')
