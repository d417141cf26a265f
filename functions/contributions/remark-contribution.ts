// A reviewer's remark beside any decision: for the desk, or for the author too. It changes nothing else.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { loadContribution, noteItem } from './entity.ts'
import { contributionRemarked } from './events.ts'
import type { Remark } from './input.schema.ts'
import type { Contribution, ReviewNote } from './schema.ts'

/** An act: appended, in any state, whatever others say meanwhile. @throws Problem `not-allowed` */
export const remarkContribution = async (
  actor: Actor,
  at: { id: string; ctb: string },
  remark: Remark,
): Promise<Contribution> => {
  const [conference, contribution] = await Promise.all([
    loadConference(at.id),
    loadContribution(at.id, at.ctb),
  ])
  allowOwn(actor, 'contribution:review', conference, contribution)
  const note: ReviewNote = {
    ...remark,
    id: newId('nte'),
    contributionId: contribution.id,
    move: 'remark',
    number: contribution.receipt.number,
    by: { sub: actor.sub, personId: actor.personId, name: actor.name },
    at: now().toISOString(),
  }
  await write(
    actor,
    contribution.id,
    putNew(noteItem(at.id, note)),
    emit(actor, contributionRemarked(contribution, note)),
  )
  return contribution
}
