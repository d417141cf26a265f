// How a roll is kept: each call's stamp once, marks by its number. 500 marks are paid for by the kilobyte. Pure.
import * as z from 'zod'
import { type Mark, type Roll, Roll as RollShape, Stamp, Told } from './roll.schema.ts'

const PackedMark = Told.extend({ call: z.number() })
type PackedMark = z.infer<typeof PackedMark>

const PackedHeads = z.object({ call: z.number(), count: z.number().nullable() })

export const PackedRoll = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  calls: z.array(Stamp),
  marks: z.record(z.string(), PackedMark),
  others: z.record(z.string(), z.array(PackedMark)).optional(),
  heads: PackedHeads.optional(),
  agreedHeads: PackedHeads.optional(),
  aside: RollShape.shape.aside,
  version: z.number(),
})
export type PackedRoll = z.infer<typeof PackedRoll>

const filled = (record: Record<string, unknown>) => Object.keys(record).length > 0

/** Numbers the calls in the order in which they are first met. */
const numbering = () => {
  const calls: Stamp[] = []
  const numbers = new Map<string, number>()
  const numberOf = ({ at, rank, event, standing, by, author, seen }: Stamp): number => {
    // One event may speak for two: a confirmed check-in for the operator, and for a claim that is no more.
    const key = `${event} ${rank}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, calls.length)
    return calls.push({ at, rank, event, standing, by, author, seen }) - 1
  }
  return { calls, numberOf }
}

const mapped = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

/** Calls of which nothing is kept any more are left out: the log has them. */
export const packed = (roll: Roll): PackedRoll => {
  const { conferenceId, pointId, version, marks, others, heads, agreedHeads, aside } = roll
  const { calls, numberOf } = numbering()
  const packedMark = (mark: Mark): PackedMark => {
    const { state, reason, substitute, substituteId } = mark
    return { state, reason, substitute, substituteId, call: numberOf(mark) }
  }
  const counted = (told: Roll['heads']) => told && { call: numberOf(told), count: told.count }
  return {
    conferenceId,
    pointId,
    calls,
    marks: mapped(marks, packedMark),
    ...(filled(others) ? { others: mapped(others, (all) => all.map(packedMark)) } : {}),
    ...(heads ? { heads: counted(heads) } : {}),
    ...(agreedHeads ? { agreedHeads: counted(agreedHeads) } : {}),
    ...(aside ? { aside } : {}),
    version,
  }
}

/** The roll as the rules know it. */
export const unpacked = (kept: PackedRoll): Roll => {
  const { conferenceId, pointId, calls, marks, others = {}, heads, agreedHeads, aside, version } = kept
  const stampOf = (call: number): Stamp => {
    const stamp = calls[call]
    if (!stamp) throw new Error(`roll of ${pointId} has no call ${call}`)
    return stamp
  }
  const full = ({ call, ...told }: PackedMark): Mark => ({ ...told, ...stampOf(call) })
  return {
    conferenceId,
    pointId,
    marks: mapped(marks, full),
    others: mapped(others, (all) => all.map(full)),
    ...(heads ? { heads: { ...stampOf(heads.call), count: heads.count } } : {}),
    ...(agreedHeads ? { agreedHeads: { ...stampOf(agreedHeads.call), count: agreedHeads.count } } : {}),
    ...(aside ? { aside } : {}),
    version,
  }
}
