// Enter, word anew and take back what a conference brought about. Whatever is unknown of it is kept so and flagged.

import { loadConference } from '#functions/conferences/entity.ts'
import { expectState } from '#functions/conferences/rules.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { expectAgendaItem } from '#functions/contributions/rules.ts'
import { loadUnits } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { type Operation, put, putNew, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { contradictionOperations } from './contradictions.ts'
import { loadOutcome, loadOutcomes, outcomeItem } from './entity.ts'
import { outcomeRecorded, outcomeRevised, outcomeWithdrawn } from './events.ts'
import { placeItem } from './progress-entity.ts'
import { expectCited, newOutcome, revised, withdrawn } from './rules.ts'
import { type Inputs, type Outcome, type OutcomeKind, type OutcomeOf, prefixOf } from './schema.ts'

/** Entered while people speak, and afterwards until the minutes are signed elsewhere: never before it began. */
const expectDesk = async (actor: Actor, id: string): Promise<Conference> => {
  const conference = await loadConference(id)
  allow(actor, 'outcome:write', { conference: id, host: conference.hostUnitId })
  expectState(conference, ['in-session', 'closed'])
  return conference
}

const isDirective = (kind: OutcomeKind, input: Inputs[OutcomeKind]): input is Inputs['directive'] =>
  kind === 'directive'

/** @throws Problem `agenda-item-unknown`, `unit-unknown`, `citation-unknown`, each naming the line */
const expectKnown = async (
  conference: Conference,
  kind: OutcomeKind,
  input: Inputs[OutcomeKind],
): Promise<void> => {
  if (!isDirective(kind, input)) return
  const { ownerUnitIds, citationIds, agendaItem } = input
  expectAgendaItem(conference, agendaItem)
  const [units, citations] = await Promise.all([
    loadUnits(ownerUnitIds),
    citationIds.length > 0 ? loadOutcomes(conference.id, 'citation') : [],
  ])
  const known = new Set(units.map((unit) => unit.id))
  const at = ownerUnitIds.findIndex((unit) => !known.has(unit))
  if (at >= 0) throw wrongField('unit-unknown', `/ownerUnitIds/${at}`, ownerUnitIds[at] ?? '')
  const standing = citations.filter((citation) => !citation.withdrawn)
  expectCited(citationIds, new Set(standing.map((citation) => citation.id)))
}

/** The state names the event that told it, and the event tells the state. */
const told = <O extends Outcome>(
  actor: Actor,
  outcome: O,
  announce: (outcome: Outcome) => Parameters<typeof recorded>[1],
) => {
  const event = recorded(actor, announce(outcome))
  return { event, outcome: { ...outcome, event: event.id } }
}

/** @throws Problem `not-allowed`, `conference-state`, `agenda-item-unknown`, `unit-unknown`, `citation-unknown` */
export const recordOutcome = async <K extends OutcomeKind>(
  actor: Actor,
  conferenceId: string,
  kind: K,
  input: Inputs[K],
): Promise<OutcomeOf<K>> => {
  const conference = await expectDesk(actor, conferenceId)
  await expectKnown(conference, kind, input)
  const { sub, name } = actor
  const entry = {
    id: newId(prefixOf(kind)),
    conferenceId,
    by: { sub, name },
    at: now().toISOString(),
    event: '',
  }
  const made = told(actor, newOutcome(kind, input, entry), outcomeRecorded)
  const contradictions = await contradictionOperations(actor, undefined, made.outcome)
  const found = placesOf(conference, made.outcome)
  await write(
    actor,
    entry.id,
    putNew(outcomeItem(made.outcome)),
    putEvent(made.event),
    ...contradictions,
    ...found,
  )
  return made.outcome
}

/** A directive is found under its host and its owners; who owns it no longer is told by the directive itself. */
const placesOf = ({ id, hostUnitId, title }: Conference, outcome: Outcome): Operation[] => {
  if (outcome.kind !== 'directive') return []
  const place = { hostUnitId, conferenceId: id, directiveId: outcome.id, title }
  return [...new Set([hostUnitId, ...outcome.ownerUnitIds])].map((unitId) =>
    put(placeItem({ ...place, unitId })),
  )
}

type At<K> = { id: string; kind: K; item: string }

const replace = async <O extends Outcome>(
  actor: Actor,
  current: O,
  next: O,
  announce: Parameters<typeof told>[2],
  found: Operation[] = [],
): Promise<O> => {
  const made = told(actor, next, announce)
  const contradictions = await contradictionOperations(actor, current, made.outcome)
  const kept = [putNext(outcomeItem(made.outcome)), putEvent(made.event)]
  await write(actor, next.id, ...kept, ...contradictions, ...found)
  return made.outcome
}

/**
 * @param version the version that was read, from `If-Match`
 * @throws Problem `not-found`, `stale-version`, `outcome-withdrawn` and those of entering
 */
export const reviseOutcome = async <K extends OutcomeKind>(
  actor: Actor,
  { id, kind, item }: At<K>,
  version: number,
  input: Inputs[K],
): Promise<OutcomeOf<K>> => {
  const conference = await expectDesk(actor, id)
  const current = await loadOutcome(id, kind, item)
  expectVersion(current.version, version)
  await expectKnown(conference, kind, input)
  const next = revised(current, kind, input, '')
  return replace(actor, current, next, outcomeRevised, placesOf(conference, next))
}

/** @throws Problem `not-found`, `outcome-withdrawn` */
export const withdrawOutcome = async <K extends OutcomeKind>(
  actor: Actor,
  { id, kind, item }: At<K>,
  reason: string,
): Promise<OutcomeOf<K>> => {
  await expectDesk(actor, id)
  const current = await loadOutcome(id, kind, item)
  const taken = { reason, at: now().toISOString(), by: actor.name }
  return replace(actor, current, withdrawn(current, taken, '') as OutcomeOf<K>, outcomeWithdrawn)
}
