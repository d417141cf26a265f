// What a roll says of a delegate, as it is shown: the mark, what was said before, and where sources differ. Pure.
import type { Delegate } from '#functions/bridge-points/delegates.schema.ts'
import { counts, sourceOfRank, sourceRank, statementsOf } from './fold.rules.ts'
import type { SheetLine } from './point.schema.ts'
import { rivalsOf } from './rivals.rules.ts'
import type { Mark, Roll } from './roll.schema.ts'
import type { ShownMark } from './schema.ts'

const shownMark = (roll: Roll, { author: _, seen: __, ...mark }: Mark): ShownMark => {
  const isAside = roll.aside?.holds === true && mark.standing !== 'rehearsal' && !counts(roll, mark)
  return { ...mark, source: sourceOfRank(mark.rank), ...(isAside ? { aside: true } : {}) }
}

/** Account and tablet of whoever marked are not shown, only the name. */
export const saidOf = (roll: Roll, delegateId: string) => {
  const mark = roll.marks[delegateId]
  const before = statementsOf(roll, delegateId).filter(
    ({ event, rank }) => event !== mark?.event && rank !== sourceRank['check-in'],
  )
  const differing = rivalsOf(roll, delegateId)
  return {
    ...(mark ? { mark: shownMark(roll, mark) } : {}),
    ...(before.length > 0 ? { before: before.map((each) => shownMark(roll, each)) } : {}),
    ...(differing.length > 0 ? { differing } : {}),
  }
}

/** The newest event in a roll: whoever sends it with the next marks has seen all of this. */
export const newestIn = ({ marks, others, heads, agreedHeads }: Roll): string | undefined =>
  [
    ...Object.values(marks),
    ...Object.values(others).flat(),
    ...(heads ? [heads] : []),
    ...(agreedHeads ? [agreedHeads] : []),
  ]
    .map(({ event }) => event)
    .sort()
    .at(-1)

/** Everything but the name, in the order of documents: rank, Party title, position and unit, role. */
const titlesOf = ({ rank, partyTitle, position, unit, role }: Delegate): string => {
  const post = unit && !position?.includes(unit) ? [position, unit].filter(Boolean).join(' ') : position
  return [rank, partyTitle, post, role].filter(Boolean).join(', ')
}

/** A delegate's line of the printed sheet; a rehearsal marks nobody. @param place from 1 */
export const sheetLine = (roll: Roll, delegate: Delegate, place: number): SheetLine => {
  const mark = roll.marks[delegate.id]
  const { name } = delegate
  const whom = { place, ...(name ? { name } : {}), titles: titlesOf(delegate) }
  if (!mark || !counts(roll, mark)) return { ...whom, state: 'unmarked', late: false }
  const { state, reason, substitute, standing } = mark
  return { ...whom, state, reason, substitute, late: standing === 'late' }
}
