// Time at the floor: what a turn is given, and who has spoken for how long. Pure.
import { Problem } from '#functions/shared/problem.ts'
import type { Floor, FloorRequest, FloorTotals } from './schema.ts'

type Time = { turns: number; seconds: number }

const secondsBetween = (from: string, to: string): number =>
  Math.max(Math.round((Date.parse(to) - Date.parse(from)) / 1000), 0)

/** How long a request has had the floor until `at`, and in how many turns: one that was cut short is still one. */
const timeOf = ({ earlier = [], startedAt, endedAt }: FloorRequest, at: string): Time => {
  const last = startedAt === undefined ? 0 : secondsBetween(startedAt, endedAt ?? at)
  const before = earlier.reduce((sum, { seconds }) => sum + seconds, 0)
  const spoke = startedAt !== undefined || earlier.length > 0
  return { turns: spoke ? 1 : 0, seconds: before + last }
}

const sum = (times: readonly Time[]): Time => ({
  turns: times.reduce((all, { turns }) => all + turns, 0),
  seconds: times.reduce((all, { seconds }) => all + seconds, 0),
})

/** What the speeches of a unit have taken; points of order are not counted. */
const spentBy = (requests: readonly FloorRequest[], unitId: string, at: string): number =>
  sum(
    requests
      .filter((request) => request.unitId === unitId && request.kind === 'speech')
      .map((request) => timeOf(request, at)),
  ).seconds

type Calling = { floor: Floor; request: FloorRequest; requests: readonly FloorRequest[]; at: string }

/**
 * Seconds for the turn that is called now: what was left of one cut short, else the budget of a turn; never more than
 * its unit has left. What the chair says goes above all of them.
 * @throws Problem `unit-time-spent`
 */
export const budgetOf = ({ floor, request, requests, at }: Calling, said: number | undefined): number => {
  if (said !== undefined) return said
  if (request.kind === 'point-of-order') return floor.orderBudgetSeconds
  const turn = request.remainingSeconds || floor.budgetSeconds
  if (floor.unitBudgetSeconds === undefined) return turn
  const left = floor.unitBudgetSeconds - spentBy(requests, request.unitId, at)
  if (left <= 0) throw new Problem('unit-time-spent')
  return Math.min(turn, left)
}

const speakerKey = ({ unitId, speaker }: FloorRequest) =>
  speaker.personId ?? speaker.delegateId ?? `${unitId} ${speaker.display}`

const longestFirst = (a: Time, b: Time) => b.seconds - a.seconds || b.turns - a.turns

type Spoken = { request: FloorRequest; time: Time }

/** A request by who spoke in it: where another went on after a turn was cut short, each has their own part. */
const byVoice = (request: FloorRequest): FloorRequest[] => {
  const { earlier = [], ...last } = request
  const own = earlier.filter(({ speaker }) => speaker === undefined)
  const others = Map.groupBy(
    earlier.filter(({ speaker }) => speaker !== undefined),
    ({ speaker }) => speakerKey({ ...request, speaker: speaker ?? request.speaker }),
  )
  const parts = [...others.values()].map((spans) => {
    const { startedAt: _, endedAt: __, ...part } = last
    return { ...part, speaker: spans[0]?.speaker ?? request.speaker, earlier: spans }
  })
  return [...parts, { ...last, earlier: own }]
}

const spokenIn = (requests: readonly FloorRequest[], at: string): Spoken[] =>
  requests.map((request) => ({ request, time: timeOf(request, at) })).filter(({ time }) => time.turns > 0)

const timeByKey = (spoken: readonly Spoken[], keyOf: (request: FloorRequest) => string) =>
  [...Map.groupBy(spoken, ({ request }) => keyOf(request)).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...sum(group.map(({ time }) => time)), request: first.request }] : []
  })

/** Who spoke for how long until `at` (UTC instant), by unit and by person, the longest first. */
export const totalsOf = (requests: readonly FloorRequest[], at: string): FloorTotals => {
  const spoken = spokenIn(requests, at)
  const units = timeByKey(spoken, ({ unitId }) => unitId)
  const speakers = timeByKey(spokenIn(requests.flatMap(byVoice), at), speakerKey)
  return {
    ...sum(spoken.map(({ time }) => time)),
    units: units.map(({ request, ...time }) => ({ ...time, unitId: request.unitId })).sort(longestFirst),
    speakers: speakers
      .map(({ request: { unitId, speaker }, ...time }) => ({
        ...time,
        unitId,
        display: speaker.display,
        ...(speaker.personId ? { personId: speaker.personId } : {}),
      }))
      .sort(longestFirst),
  }
}
