// How a roll is kept: each call's stamp once, marks by its number. 500 marks are paid for by the kilobyte. Pure.
import * as z from 'zod'
import { type Mark, MarkState, type Roll, Roll as RollShape, Stamp, Told } from './roll.schema.ts'

const letters = { present: 'p', online: 'o', absent: 'a', substituted: 's', unmarked: 'u' } as const
const states = new Map(Object.entries(letters).map(([state, letter]) => [letter, MarkState.parse(state)]))

/** `p3`, present by call 3, is most of what is ever said; a reason or a substitute takes the long form. */
const Short = z.string().regex(/^[poasu]\d+$/)
/** What was said of one delegate: the mark that holds, then the others. */
const Line = z.string().regex(/^[poasu]\d+( [poasu]\d+)*$/)
const Long = Told.extend({ call: z.number() })
type Long = z.infer<typeof Long>
const PackedMark = z.union([Short, Long])
type PackedMark = z.infer<typeof PackedMark>

const shortened = (mark: Long): PackedMark => {
  const { state, reason, substitute, substituteId, call } = mark
  return (reason ?? substitute ?? substituteId) === undefined ? `${letters[state]}${call}` : mark
}

const lengthened = (mark: PackedMark): Long =>
  typeof mark === 'string'
    ? { state: states.get(mark.slice(0, 1) as 'p') ?? 'unmarked', call: Number(mark.slice(1)) }
    : mark

const isShort = (mark: PackedMark): mark is string => typeof mark === 'string'

const PackedHeads = z.object({ call: z.number(), count: z.number().nullable() })

export const PackedRoll = z.object({
  conferenceId: z.string(),
  pointId: z.string(),
  calls: z.array(Stamp),
  marks: z.record(z.string(), z.union([Line, Long])),
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

type Packed = { marks: PackedRoll['marks']; others: NonNullable<PackedRoll['others']> }

/** One line a delegate where nothing takes the long form: an id is thirty letters, and is written once. */
const inLines = (marks: Record<string, PackedMark>, others: Record<string, PackedMark[]>): Packed => {
  const lines: Packed = { marks: { ...marks }, others: {} }
  for (const [delegateId, rest] of Object.entries(others)) {
    const mark = marks[delegateId]
    if (mark !== undefined && isShort(mark) && rest.every(isShort))
      lines.marks[delegateId] = [mark, ...rest].join(' ')
    else lines.others[delegateId] = rest
  }
  return lines
}

/** Calls of which nothing is kept any more are left out: the log has them. */
export const packed = (roll: Roll): PackedRoll => {
  const { conferenceId, pointId, version, heads, agreedHeads, aside } = roll
  const { calls, numberOf } = numbering()
  const packedMark = (mark: Mark): PackedMark => {
    const { state, reason, substitute, substituteId } = mark
    return shortened({ state, reason, substitute, substituteId, call: numberOf(mark) })
  }
  const counted = (told: Roll['heads']) => told && { call: numberOf(told), count: told.count }
  const others = mapped(roll.others, (all) => all.map(packedMark))
  const lines = inLines(mapped(roll.marks, packedMark), others)
  return {
    conferenceId,
    pointId,
    calls,
    marks: lines.marks,
    ...(filled(lines.others) ? { others: lines.others } : {}),
    ...(heads ? { heads: counted(heads) } : {}),
    ...(agreedHeads ? { agreedHeads: counted(agreedHeads) } : {}),
    ...(aside ? { aside } : {}),
    version,
  }
}

/** What was said of each delegate, the mark that holds apart from the others. */
const outOfLines = ({ marks, others = {} }: PackedRoll) => {
  const apart = {
    marks: {} as Record<string, PackedMark>,
    others: { ...others } as Record<string, PackedMark[]>,
  }
  for (const [delegateId, line] of Object.entries(marks)) {
    const [mark = line, ...rest] = typeof line === 'string' ? line.split(' ') : [line]
    apart.marks[delegateId] = mark
    if (rest.length > 0) apart.others[delegateId] = rest
  }
  return apart
}

/** The roll as the rules know it. */
export const unpacked = (kept: PackedRoll): Roll => {
  const { conferenceId, pointId, calls, heads, agreedHeads, aside, version } = kept
  const { marks, others } = outOfLines(kept)
  const stampOf = (call: number): Stamp => {
    const stamp = calls[call]
    if (!stamp) throw new Error(`roll of ${pointId} has no call ${call}`)
    return stamp
  }
  const full = (mark: PackedMark): Mark => {
    const { call, ...told } = lengthened(mark)
    return { ...told, ...stampOf(call) }
  }
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
