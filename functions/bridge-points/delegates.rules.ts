// Who may be added to a delegation, and in which order it is listed. Pure.
import { byPrecedence } from '#functions/directory/precedence.rules.ts'
import { formalName } from '#functions/directory/rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { type FieldError, Problem } from '#functions/shared/problem.ts'
import { type Delegate, type DelegateInput, delegatesMost } from './delegates.schema.ts'
import type { Point } from './stored.schema.ts'

const refusing = (slug: 'person-unknown' | 'already-exists', errors: FieldError[]): void => {
  if (errors.length > 0) throw new Problem(slug, { errors })
}

const wrongPersons = (
  code: string,
  inputs: readonly DelegateInput[],
  wrong: (id: string, at: number) => boolean,
) =>
  inputs.flatMap(({ personId }, at): FieldError[] =>
    personId && wrong(personId, at)
      ? [{ pointer: `/delegates/${at}/personId`, code, message: personId }]
      : [],
  )

/**
 * @throws Problem `delegation-full`; `person-unknown` or `already-exists` naming the lines
 */
export const expectNewcomers = (
  inputs: readonly DelegateInput[],
  persons: ReadonlyMap<string, Person>,
  present: readonly Delegate[],
): void => {
  if (present.length + inputs.length > delegatesMost) throw new Problem('delegation-full')
  refusing(
    'person-unknown',
    wrongPersons('person-unknown', inputs, (id) => !persons.has(id)),
  )
  const there = new Set(present.map(({ personId }) => personId))
  const first = (id: string) => inputs.findIndex(({ personId }) => personId === id)
  refusing(
    'already-exists',
    wrongPersons('already-exists', inputs, (id, at) => there.has(id) || first(id) !== at),
  )
}

/** A delegate as entered; what the line leaves out is taken from the directory. */
export const newDelegate = (
  id: string,
  point: Point,
  input: DelegateInput,
  person: Person | undefined,
): Delegate => {
  const name = input.name ?? person?.name
  const rank = input.rank ?? person?.rank
  const partyTitle = input.partyTitle ?? person?.partyTitle
  const position = input.position ?? person?.stateTitle
  const display = formalName({ name, rank, partyTitle, stateTitle: position })
  const { personId, order } = input
  const { conferenceId, id: pointId } = point
  return { id, conferenceId, pointId, personId, name, rank, partyTitle, position, order, display }
}

/** Those given a place first, by it; the others by precedence. */
export const byListOrder = (a: Delegate, b: Delegate): number =>
  (a.order ?? 10_001) - (b.order ?? 10_001) ||
  byPrecedence({ ...a, stateTitle: a.position }, { ...b, stateTitle: b.position })
