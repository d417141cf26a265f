// Submit a contribution: the head, the text with its files, and a receipt with hash and time.
import { loadPoints } from '#functions/bridge-points/entity.ts'
import { pointIdOf } from '#functions/bridge-points/point-key.rules.ts'
import { expectNotWithdrawn } from '#functions/bridge-points/points.rules.ts'
import { loadConference } from '#functions/conferences/entity.ts'
import type { Conference } from '#functions/conferences/schema.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { wrongField } from '#functions/shared/problem.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { allowSubmitting } from './allow-own.ts'
import { contributionItem, textItem } from './entity.ts'
import { contributionSubmitted } from './events.ts'
import { receiptOf } from './hash.ts'
import { expectTurn } from './heard-turn.ts'
import type { ContributionInput } from './input.schema.ts'
import { nameAuthor, nameCoAuthors } from './name-authors.ts'
import { expectAgendaItem, expectSubstance, newContribution, type Submission, titleOf } from './rules.ts'
import type { Contribution } from './schema.ts'
import { takeFiles } from './take-files.ts'
import { expectTaking, latenessOf } from './time.rules.ts'

const expectTakesPart = async ({ id, hostUnitId }: Conference, unitId: string) => {
  if (unitId === hostUnitId) return
  const [point] = await loadPoints(id, [pointIdOf(unitId)])
  if (!point) throw wrongField('unit-not-invited', '/unitId', unitId)
  expectNotWithdrawn(point)
}

const expectFitting = async (conference: Conference, input: ContributionInput): Promise<void> => {
  expectTaking(conference, input.kind)
  expectAgendaItem(conference, input.agendaItem)
  await expectTakesPart(conference, input.unitId)
  await expectTurn(conference.id, input.turn, input.unitId)
}

const peopleBehind = async (conference: Conference, { author, coAuthors, presenter }: ContributionInput) => ({
  author: await nameAuthor(conference, author, '/author'),
  coAuthors: await nameCoAuthors(conference, coAuthors),
  ...(presenter ? { presenter: await nameAuthor(conference, presenter, '/presenter') } : {}),
})

const madeOf = (actor: Actor, conference: Conference, input: ContributionInput, submission: Submission) => {
  const id = newId('ctb')
  const receivedAt = now().toISOString()
  const head = { id, conferenceId: conference.id, kind: input.kind, unitId: input.unitId }
  const receipt = receiptOf(head, submission, { number: 1, receivedAt })
  const by = { sub: actor.sub, personId: actor.personId, name: actor.name }
  const lateness = latenessOf(conference, input.kind, receivedAt)
  const contribution = newContribution({ id, conference, by, receipt, lateness }, input, submission)
  return { contribution, version: { ...receipt, ...submission, ...lateness, contributionId: id, by } }
}

/**
 * @throws Problem `not-allowed`, `unit-not-own`, `conference-state`, `unit-not-invited`, `point-withdrawn`, `agenda-item-unknown`,
 * `person-unknown`, `turn-unknown`, and those of files
 */
export const submitContribution = async (
  actor: Actor,
  conferenceId: string,
  input: ContributionInput,
): Promise<Contribution> => {
  const conference = await loadConference(conferenceId)
  await allowSubmitting(actor, conference, input)
  await expectFitting(conference, input)
  const { files, uses } = await takeFiles(actor, input.files)
  const people = await peopleBehind(conference, input)
  const submission = { title: titleOf(input), text: input.text ?? '', files, ...people }
  expectSubstance(input.kind, submission)
  const { contribution, version } = madeOf(actor, conference, input, submission)
  await write(
    actor,
    contribution.id,
    putNew(contributionItem(contribution)),
    putNew(textItem(conferenceId, version)),
    ...uses,
    emit(actor, contributionSubmitted(contribution)),
  )
  return contribution
}
