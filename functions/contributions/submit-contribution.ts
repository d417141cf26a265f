// Submit a contribution: the head, the text and a receipt with hash and time.
import { loadInvitedUnits } from '#functions/bridge-points/entity.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import { findPerson } from '#functions/directory/entity.ts'
import type { Person } from '#functions/directory/stored.schema.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { contributionItem, textItem } from './entity.ts'
import { contributionSubmitted } from './events.ts'
import { receiptOf } from './hash.ts'
import { authorOf, expectAgendaItem, expectTaking, newContribution } from './rules.ts'
import type { AuthorInput, Contribution, ContributionInput } from './schema.ts'

const expectTakesPart = async ({ id, hostUnitId }: Conference, unitId: string) => {
  if (unitId === hostUnitId) return
  const invited = await loadInvitedUnits(id, [unitId])
  if (invited.length === 0) throw wrongField('unit-not-invited', '/unitId', unitId)
}

const personOf = async ({ personId }: AuthorInput): Promise<Person | undefined> => {
  if (personId === undefined) return undefined
  const person = await findPerson(personId)
  if (!person) throw wrongField('person-unknown', '/author/personId', personId)
  return person
}

/** @throws Problem `not-allowed`, `conference-state`, `unit-not-invited`, `agenda-item-unknown`, `person-unknown` */
export const submitContribution = async (
  actor: Actor,
  conferenceId: string,
  input: ContributionInput,
): Promise<Contribution> => {
  const conference = await loadConference(conferenceId)
  const touched = { conference: conferenceId, host: conference.hostUnitId, unit: input.unitId }
  allow(actor, 'contribution:submit', touched)
  expectTaking(conference, input.kind)
  expectAgendaItem(conference, input.agendaItem)
  await expectTakesPart(conference, input.unitId)
  const receipt = receiptOf(1, input.text, now().toISOString())
  const by = { sub: actor.sub, personId: actor.personId, name: actor.name }
  const author = authorOf(input.author, await personOf(input.author))
  const contribution = newContribution({ id: newId('ctb'), conference, author, by, receipt }, input)
  const { id, title, late } = contribution
  await write(
    actor,
    id,
    putNew(contributionItem(contribution)),
    putNew(textItem(conferenceId, { ...receipt, contributionId: id, title, text: input.text, late, by })),
    emit(actor, contributionSubmitted(contribution)),
  )
  return contribution
}
