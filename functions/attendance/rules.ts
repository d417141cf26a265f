// What roll calls add up to: folds that do not depend on order or repetition. Pure.

import type { BoardLine } from '#functions/bridge-points/schema.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { formalName } from '#functions/directory/rules.ts'
import { Problem } from '#functions/shared/problem.ts'
import type { Counts, Roll, RollAct, RollCall, Stamp, Standing, Totals } from './schema.ts'

/** Sources in falling rank; the link (1) and a delegate's own check-in (0) mark nobody yet. */
export const sourceRank = { secretariat: 3, operator: 2 } as const
export type Source = keyof typeof sourceRank

export const newRoll = (conferenceId: string, pointId: string): Roll => ({
  conferenceId,
  pointId,
  marks: {},
  version: 0,
})

/** Later statements hold; of one moment, the higher source; of one source, the later event. */
const outweighs = (a: Stamp, b: Stamp | undefined): boolean => {
  if (!b) return true
  if (a.at !== b.at) return a.at > b.at
  if (a.rank !== b.rank) return a.rank > b.rank
  return a.event > b.event
}

/** The roll with one more roll call in it, in whatever order and however often it comes. */
export const folded = (roll: Roll, { marks, heads, ...stamp }: RollAct): Roll => {
  const fresh = marks.flatMap(({ delegateId, ...told }) =>
    outweighs(stamp, roll.marks[delegateId]) ? [[delegateId, { ...told, ...stamp }] as const] : [],
  )
  const counted = heads !== undefined && outweighs(stamp, roll.heads)
  return {
    ...roll,
    marks: { ...roll.marks, ...Object.fromEntries(fresh) },
    ...(counted ? { heads: { ...stamp, count: heads } } : {}),
  }
}

/** What a roll counts; a rehearsal counts nobody. */
export const countsOf = ({ marks, heads }: Roll): Counts => {
  const counts = { present: 0, online: 0, absent: 0, substituted: 0 }
  for (const { state, standing } of Object.values(marks)) {
    if (standing === 'rehearsal') continue
    counts[state] += 1
    if (state === 'online') counts.present += 1
  }
  return heads && heads.standing !== 'rehearsal' ? { ...counts, heads: heads.count } : counts
}

/** What the roll writes of the point's row. A call told late does not set back when the roll was last taken. */
export const rollColumns = (roll: Roll, act: RollAct) => {
  const stamps = [act, ...Object.values(roll.marks), ...(roll.heads ? [roll.heads] : [])]
  const rolledAt = stamps.flatMap(({ at, standing }) => (standing === 'rehearsal' ? [] : [at])).sort()
  return { ...countsOf(roll), rolledAt: rolledAt.at(-1) }
}

type Lifecycle = { startedAt?: string | undefined; closedAt?: string | undefined }

/**
 * Whether an act is rehearsal, attendance or late.
 * @param at when it holds @param recordedAt when the server took it
 */
export const standingOf = (
  { startedAt, closedAt }: Lifecycle,
  { at, recordedAt }: { at: string; recordedAt: string },
): Standing => {
  if (!startedAt || at < startedAt) return 'rehearsal'
  return closedAt && recordedAt > closedAt ? 'late' : 'attendance'
}

/** @throws Problem `delegate-unknown` naming the lines */
export const expectDelegates = ({ delegateIds }: Point, { marks }: RollCall): void => {
  const known = new Set(delegateIds)
  const errors = marks.flatMap(({ delegateId }, at) =>
    known.has(delegateId)
      ? []
      : [{ pointer: `/marks/${at}/delegateId`, code: 'delegate-unknown', message: delegateId }],
  )
  if (errors.length > 0) throw new Problem('delegate-unknown', { errors })
}

/** The marks of a call as they are kept: whoever came instead by the name records use. */
export const keptMarks = ({ marks }: RollCall): RollAct['marks'] =>
  marks.map(({ delegateId, state, reason, substitute }) => ({
    delegateId,
    state,
    ...(reason === undefined ? {} : { reason }),
    ...(substitute ? { substitute: formalName({ ...substitute, stateTitle: substitute.position }) } : {}),
  }))

const sumOf = (lines: readonly BoardLine[], count: (line: BoardLine) => number | undefined) =>
  lines.reduce((sum, line) => sum + (count(line) ?? 0), 0)

/** The figures of the whole conference. */
export const totalsOf = (lines: readonly BoardLine[]): Totals => ({
  points: lines.length,
  expected: sumOf(lines, ({ expected }) => expected),
  present: sumOf(lines, ({ present }) => present),
  online: sumOf(lines, ({ online }) => online),
  absent: sumOf(lines, ({ absent }) => absent),
  substituted: sumOf(lines, ({ substituted }) => substituted),
  unmarked: sumOf(lines, ({ unmarked }) => unmarked),
  heads: sumOf(lines, ({ heads }) => heads),
})
