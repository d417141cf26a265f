// How minutes name people: with rank and titles the first time, briefly after; and in which order. Pure.
import { readPerson } from '#functions/directory/person-line.rules.ts'
import { byPrecedence } from '#functions/directory/precedence.rules.ts'

/** Whoever is entered by position only begins with a word that is no name. */
const common = /^(Đại diện|Lãnh đạo|Thành viên|Các|Một số|Cán bộ|Chuyên viên)(?= )/u

const inSentence = (text: string): string =>
  text.replace(common, (word) => word.charAt(0).toLocaleLowerCase('vi') + word.slice(1))

export const atStart = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Names somebody by what records call them, `[rank] Name, [titles]`. */
export type Namer = (display: string) => string

/**
 * Names people in the order in which a text comes to them: in full the first time, then `đồng chí Lê Quốc Hùng`.
 * Somebody of the same name and another rank is somebody else. Whoever has no known name is named by position.
 */
export const namer = (): Namer => {
  const ranks = new Map<string, string | undefined>()
  return (display) => {
    const { name, rank } = readPerson(display)
    if (!name) return inSentence(display)
    const isKnown = ranks.has(name)
    const other = rank && ranks.get(name) && rank !== ranks.get(name)
    if (isKnown && !other) return `đồng chí ${name}`
    ranks.set(name, rank)
    return `đồng chí ${display}`
  }
}

/** For a formal line, which has rank and titles however often they were said before. */
export const inFull = (display: string, name: Namer): string => {
  name(display)
  return readPerson(display).name ? `đồng chí ${display}` : inSentence(display)
}

/** Precedence costs a millisecond for a handful of people: longer lists stay as they were entered. */
const rankedMost = 5_000

/** Those named before those entered by position only, each by precedence. @param all how many are ordered at once */
export const inPrecedence = <T extends { name: string }>(people: readonly T[], all = people.length): T[] => {
  if (all > rankedMost) return [...people]
  return people
    .map((person, at) => ({ person, at, placed: readPerson(person.name) }))
    .sort(
      (a, b) =>
        Number(!a.placed.name) - Number(!b.placed.name) ||
        (a.placed.name ? byPrecedence(a.placed, b.placed) : 0) ||
        a.at - b.at,
    )
    .map(({ person }) => person)
}
