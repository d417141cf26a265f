// The short name and the id of a unit that is told by its name alone. Pure.
import { plain } from './unit-query.rules.ts'

const shortest = /^công an (?:tỉnh|thành phố|thị xã|thị trấn|đặc khu|huyện|quận|phường|xã) /iu
const mostShort = 100
const mostId = 60

/** `Ninh Bình` of `Công an tỉnh Ninh Bình`; any other name is its own short name. */
export const shortNameOf = (name: string): string => name.replace(shortest, '').slice(0, mostShort)

/** Letters that tell two long ids apart which begin alike: FNV-1a over the whole. */
const digestOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}

/**
 * The id of a unit by its first name and its parent's id, always the same: `unt_ca-xa-gia-vien-ninh-binh`. Two imports
 * of one list, and a list imported by two people, make one unit.
 */
export const unitIdOf = (name: string, parent: string | null): string => {
  const own = plain(name)
    .replace(/^cong an\b/, 'ca')
    .replaceAll(' ', '-')
  const above = parent?.replace(/^unt_(ca-)?/, '').toLowerCase()
  const tail = above ? `${own}-${above}` : own
  const cut = tail.length > mostId ? `${tail.slice(0, mostId - 8)}-${digestOf(tail)}` : tail
  return `unt_${cut || digestOf(name)}`
}
