// Delegates of a bridge point: shapes.
import * as z from 'zod'
import { idOf, namedIdOf } from '#functions/shared/ids.ts'
import { line } from '#functions/shared/text.ts'
import { PhoneNumber } from './phone.rules.ts'
import { PointId } from './stored.schema.ts'

export const DelegateId = idOf('dlg')

export const DelegatePath = z.object({ id: idOf('cnf'), point: PointId, delegate: DelegateId })

/** A point has at most so many delegates: their marks are one item. */
export const delegatesMost = 500

const fields = {
  personId: namedIdOf('prs').optional(),
  name: line(100).optional(),
  rank: line(60).optional(),
  partyTitle: line(300).optional(),
  /** The State title: `Phó Giám đốc`. */
  position: line(300).optional(),
  /** The unit, where the position does not say it. */
  unit: line(200).optional(),
  /** The role beside one's titles: `Phó Trưởng Ban Chỉ đạo`, `Trưởng đoàn`. */
  role: line(200).optional(),
  phone: PhoneNumber.optional(),
  /** The place in the list, when precedence is not to decide. */
  order: z.number().int().min(1).max(10_000).optional(),
}

type Named = { [K in 'personId' | 'name' | 'position' | 'partyTitle']?: string | undefined }

export const isSomebody = ({ personId, name, position, partyTitle }: Named): boolean =>
  Boolean(personId ?? name ?? position ?? partyTitle)

/** A person of the directory, or somebody known by name or position only. */
export const DelegateInput = z.strictObject(fields).refine(isSomebody, {
  path: ['name'],
  message: 'a person, a name or a position is needed',
})
export type DelegateInput = z.infer<typeof DelegateInput>

export const DelegatesInput = z.strictObject({
  delegates: z.array(DelegateInput).min(1).max(delegatesMost),
})
export type DelegatesInput = z.infer<typeof DelegatesInput>

/** Withdrawn delegates stay to be seen; they are not of the delegation any more. */
export const DelegateState = z.enum(['expected', 'withdrawn'])

/** A delegate as every reader of the conference may see them: without the telephone. */
export const Delegate = z.object({
  id: DelegateId,
  conferenceId: z.string(),
  pointId: z.string(),
  personId: z.string().optional(),
  name: z.string().optional(),
  rank: z.string().optional(),
  partyTitle: z.string().optional(),
  position: z.string().optional(),
  unit: z.string().optional(),
  role: z.string().optional(),
  order: z.number().optional(),
  /** As records name them. */
  display: z.string(),
  state: DelegateState.default('expected'),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
  /** Whose place they take, and who took theirs: ids of delegates of the same point. */
  substituteFor: z.string().optional(),
  substitutedBy: z.string().optional(),
  version: z.number().default(1),
})
export type Delegate = z.infer<typeof Delegate>

/** With what only the desk and the point itself may see. */
export const StoredDelegate = Delegate.extend({ phone: z.string().optional() })
export type StoredDelegate = z.infer<typeof StoredDelegate>

export const Answer = z.enum(['unanswered', 'accepted', 'declined'])
export type Answer = z.infer<typeof Answer>

/** As listed: with the answer that holds. */
export const ShownDelegate = StoredDelegate.extend({
  answer: Answer,
  answeredAt: z.string().optional(),
  answerNote: z.string().optional(),
})
export type ShownDelegate = z.infer<typeof ShownDelegate>

export const Delegates = z.object({ items: z.array(ShownDelegate) })

export const DelegateQuery = z.strictObject({
  /** Also those withdrawn, after the others. */
  all: z.enum(['true', 'false']).default('false'),
})

export const Withdrawal = z.strictObject({ reason: line(500) })
export type Withdrawal = z.infer<typeof Withdrawal>

export const Substitution = z.strictObject({ delegate: DelegateInput, reason: line(500) })
export type Substitution = z.infer<typeof Substitution>
