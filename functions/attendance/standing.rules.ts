// What was said counts as what the conference's life makes of it: a start or a close that was a mistake and was undone
// changes that afterwards. Pure.
import * as z from 'zod'
import { momentOf } from '#functions/shared/ids.ts'
import type { Roll, Stamp, Standing } from './roll.schema.ts'

/** When the session began and was closed, as it stands: an undone start or close is none. */
export type Lifecycle = { startedAt?: string | undefined; closedAt?: string | undefined }

type Kept = Pick<Stamp, 'at' | 'event' | 'standing'>

/** What stands now of something recorded as rehearsal, attendance or late. */
const standingNow = ({ startedAt, closedAt }: Lifecycle, { at, event, standing }: Kept): Standing => {
  if (standing === 'rehearsal' || !startedAt || at < startedAt) return 'rehearsal'
  const inTime = !closedAt || (at <= closedAt && momentOf(event) <= Date.parse(closedAt))
  return standing === 'late' && inTime ? 'attendance' : standing
}

/** The same statement, with what it counts as now. */
export const restood = <K extends Kept>(lifecycle: Lifecycle, kept: K): K => ({
  ...kept,
  standing: standingNow(lifecycle, kept),
})

const eachOf = <K extends Kept>(record: Record<string, K>, lifecycle: Lifecycle) =>
  Object.fromEntries(Object.entries(record).map(([id, kept]) => [id, restood(lifecycle, kept)]))

/**
 * The roll with everything in it counting as what it counts as now.
 * @param lifecycle of the conference; left out where it is not known, and then what was recorded holds
 */
export const rollWithin = (roll: Roll, lifecycle?: Lifecycle): Roll => {
  if (!lifecycle) return roll
  const { marks, others, heads, agreedHeads } = roll
  const othersNow = Object.entries(others).map(
    ([id, all]) => [id, all.map((mark) => restood(lifecycle, mark))] as const,
  )
  return {
    ...roll,
    marks: eachOf(marks, lifecycle),
    others: Object.fromEntries(othersNow),
    ...(heads ? { heads: restood(lifecycle, heads) } : {}),
    ...(agreedHeads ? { agreedHeads: restood(lifecycle, agreedHeads) } : {}),
  }
}

const Step = z.object({ startedAt: z.string().optional(), closedAt: z.string().optional() })

type Logged = { name: string; effectiveAt: string; data: Record<string, unknown> }

const steps: Record<string, (before: Lifecycle, told: Lifecycle, at: string) => Lifecycle> = {
  'conference.started': (_, { startedAt }, at) => ({ startedAt: startedAt ?? at }),
  'conference.closed': (before, { closedAt }, at) => ({ ...before, closedAt: closedAt ?? at }),
  'conference.reopened': ({ startedAt, closedAt }) => (closedAt ? { startedAt } : {}),
}

/** The life of a conference as its events tell it, oldest first; undefined where they tell of no start. */
export const lifecycleIn = (events: readonly Logged[]): Lifecycle | undefined => {
  let life: Lifecycle | undefined
  for (const { name, data, effectiveAt } of events) {
    const step = steps[name]
    if (step && (life || name === 'conference.started'))
      life = step(life ?? {}, Step.parse(data), effectiveAt)
  }
  return life
}

/** Whether a call that waits to be judged was made in the session as it stands. */
export const isInSession = ({ at }: { at: string }, lifecycle: Lifecycle | undefined): boolean =>
  !lifecycle || (lifecycle.startedAt !== undefined && at >= lifecycle.startedAt)
