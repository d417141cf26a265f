// Whose marks of one delegate differ: of two sources always, of two tablets where neither knew of the other. Pure.

import type { Statement } from './disagreements.schema.ts'
import { authorOf, outweighs, sourceOfRank, sourceRank, statementsOf } from './fold.rules.ts'
import type { Mark, Roll } from './roll.schema.ts'

const isThere = ({ state }: Mark) => state === 'present' || state === 'online'

/** A check-in only claims to be there; marks differ in what they say, and in who came instead. */
const differ = (a: Mark, b: Mark): boolean => {
  if (a.rank === sourceRank['check-in'] || b.rank === sourceRank['check-in']) return isThere(a) !== isThere(b)
  return a.state !== b.state || a.substitute !== b.substitute
}

const knew = (later: Mark, earlier: Mark) => later.seen !== undefined && earlier.event <= later.seen

/** The last word of each author, less those that somebody of the same source has changed knowing of them. */
const standing = (statements: readonly Mark[]): Mark[] => {
  const words = statements.filter(
    (mark, place) => statements.findIndex((other) => authorOf(other) === authorOf(mark)) === place,
  )
  return words.filter(
    (mark) =>
      mark.state !== 'unmarked' &&
      !words.some((other) => other.rank === mark.rank && outweighs(other, mark) && knew(other, mark)),
  )
}

const statementOf = ({ event, rank, by, at, state, substitute }: Mark): Statement => ({
  event,
  source: sourceOfRank(rank),
  by,
  at,
  state,
  substitute,
})

/** The statements about a delegate that cannot all be so, newest first; none where they agree. */
export const rivalsOf = (roll: Pick<Roll, 'marks' | 'others'>, delegateId: string): Statement[] => {
  if (!roll.others[delegateId]) return []
  const said = statementsOf(roll, delegateId).filter(
    (mark) => mark.standing !== 'rehearsal' && mark.rank !== sourceRank.settlement,
  )
  const words = standing(said)
  const contradicted = words.filter((mark) => words.some((other) => differ(mark, other)))
  return contradicted.map(statementOf)
}

/** Delegates whom sources mark differently, with what each said. */
export const differencesIn = (
  roll: Pick<Roll, 'marks' | 'others'>,
): { delegateId: string; statements: Statement[] }[] =>
  Object.keys(roll.others).flatMap((delegateId) => {
    const statements = rivalsOf(roll, delegateId)
    return statements.length > 0 ? [{ delegateId, statements }] : []
  })
