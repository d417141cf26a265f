// What may be chosen where sources disagree, and what a choice makes of the point's roll. Pure.
import { Problem } from '#functions/shared/problem.ts'
import type { Disagreement, DisagreementKind, Effect, NamedChoice, Settling } from './disagreements.schema.ts'
import { statementsOf } from './fold.rules.ts'
import type { Roll, Told } from './roll.schema.ts'

const named: Record<DisagreementKind, readonly NamedChoice[]> = {
  'link-without-roll': ['link', 'neither'],
  'roll-without-link': ['roll', 'link', 'neither'],
  'heads-below-present': ['roll', 'heads', 'neither'],
  'sources-differ': ['neither'],
  'ended-grant': ['mark', 'neither'],
  'documents-differ': ['neither'],
}

const chosenByEvent: ReadonlySet<DisagreementKind> = new Set(['sources-differ', 'documents-differ'])

/** Everything that may be chosen: the statements by their events where there are such, then the sources by name. */
export const choicesOf = ({ kind, statements = [] }: Disagreement): string[] => [
  ...(chosenByEvent.has(kind) ? statements.map(({ event }) => event) : []),
  ...named[kind],
]

/** @throws Problem `invalid-input` when the choice is none of this disagreement's sources */
export const expectChoice = (disagreement: Disagreement, { chosen }: Pick<Settling, 'chosen'>): void => {
  const choices = choicesOf(disagreement)
  if (choices.includes(chosen)) return
  const message = choices.join(', ')
  throw new Problem('invalid-input', { errors: [{ pointer: '/chosen', code: 'invalid_value', message }] })
}

/** What a statement says, with its reason where the roll still has it; that nobody knows, where none is chosen. */
const toldBy = ({ delegateId = '', statements = [] }: Disagreement, chosen: string, roll: Roll): Told => {
  const statement = statements.find(({ event }) => event === chosen)
  if (!statement) return { state: 'unmarked' }
  const mark = statementsOf(roll, delegateId).find(({ event }) => event === chosen)
  const { state = 'unmarked', substitute } = statement
  return { state, reason: mark?.reason, substitute, substituteId: mark?.substituteId }
}

/** Chosen as it was said, or that nobody knows. Where everybody's heads are too few, those marked are so many at least. */
export const effectOf = (disagreement: Disagreement, chosen: string, roll: Roll): Effect | undefined => {
  const { kind, delegateId, room } = disagreement
  switch (kind) {
    case 'sources-differ':
      return delegateId ? { marks: [{ delegateId, ...toldBy(disagreement, chosen, roll) }] } : undefined
    case 'heads-below-present':
      if (chosen === 'neither') return { marks: [], heads: null }
      return { marks: [], heads: (chosen === 'roll' ? room : disagreement.heads) ?? null }
    case 'roll-without-link':
      return { marks: [], aside: chosen !== 'roll' }
    default:
      return undefined
  }
}
