// What a roll call may say, what it counts as, and what it writes of the point's row. Pure.
import type { BoardLine } from '#functions/bridge-points/schema.ts'
import type { Point } from '#functions/bridge-points/stored.schema.ts'
import { formalName } from '#functions/directory/rules.ts'
import { inForce, may, type Touched } from '#functions/grants/rules.ts'
import { Problem } from '#functions/shared/problem.ts'
import { countsOf, rolledAtOf, roomOf } from './fold.rules.ts'
import { differencesIn } from './rivals.rules.ts'
import type { Roll, RollAct, Standing } from './roll.schema.ts'
import type { PointTotals, RollCall, Totals } from './schema.ts'
import type { Lifecycle } from './standing.rules.ts'

/** What the roll writes of the point's row. @param listed the delegation as it stands: nobody else is counted */
export const rollColumns = (roll: Roll, listed: ReadonlySet<string>) => ({
  ...countsOf(roll, listed),
  rolledAt: rolledAtOf(roll),
  room: roomOf(roll, listed),
  differing: differencesIn(roll).length,
})

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

/** Everybody a call names, and where: the delegates marked, and those who came instead. */
const namedIn = (marks: RollCall['marks']) =>
  marks.flatMap(({ delegateId, substitute }, at) => [
    { id: delegateId, pointer: `/marks/${at}/delegateId` },
    ...(substitute?.delegateId
      ? [{ id: substitute.delegateId, pointer: `/marks/${at}/substitute/delegateId` }]
      : []),
  ])

/** @throws Problem `delegate-unknown` naming the lines */
export const expectDelegates = ({ delegateIds }: Pick<Point, 'delegateIds'>, { marks }: RollCall): void => {
  const known = new Set(delegateIds)
  const errors = namedIn(marks).flatMap(({ id, pointer }) =>
    known.has(id) ? [] : [{ pointer, code: 'delegate-unknown', message: id }],
  )
  if (errors.length > 0) throw new Problem('delegate-unknown', { errors })
}

/** The delegates of the same point whom a call names as substitutes. */
export const substitutesIn = ({ marks }: RollCall): string[] =>
  marks.flatMap(({ substitute }) => substitute?.delegateId ?? [])

/** Whom a check-in may contradict: those a call says are not there. */
export const missingIn = ({ marks }: RollCall): string[] =>
  marks.flatMap(({ delegateId, state }) => (state === 'present' || state === 'online' ? [] : delegateId))

type Kept = Pick<RollAct['marks'][number], 'substitute' | 'substituteId'>

const keptSubstitute = (
  substitute: RollCall['marks'][number]['substitute'],
  displays: ReadonlyMap<string, string>,
): Kept => {
  if (!substitute) return {}
  const { delegateId, position, ...names } = substitute
  if (!delegateId) return { substitute: formalName({ ...names, stateTitle: position }) }
  return { substitute: displays.get(delegateId) ?? delegateId, substituteId: delegateId }
}

/**
 * The marks of a call as they are kept: whoever came instead by the name records use.
 * @param displays delegate → name, of those named as substitutes
 */
export const keptMarks = (
  { marks }: RollCall,
  displays: ReadonlyMap<string, string> = new Map(),
): RollAct['marks'] =>
  marks.map(({ delegateId, state, reason, substitute }) => ({
    delegateId,
    state,
    ...(reason === undefined ? {} : { reason }),
    ...keptSubstitute(substitute, displays),
  }))

/** Whoever may edit the conference speaks as the secretariat, anybody else as the point's operator. */
export const speakingAs = (
  grants: readonly Held[],
  touched: Touched,
  at: string,
): 'secretariat' | 'operator' => (may(grants, 'conference:edit', touched, at) ? 'secretariat' : 'operator')

type Held = { role: string; scope: string; validFrom: string; validTo?: string | undefined }

/** Grants that have ended, as they stood when an act is said to have been done: a shift that is over sends what it did. */
export const grantsEndedSince = <G extends Held>(grants: readonly G[], at: string, now: string): G[] =>
  grants.filter((grant) => inForce(grant, at) && !inForce(grant, now))

const sumOf = (
  lines: readonly (BoardLine | PointTotals)[],
  count: (line: PointTotals) => number | undefined,
) => lines.reduce((sum, line) => sum + (count(line) ?? 0), 0)

const stands = (line: BoardLine | PointTotals) => !('withdrawnAt' in line && line.withdrawnAt)

/** The figures of the whole conference: of the points that stand. */
export const totalsOf = (lines: readonly (BoardLine | PointTotals)[]): Totals => {
  const standing = lines.filter(stands)
  return {
    points: standing.length,
    expected: sumOf(standing, ({ expected }) => expected),
    present: sumOf(standing, ({ present }) => present),
    online: sumOf(standing, ({ online }) => online),
    absent: sumOf(standing, ({ absent }) => absent),
    substituted: sumOf(standing, ({ substituted }) => substituted),
    unmarked: sumOf(standing, ({ unmarked }) => unmarked),
    heads: sumOf(standing, ({ heads }) => heads),
  }
}
