// Reads a person as a document writes them, `Trung tướng Lê Quốc Hùng, Uỷ viên TW Đảng, Thứ trưởng`, and writes it back. Pure.
import type { Identity } from './persons.schema.ts'
import { surnames } from './titles.data.ts'
import { gradeOf, isCommitteeRole, titlesIn } from './titles.rules.ts'

const address = /^(các\s+)?(đồng chí|đ\/c|ông|bà)(\s*:)?\s+/iu

/** A rank and what is left of the text, if it begins with one. */
const rankBefore = (text: string): { rank?: string; rest: string } => {
  const parts = text.split(' ')
  const most = Math.min(parts.length, 3)
  for (let count = most; count > 0; count--) {
    const rank = parts.slice(0, count).join(' ')
    if (
      gradeOf('rank', rank) !== undefined &&
      gradeOf('rank', parts.slice(0, count - 1).join(' ')) === undefined
    )
      return { rank, rest: parts.slice(count).join(' ') }
  }
  return { rest: text }
}

const isTitle = (text: string): boolean =>
  isCommitteeRole(text) || gradeOf('party', text) !== undefined || gradeOf('state', text) !== undefined

/** Every word of a name has a capital; a title has small words, `Đại diện lãnh đạo`. */
const isName = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’-]*( \p{Lu}[\p{L}'’-]*)*$/u.test(text.normalize('NFC')) && !isTitle(text)

/** `Thứ trưởng Nguyễn Văn Sơn`: a title that runs on into a name of three words or more, a family name first. */
const titleThenName = (text: string): { title: string; name: string } | undefined => {
  const parts = text.split(' ')
  for (let count = 3; count <= 5 && count < parts.length; count++) {
    const [title, name] = [parts.slice(0, -count).join(' '), parts.slice(-count).join(' ')]
    const town = /(thành phố|tp\.?)$/iu.test(title)
    if (!town && surnames.has(parts.at(-count) ?? '') && isName(name) && isTitle(title))
      return { title, name }
  }
  return undefined
}

type Head = { rank?: string; name?: string; titles: string[] }

const readHead = (text: string): Head => {
  const { rank, rest } = rankBefore(text.replace(address, ''))
  const ranked = rank ? { rank } : {}
  if (!rest) return { ...ranked, titles: [] }
  if (isName(rest)) return { ...ranked, name: rest, titles: [] }
  const mixed = titleThenName(rest)
  return mixed ? { ...ranked, name: mixed.name, titles: [mixed.title] } : { ...ranked, titles: [rest] }
}

const partyWords = /(^|\s)(đảng|bí thư|tỉnh ủy|tỉnh uỷ|ủy viên|uỷ viên|chi bộ)(\s|$)/iu

const sideOf = (title: string): 'partyTitle' | 'stateTitle' | 'role' => {
  if (isCommitteeRole(title)) return 'role'
  if (gradeOf('party', title) !== undefined) return 'partyTitle'
  return gradeOf('state', title) === undefined && partyWords.test(title) ? 'partyTitle' : 'stateTitle'
}

/**
 * Takes a line apart; spellings stay as written. Whoever is not named is read as a position. Parts that stand in the
 * order of official lists (Party, State, steering committee) come back the same from `formalName`.
 * @param line one person; commas part the titles
 */
export const readPerson = (line: string): Identity => {
  const text = line.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[.;]$/, '')
  const [first = '', ...more] = titlesIn(text)
  const { rank, name, titles } = readHead(first)
  const sides: Record<'partyTitle' | 'stateTitle' | 'role', string[]> = {
    partyTitle: [],
    stateTitle: [],
    role: [],
  }
  for (const title of [...titles, ...more]) sides[sideOf(title)].push(title)
  return {
    ...(name ? { name } : {}),
    ...(rank ? { rank } : {}),
    ...Object.fromEntries(
      Object.entries(sides)
        .filter(([, held]) => held.length > 0)
        .map(([side, held]) => [side, held.join(', ')]),
    ),
  }
}
