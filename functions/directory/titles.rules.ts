// Reads titles as people write them (Uỷ/Ủy, TW/Trung ương, UBND, without diacritics) and finds the grade of each. Pure.
import { fold } from '#functions/shared/text.ts'
import { abbreviations, centralCities, partyGrades, places, rankGrades, stateGrades } from './titles.data.ts'

type Place = keyof typeof places

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Puts a syllable's tone mark at its end, so that `uỷ` and `ủy`, `hoà` and `hòa` are one spelling. */
const toneLast = (syllable: string): string =>
  syllable.replace(tones, '') + (syllable.match(tones) ?? []).join('')

const words = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{L}\p{M}]+/gu, toneLast)

/** Made when first asked for: a cold start that reads no title pays for none. */
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const short = once(
  () => new Map(abbreviations.flatMap(([from, to]) => [from, fold(from)].map((key) => [key, to] as const))),
)

/** `TƯ` in capitals is Trung ương; small, it begins `tư lệnh`. */
const expanded = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(?<!\p{L})TƯ(?!\p{L})/gu, 'trung ương')
    .split(/(\s+)/)
    .map((word) => short().get(word.toLowerCase()) ?? word)
    .join('')

const hasMarks = (text: string): boolean => /[\p{M}đĐ]/u.test(text.normalize('NFD'))

/** One spelling for all a title has. What came without any diacritics is compared without. */
const spelt = (title: string) => {
  const bare = !hasMarks(title)
  const text = expanded(title)
  return { bare, text: bare ? fold(text) : words(text) }
}

type Form = (text: string) => string
type Pattern = { regex: () => RegExp; place: Place | undefined; grade: number }

/** Letters a text begins with: whatever fits a pattern begins with the pattern's. */
const firstWord = (text: string): string => /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? ''

const compile = (pattern: string, form: Form): RegExp => {
  const end = pattern.endsWith('~') ? '$' : '(?![\\p{L}\\p{M}])(.*)$'
  return new RegExp(`^${pattern.replace('~', '').split(' * ').map(form).join(' .+ ')}${end}`, 'u')
}

/** Patterns by their first word, the highest grade first: of hundreds a title is held against few, and few are compiled. */
const indexed = (grades: readonly (readonly string[])[], form: Form): Map<string, Pattern[]> => {
  const patterns = grades.flatMap((spellings, grade) =>
    spellings.map((spelling) => {
      const place = /@(\w+)$/.exec(spelling)?.[1] as Place | undefined
      const text = spelling.replace(/ ?@\w+$/, '')
      return { word: firstWord(form(text)), regex: once(() => compile(text, form)), place, grade }
    }),
  )
  return Map.groupBy(patterns, ({ word }) => word)
}

const forms = (names: readonly string[]) => names.flatMap((name) => [words(name), fold(name)])

const named = (text: string, names: readonly string[]): boolean =>
  forms(names).some((name) => ` ${text} `.includes(` ${name} `))

/** The place a title's rest names; a town that is no central city was a district's; nothing at all is a province's. */
const placeIn = (rest: string): Place => {
  const townless = forms(['thị xã']).reduce((text, town) => text.replaceAll(town, ''), rest)
  if (named(townless, places.commune)) return 'commune'
  if (named(rest, places.district)) return 'district'
  const town = forms(['tỉnh', 'thành phố'])
    .reduce((text, word) => text.replace(word, ''), rest)
    .trim()
  if (!town || named(rest, ['tỉnh']) || named(rest, centralCities)) return 'province'
  return 'district'
}

const scale = (grades: readonly (readonly string[])[]) => {
  const marked = once(() => indexed(grades, words))
  const unmarked = once(() => indexed(grades, fold))
  return (title: string): number | undefined => {
    const { bare, text } = spelt(title)
    const fits = ({ regex, place }: Pattern) => {
      const match = regex().exec(text)
      return match !== null && (!place || placeIn((match[1] ?? '').trim()) === place)
    }
    const patterns = (bare ? unmarked : marked)().get(firstWord(text))
    return patterns?.find(fits)?.grade
  }
}

const scales = { party: scale(partyGrades), state: scale(stateGrades), rank: scale(rankGrades) }
type Scale = keyof typeof scales

/** Lists of 500 are sorted by titles that recur: each is read once. */
const most = 5_000
const read = new Map<string, number | undefined>()

const remembered = (of: Scale, title: string): number | undefined => {
  const key = `${of} ${title}`
  if (!read.has(key)) {
    if (read.size >= most) read.clear()
    read.set(key, scales[of](title))
  }
  return read.get(key)
}

const former = /^nguyên\s+/iu
const prefix = /^(đồng chí|đ\/c|quyền|q\.)\s+/iu

/** Post of a steering committee: a role beside one's titles, whatever its level. */
export const isCommitteeRole = (title: string): boolean => /\b(ban chi dao|bcd)\b/.test(fold(title))

/**
 * The grade of one title on a scale, 0 the highest; whoever held it stands half a grade below who holds it.
 * @returns undefined for a title the scale does not know
 */
export const gradeOf = (of: Scale, title: string): number | undefined => {
  if (of !== 'rank' && isCommitteeRole(title)) return undefined
  const plain = title.replace(former, '').replace(prefix, '')
  const grade = remembered(of, plain)
  return grade !== undefined && former.test(title) ? grade + 0.5 : grade
}

const known = (title: string): boolean =>
  gradeOf('party', title) !== undefined || gradeOf('state', title) !== undefined

/** Whether a part only goes on with the title before it: `phòng, chống tội phạm`. */
const goesOn = (part: string): boolean => /^\p{Ll}/u.test(part) && !known(part)

/** The titles one line holds: `Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh` are two, `Trưởng Ban Chỉ đạo phòng, chống …` is one. */
export const titlesIn = (text: string | undefined): string[] => {
  const titles: string[] = []
  const parts = (text ?? '').normalize('NFC').split(/\s*[,;]\s*|\s+kiêm\s+/u)
  for (const part of parts.filter(Boolean)) {
    const before = goesOn(part) ? titles.pop() : undefined
    titles.push(before === undefined ? part.trim() : `${before}, ${part}`)
  }
  return titles
}
