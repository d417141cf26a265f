// Citations of documents as reports write them: "Kết luận số 44-KL/TW ngày 22/01/2019 của Ban Bí thư". Pure.
import * as z from 'zod'
import { line } from '#functions/shared/text.ts'

/** Kinds of documents: of the State (Luật Ban hành VBQPPL; Nghị định 30/2020/NĐ-CP, Điều 7) and of the Party (Quy định 66-QĐ/TW). */
const types = [
  'Bộ luật',
  'Báo cáo',
  'Chiến lược',
  'Chương trình',
  'Chỉ thị',
  'Công văn',
  'Công điện',
  'Hiến pháp',
  'Hướng dẫn',
  'Kế hoạch',
  'Kết luận',
  'Luật',
  'Lệnh',
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Pháp lệnh',
  'Quy chế',
  'Quy định',
  'Quyết định',
  'Thông báo kết luận',
  'Thông báo',
  'Thông tri',
  'Thông tư liên tịch',
  'Thông tư',
  'Tờ trình',
  'Đề án',
] as const

export const CitationType = z.enum(types)

/** A year, a month of it, or a day: as much as was said. */
const Dated = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine((date) => date.length < 10 || isDay(date), 'no such day')

const isDay = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** Words that end a name or an issuer: what they begin is said in a field of its own. */
const joints = /(^|\s)(của|về|ngày|tháng|năm|số)(\s|$)|["“”]|\s,|^,|,$/iu
const evenlySpaced = (text: string) => !/[^\S ]| {2}/u.test(text)
const part = line(300).refine(
  (text) => !joints.test(text) && !/^\d/.test(text) && evenlySpaced(text),
  'one part of the citation only',
)

/** What a document lays down begins so after its number or issuer: `Thông tư 124/TT-BCA của Bộ Công an quy định …`. */
const without = (laysDown: RegExp) =>
  part.refine((text) => !laysDown.test(text), 'one part of the citation only')
const named = without(/\d.*\squy định(\s|$)/iu)
const issuing = without(/(^|\s)quy định(\s|$)/iu)

/** `KL/TW` of the Party, `TT-BCA` and `QH14` of the State. */
const symbolShape = String.raw`\p{Lu}[\p{L}\d]*(?:[-/][\p{L}\d]+)*`
const DocumentSymbol = z
  .string()
  .max(60)
  .regex(new RegExp(`^${symbolShape}$`, 'u'))

export const Citation = z
  .strictObject({
    type: CitationType,
    /** What the document is called: `An ninh mạng`, `Đại hội đại biểu toàn quốc lần thứ 13`. */
    name: named.optional(),
    number: z
      .string()
      .regex(/^[1-9]\d{0,5}[a-z]?$/)
      .optional(),
    /** The year inside the number, `30/2020/NĐ-CP`. */
    year: z.number().int().min(1900).max(2199).optional(),
    symbol: DocumentSymbol.optional(),
    date: Dated.optional(),
    issuer: issuing.optional(),
    about: line(1000)
      .refine((text) => !/[“”]/u.test(text) && evenlySpaced(text), 'no quotation marks around it')
      .optional(),
  })
  .refine(({ number, year, symbol }) => number !== undefined || (year ?? symbol) === undefined, {
    path: ['number'],
    message: 'a symbol or a year belongs to a number',
  })
  .refine(({ type, name }) => typeAt(`${type} ${name ?? ''}`) === type, {
    path: ['name'],
    message: 'one part of the citation only',
  })
export type Citation = z.infer<typeof Citation>

export const CitationFlag = z.enum([
  'number-missing',
  'symbol-missing',
  'year-missing',
  'date-missing',
  'issuer-missing',
])
export type CitationFlag = z.infer<typeof CitationFlag>

/** Whose numbers carry the year: legal documents (Nghị định 78/2025/NĐ-CP on numbering; Luật number/year/QH). */
const yearInNumber = new Set(['Luật', 'Bộ luật', 'Pháp lệnh', 'Nghị định', 'Thông tư', 'Thông tư liên tịch'])

/** What a reader would need to find the document and was not said. */
export const flagsOf = ({ type, number, year, symbol, name, date, issuer }: Citation): CitationFlag[] => {
  const flags: CitationFlag[] = []
  if (number === undefined && name === undefined) flags.push('number-missing')
  if (number !== undefined && symbol === undefined) flags.push('symbol-missing')
  if (number !== undefined && yearInNumber.has(type) && year === undefined) flags.push('year-missing')
  if (date === undefined && year === undefined) flags.push('date-missing')
  if (issuer === undefined) flags.push('issuer-missing')
  return flags
}

const padded = (figures: string | undefined, below: number): string => {
  const value = Number(figures)
  return value < below ? `0${value}` : String(value)
}

/** Days below 10 and months 1 and 2 take a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const dateWords = (date: string): string => {
  const [year, month, day] = date.split('-')
  if (day !== undefined) return `ngày ${padded(day, 10)}/${padded(month, 3)}/${year}`
  return month === undefined ? `năm ${year}` : `tháng ${padded(month, 3)}/${year}`
}

/** `44-KL/TW` of the Party, `124/TT-BCA` and `30/2020/NĐ-CP` of the State; below 10 with a zero. */
const numberWords = ({ number, year, symbol }: Citation): string => {
  const written = (number ?? '').replace(/^\d(?!\d)/, '0$&')
  const dated = year === undefined ? written : `${written}/${year}`
  if (symbol === undefined) return dated
  return symbol.includes('/') && year === undefined ? `${dated}-${symbol}` : `${dated}/${symbol}`
}

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')

/** Type, name and number: how a document is cited after the first time. */
export const citedShort = (citation: Citation): string => {
  const { type, name, number } = citation
  return joined(type, name, name && number && 'số', numberWords(citation))
}

/** The whole citation: what `readCitation` reads back. */
export const citedFull = (citation: Citation): string => {
  const { date, issuer, about } = citation
  return joined(
    citedShort(citation),
    date && dateWords(date),
    issuer && `của ${issuer}`,
    about && `về “${about}”`,
  )
}

const sameDocument = (citation: Citation) => {
  const { type, issuer = '' } = citation
  return [type, citation.name, numberWords(citation), citation.date?.slice(0, 4), issuer].join(' · ')
}

/** How each is cited in its place: in full where a document is named for the first time, short afterwards. */
export const citedInOrder = (citations: readonly Citation[]): string[] => {
  const named = new Set<string>()
  return citations.map((citation) => {
    const document = sameDocument(citation)
    if (named.has(document)) return citedShort(citation)
    named.add(document)
    return citedFull(citation)
  })
}

const isoDay = (day: string, month: string, year: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const before = String.raw`(?:^|[\s,]+)`
const dateShapes: [RegExp, (...parts: string[]) => string][] = [
  [
    new RegExp(String.raw`${before}ngày (\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)`, 'iu'),
    (day = '', month = '', year = '') => isoDay(day, month, year),
  ],
  [
    new RegExp(String.raw`${before}ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)`, 'iu'),
    (day = '', month = '', year = '') => isoDay(day, month, year),
  ],
  [
    new RegExp(String.raw`${before}tháng (\d{1,2})(?:\s*[/.-]\s*| năm )(\d{4})(?!\d)`, 'iu'),
    (month = '', year = '') => `${year}-${month.padStart(2, '0')}`,
  ],
  [new RegExp(String.raw`${before}năm (\d{4})(?!\d)`, 'iu'), (year = '') => year],
]

type Taken<T> = Partial<T> & { rest: string }

/** The date, and the text without it. A day that does not exist is no date. */
const takeDate = (text: string): Taken<{ date: string }> => {
  for (const [shape, iso] of dateShapes) {
    const found = shape.exec(text)
    const date = found && iso(...found.slice(1))
    if (found && Dated.safeParse(date).success)
      return {
        date: date ?? '',
        rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`,
      }
  }
  return { rest: text }
}

const numberTail = String.raw`0*([1-9]\d{0,5}[a-z]?)(?:/((?:19|20|21)\d\d))?(?:[-/](${symbolShape}))?(?=$|[\s,])`
/** At once after the type, or after a name where it says that it is the number: other figures are part of the name. */
const numberShapes = [
  new RegExp(String.raw`^(?:số\s*:?\s*)?${numberTail}`, 'iu'),
  new RegExp(String.raw`\ssố\s*:?\s*${numberTail}`, 'iu'),
]

/** `types` from the longest, so that none is taken for the beginning of another. */
const byLength = types.toSorted((a, b) => b.length - a.length)

const typeAt = (text: string) => {
  const lower = `${text.toLocaleLowerCase('vi')} `
  return byLength.find((type) => lower.startsWith(`${type.toLocaleLowerCase('vi')} `))
}

const evenly = (text: string) => text.replace(/\s+/g, ' ').trim()
const tidy = (text: string) => evenly(text).replace(/^[\s,]+|[\s,]+$/g, '')

const aboutShapes = [
  /\svề\s*(?:[“"](.+)[”"]|(.+))$/isu,
  // Without `về`, after the number or the issuer: earlier the words are the document's name.
  /(?<=\d.*|\scủa\s.*)\s(quy định\s.+)$/isu,
]

/** Whichever comes first: the other is then inside what it is about. */
const takeAbout = (text: string): Taken<{ about: string }> => {
  const [found] = aboutShapes
    .map((shape) => shape.exec(text))
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index)
  if (!found) return { rest: text }
  return {
    about: evenly((found[1] ?? found[2] ?? '').replace(/[“”]/g, '')),
    rest: text.slice(0, found.index),
  }
}

const takeIssuer = (text: string): Taken<{ issuer: string }> => {
  const at = /(^|\s)của\s+/iu.exec(text)
  if (!at) return { rest: text }
  return { issuer: tidy(text.slice(at.index + at[0].length)), rest: text.slice(0, at.index) }
}

const takeNumber = (text: string): Taken<Pick<Citation, 'number' | 'year' | 'symbol'>> => {
  const found = numberShapes.map((shape) => shape.exec(text)).find(Boolean)
  if (!found) return { rest: text }
  const [whole, number, year, symbol] = found
  return {
    ...(number ? { number: number.toLowerCase() } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(symbol ? { symbol } : {}),
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}`,
  }
}

/** Leaves out what is not there. */
const known = (parts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''))

/**
 * Reads one citation as it was written; what was not said stays open, and `flagsOf` tells it.
 * @returns undefined where no document is named
 */
export const readCitation = (text: string): Citation | undefined => {
  const said = tidy(text.normalize('NFC'))
  const type = typeAt(said)
  if (!type) return undefined
  const { about, rest: head } = takeAbout(said.slice(type.length))
  const { date, rest: undated } = takeDate(head)
  const { issuer, rest: titled } = takeIssuer(undated)
  const { rest: name, ...number } = takeNumber(tidy(titled))
  const parsed = Citation.safeParse(known({ type, ...number, name: tidy(name), date, issuer, about }))
  return parsed.success ? parsed.data : undefined
}
