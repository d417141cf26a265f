// What statements about a point add up to: a fold that depends on neither order nor repetition. Pure.
import type { Counts, Mark, Roll, RollAct, Stamp } from './roll.schema.ts'

/** Sources in falling rank. A check-in is a claim: it marks nobody. */
export const sourceRank = { settlement: 4, secretariat: 3, operator: 2, link: 1, 'check-in': 0 } as const
export type Source = keyof typeof sourceRank

/** Whose word a rank is. */
export const sourceOfRank = (rank: number): Source =>
  (Object.keys(sourceRank) as Source[]).find((source) => sourceRank[source] === rank) ?? 'operator'

export const newRoll = (conferenceId: string, pointId: string): Roll => ({
  conferenceId,
  pointId,
  marks: {},
  others: {},
  version: 0,
})

/** Later statements hold; of one moment, the higher source; of one source, the later event. */
export const outweighs = (a: Stamp, b: Stamp | undefined): boolean => {
  if (!b) return true
  if (a.at !== b.at) return a.at > b.at
  if (a.rank !== b.rank) return a.rank > b.rank
  return a.event > b.event
}

const byWeight = (a: Stamp, b: Stamp) => (outweighs(a, b) ? -1 : 1)

/** Who speaks; an act recorded before authors were kept speaks for its source. */
export const authorOf = ({ author, rank }: Stamp): string => author ?? String(rank)

/** Of a delegate's history a roll as it is kept has so many of the last statements, and the last words of its authors. */
const remembered = 4

/** Of so many authors: tablets that forget who they are must not fill an item. */
const authorsMost = 12

/** An author's claims, words of a rehearsal and words in earnest never hide one another. */
const voiceOf = (mark: Stamp): string =>
  `${mark.rank === sourceRank['check-in']} ${mark.standing === 'rehearsal'} ${authorOf(mark)}`

/** The last word of each voice, the newest of them. @param all newest first */
const lastWords = (all: readonly Mark[]): ReadonlySet<Mark> => {
  const words = new Map<string, Mark>()
  for (const mark of all) {
    if (words.size === authorsMost) break
    const voice = voiceOf(mark)
    if (!words.has(voice)) words.set(voice, mark)
  }
  return new Set(words.values())
}

/** What was said of one delegate, newest first. A reason is kept with the mark that holds; the log has the others. */
const statementsWith = (before: readonly Mark[], fresh: Mark, most: number): Mark[] => {
  const others = before.filter(({ event, rank }) => event !== fresh.event || rank !== fresh.rank)
  const all = [...others, fresh].sort(byWeight)
  const words = lastWords(all)
  const kept = all.filter((mark, place) => place < most || words.has(mark))
  const holding = kept.find(({ rank }) => rank > sourceRank['check-in'])
  return kept.map((mark) => {
    if (mark === holding) return mark
    const { reason: _, ...shorter } = mark
    return shorter
  })
}

/** Every statement kept about a delegate, newest first. */
export const statementsOf = (
  { marks, others }: Pick<Roll, 'marks' | 'others'>,
  delegateId: string,
): Mark[] => {
  const mark = marks[delegateId]
  const rest = others[delegateId]
  if (!rest) return mark ? [mark] : []
  return (mark ? [mark, ...rest] : [...rest]).sort(byWeight)
}

const foldedMarks = (roll: Roll, { marks, heads: _, aside: __, ...stamp }: RollAct, most: number) => {
  const next = { marks: { ...roll.marks }, others: { ...roll.others } }
  for (const { delegateId, ...told } of marks) {
    const all = statementsWith(statementsOf(roll, delegateId), { ...told, ...stamp }, most)
    const holding = all.find(({ rank }) => rank > sourceRank['check-in'])
    const rest = all.filter((mark) => mark !== holding)
    if (holding) next.marks[delegateId] = holding
    if (rest.length > 0) next.others[delegateId] = rest
  }
  return next
}

const foldedWithin = (roll: Roll, act: RollAct, most: number): Roll => {
  const { marks: _, heads, aside, ...stamp } = act
  const agreed = stamp.rank === sourceRank.settlement
  const place = agreed ? 'agreedHeads' : 'heads'
  const counted = heads !== undefined && outweighs(stamp, roll[place])
  const settled = aside !== undefined && outweighs(stamp, roll.aside)
  return {
    ...roll,
    ...foldedMarks(roll, act, most),
    ...(counted ? { [place]: { ...stamp, count: heads } } : {}),
    ...(settled ? { aside: { ...stamp, holds: aside } } : {}),
  }
}

/** The roll with one more act in it, in whatever order and however often it comes. */
export const folded = (roll: Roll, act: RollAct): Roll => foldedWithin(roll, act, remembered)

/** The same with every statement kept: for who was there from when to when. */
export const foldedWhole = (roll: Roll, act: RollAct): Roll =>
  foldedWithin(roll, act, Number.POSITIVE_INFINITY)

/** Whether a statement counts: no rehearsal, and not set aside by what was settled after it. */
export const counts = ({ aside }: Pick<Roll, 'aside'>, stamp: Stamp): boolean =>
  stamp.standing !== 'rehearsal' && (!aside?.holds || outweighs(stamp, aside))

/** The head count that holds, an agreed one until people are counted again; undefined where none does. */
export const headsOf = (roll: Roll): number | undefined => {
  const { heads, agreedHeads } = roll
  const holding = agreedHeads && outweighs(agreedHeads, heads) ? agreedHeads : heads
  return holding && counts(roll, holding) ? (holding.count ?? undefined) : undefined
}

/** What a roll counts; a rehearsal counts nobody. @param listed leaves out marks of whoever was withdrawn since */
export const countsOf = (roll: Roll, listed?: ReadonlySet<string>): Counts => {
  const sum = { present: 0, online: 0, absent: 0, substituted: 0 }
  for (const [delegateId, mark] of Object.entries(roll.marks)) {
    if (mark.state === 'unmarked' || !counts(roll, mark) || listed?.has(delegateId) === false) continue
    sum[mark.state] += 1
    if (mark.state === 'online') sum.present += 1
  }
  const heads = headsOf(roll)
  return heads === undefined ? sum : { ...sum, heads }
}

const isThere = (mark: Mark | undefined) => mark?.state === 'present' && mark.standing !== 'rehearsal'

/** How many listed people sit in the room by what was marked: a substitute who is marked as well sits there once. */
export const roomOf = ({ marks }: Roll, listed?: ReadonlySet<string>): number => {
  const told = Object.entries(marks).flatMap(([delegateId, mark]) =>
    mark.standing === 'rehearsal' || listed?.has(delegateId) === false ? [] : [mark],
  )
  const inside = told.filter(({ state }) => state === 'present').length
  const instead = told.filter(
    ({ state, substituteId }) => state === 'substituted' && !(substituteId && isThere(marks[substituteId])),
  )
  return inside + instead.length
}

/** When the roll was last taken in earnest, if it was. A call told late does not set that back. */
export const rolledAtOf = ({ marks, others, heads }: Roll): string | undefined =>
  [...Object.values(marks), ...Object.values(others).flat(), ...(heads ? [heads] : [])]
    .filter(({ rank }) => rank === sourceRank.secretariat || rank === sourceRank.operator)
    .flatMap(({ at, standing }) => (standing === 'rehearsal' ? [] : [at]))
    .sort()
    .at(-1)
