// How a roll is kept: each call's stamp once, marks by its number. 500 marks are paid for by the kilobyte. Pure.
import * as z from 'zod'
import { Mark, type Roll, Stamp } from './schema.ts'

const PackedMark = Mark.pick({ state: true, reason: true, substitute: true }).extend({ call: z.number() })

export const PackedRoll = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  calls: z.array(Stamp),
  marks: z.record(z.string(), PackedMark),
  heads: z.object({ call: z.number(), count: z.number() }).optional(),
  version: z.number(),
})
export type PackedRoll = z.infer<typeof PackedRoll>

/** Calls of which no mark holds any more are left out: the log has them. */
export const packed = ({ marks, heads, ...roll }: Roll): PackedRoll => {
  const calls: Stamp[] = []
  const numbers = new Map<string, number>()
  const numberOf = ({ at, rank, event, standing }: Stamp): number => {
    const known = numbers.get(event)
    if (known !== undefined) return known
    numbers.set(event, calls.length)
    return calls.push({ at, rank, event, standing }) - 1
  }
  const kept = Object.entries(marks).map(([delegate, mark]) => {
    const { state, reason, substitute } = mark
    return [delegate, { state, reason, substitute, call: numberOf(mark) }] as const
  })
  const count = heads && { call: numberOf(heads), count: heads.count }
  return { ...roll, calls, marks: Object.fromEntries(kept), ...(count ? { heads: count } : {}) }
}

/** The roll as the rules know it. */
export const unpacked = ({ conferenceId, pointId, calls, marks, heads, version }: PackedRoll): Roll => {
  const stampOf = (call: number): Stamp => {
    const stamp = calls[call]
    if (!stamp) throw new Error(`roll of ${pointId} has no call ${call}`)
    return stamp
  }
  const full = Object.entries(marks).map(([delegate, { call, ...told }]) => [
    delegate,
    { ...told, ...stampOf(call) },
  ])
  return {
    conferenceId,
    pointId,
    marks: Object.fromEntries(full),
    ...(heads ? { heads: { ...stampOf(heads.call), count: heads.count } } : {}),
    version,
  }
}
