// Who may be added to a delegation, what becomes of a delegate, and in which order they are listed. Pure.
import { byPrecedence } from '#functions/directory/precedence.rules.ts'
import { formalName } from '#functions/directory/rules.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { type FieldError, Problem } from '#functions/shared/problem.ts'
import { fold } from '#functions/shared/text.ts'
import { type DelegateInput, delegatesMost, type StoredDelegate } from './delegates.schema.ts'
import type { Point } from './stored.schema.ts'

const refusing = (slug: 'person-unknown' | 'already-exists', errors: FieldError[]): void => {
  if (errors.length > 0) throw new Problem(slug, { errors })
}

const wrongPersons = (
  code: string,
  inputs: readonly DelegateInput[],
  pointer: (at: number) => string,
  wrong: (id: string, at: number) => boolean,
) =>
  inputs.flatMap(({ personId }, at): FieldError[] =>
    personId && wrong(personId, at) ? [{ pointer: pointer(at), code, message: personId }] : [],
  )

type Listed = Pick<StoredDelegate, 'personId'>

const inList = (at: number) => `/delegates/${at}/personId`

/**
 * @param present the delegation as it stands, without those withdrawn
 * @param pointer where the n-th input names its person
 * @throws Problem `delegation-full`; `person-unknown` or `already-exists` naming the lines
 */
export const expectNewcomers = (
  inputs: readonly DelegateInput[],
  persons: ReadonlyMap<string, Person>,
  present: readonly Listed[],
  pointer: (at: number) => string = inList,
): void => {
  if (present.length + inputs.length > delegatesMost) throw new Problem('delegation-full')
  refusing(
    'person-unknown',
    wrongPersons('person-unknown', inputs, pointer, (id) => !persons.has(id)),
  )
  const there = new Set(present.map(({ personId }) => personId))
  const first = (id: string) => inputs.findIndex(({ personId }) => personId === id)
  refusing(
    'already-exists',
    wrongPersons('already-exists', inputs, pointer, (id, at) => there.has(id) || first(id) !== at),
  )
}

type Somebody = { personId?: string | undefined; delegate?: { delegateId: string } | undefined }

/** Whether somebody is the delegate: by the person an account belongs to, or by the personal link that is used. */
export const isSelf = (
  { personId, delegate: held }: Somebody,
  delegate: Pick<StoredDelegate, 'id' | 'personId' | 'state'>,
): boolean =>
  delegate.state !== 'withdrawn' &&
  (held ? held.delegateId === delegate.id : personId !== undefined && delegate.personId === personId)

type Titled = { [K in 'name' | 'rank' | 'partyTitle' | 'position' | 'unit' | 'role']?: string | undefined }

/** The unit is said with the position, unless that says it already: `Phó Giám đốc Công an tỉnh Ninh Bình`. */
const positionIn = ({ position, unit }: Titled): string | undefined => {
  if (!unit || (position && fold(position).includes(fold(unit)))) return position
  return position ? `${position} ${unit}` : unit
}

/** As records name them: `[rank] name, [Party title], [State title], [role]`. */
export const displayOf = (titled: Titled): string => {
  const { name, rank, partyTitle, role } = titled
  const called = formalName({ name, rank, partyTitle, stateTitle: positionIn(titled) })
  return [called, role].filter(Boolean).join(', ')
}

/** What the line leaves out is taken from the directory. */
const completed = (input: DelegateInput, person: Person | undefined) => {
  const { personId, unit, role, phone, order } = input
  const titled = {
    name: input.name ?? person?.name,
    rank: input.rank ?? person?.rank,
    partyTitle: input.partyTitle ?? person?.partyTitle,
    position: input.position ?? person?.stateTitle,
    unit,
    role,
  }
  return { personId, ...titled, phone, order, display: displayOf(titled) }
}

type Place = Pick<Point, 'id' | 'conferenceId'>

/** A delegate as entered. */
export const newDelegate = (
  id: string,
  { conferenceId, id: pointId }: Place,
  input: DelegateInput,
  person: Person | undefined,
): StoredDelegate => ({
  id,
  conferenceId,
  pointId,
  ...completed(input, person),
  state: 'expected',
  version: 1,
})

/** The same delegate with other words. @throws Problem `delegate-withdrawn` */
export const editedDelegate = (
  delegate: StoredDelegate,
  input: DelegateInput,
  person: Person | undefined,
): StoredDelegate => {
  expectStanding(delegate)
  const { id, conferenceId, pointId, state, substituteFor, version } = delegate
  const kept = { id, conferenceId, pointId, state, substituteFor, version: version + 1 }
  return { ...kept, ...completed(input, person) }
}

/** @throws Problem `delegate-withdrawn` */
const expectStanding = ({ state, display }: StoredDelegate): void => {
  if (state === 'withdrawn') throw new Problem('delegate-withdrawn', { detail: display })
}

/**
 * The delegate will not come; seen as such from now on.
 * @param by name of whoever says so @param at UTC instant
 * @throws Problem `delegate-withdrawn` when they were withdrawn already
 */
export const withdrawnDelegate = (
  delegate: StoredDelegate,
  told: { at: string; by: string; reason: string },
): StoredDelegate => {
  expectStanding(delegate)
  return { ...delegate, state: 'withdrawn', withdrawn: told, version: delegate.version + 1 }
}

/** The one who will not come, and the one who takes their place in the list. */
export const substituted = (
  delegate: StoredDelegate,
  substitute: StoredDelegate,
  told: { at: string; by: string; reason: string },
): { gone: StoredDelegate; substitute: StoredDelegate } => ({
  gone: { ...withdrawnDelegate(delegate, told), substitutedBy: substitute.id },
  substitute: { ...substitute, order: substitute.order ?? delegate.order, substituteFor: delegate.id },
})

type InList = Pick<StoredDelegate, 'order' | 'name' | 'rank' | 'partyTitle' | 'position'>

/** Those given a place first, by it; the others by precedence. */
export const byListOrder = (a: InList, b: InList): number =>
  (a.order ?? 10_001) - (b.order ?? 10_001) ||
  byPrecedence({ ...a, stateTitle: a.position }, { ...b, stateTitle: b.position })
