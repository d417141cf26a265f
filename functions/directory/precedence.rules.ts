// The order of every list of people, one comparator: Party title, then State title, then rank, then name. Pure.
import { compareVietnamese } from '#functions/shared/text.ts'
import { gradeOf, isCommitteeRole, titlesIn } from './titles.rules.ts'

/** What places somebody. Any part may be missing; a field may hold several titles, the highest counts. */
export type Placed = {
  name?: string | undefined
  rank?: string | undefined
  partyTitle?: string | undefined
  stateTitle?: string | undefined
}

/** After every known title; then whoever has none. */
const unknown = 1_000
const none = 2_000

type Scale = 'party' | 'state'
const other = { party: 'state', state: 'party' } as const

/** A title counts where it belongs, in whichever of the two fields it was typed. */
const titleGrade = (of: Scale, own: string | undefined, beside: string | undefined): number => {
  const mine = titlesIn(own)
  const known = [...mine, ...titlesIn(beside)].flatMap((title) => gradeOf(of, title) ?? [])
  if (known.length > 0) return Math.min(...known)
  const strange = (title: string) => gradeOf(other[of], title) === undefined && !isCommitteeRole(title)
  return mine.some(strange) ? unknown : none
}

const rankGrade = (rank: string | undefined): number => (rank ? (gradeOf('rank', rank) ?? unknown) : none)

const plain = (name: string | undefined): string => (name ?? '').normalize('NFC').trim().replace(/\s+/g, ' ')

const givenName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

export type PrecedenceKey = readonly [party: number, state: number, rank: number, named: number, name: string]

/** What somebody is placed by: two people are equal in precedence when, and only when, their keys are equal. */
export const precedenceKey = ({ name, rank, partyTitle, stateTitle }: Placed): PrecedenceKey => {
  const called = plain(name)
  return [
    titleGrade('party', partyTitle, stateTitle),
    titleGrade('state', stateTitle, partyTitle),
    rankGrade(rank),
    called ? 0 : 1,
    called,
  ]
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As Vietnamese lists of equals run: by given name, the last word; then by family and middle names. */
const byName = (a: string, b: string): number =>
  compareVietnamese(givenName(a), givenName(b)) || compareVietnamese(a, b) || byCode(a, b)

/**
 * The order in which official lists name people: Party title, State title, rank, name. Titles no scale knows stand
 * after the known ones and before none at all; unknown ones are equal to each other, so that rank and name decide.
 * Equal standing goes by given name (the last word of a Vietnamese name), as the Party's own published lists of its
 * Central Committee run; whoever is entered by position only stands after those named. A total order of keys.
 */
export const byPrecedence = (a: Placed, b: Placed): number => {
  const [one, two] = [precedenceKey(a), precedenceKey(b)]
  return one[0] - two[0] || one[1] - two[1] || one[2] - two[2] || one[3] - two[3] || byName(one[4], two[4])
}
