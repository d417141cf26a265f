// Hand in a new text: earlier ones stay, so that versions can be compared.
import { loadConference } from '#functions/conferences/entity.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNew, putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { allowOwn } from './allow-own.ts'
import { contributionItem, loadContribution, textItem } from './entity.ts'
import { contributionRewritten } from './events.ts'
import { receiptOf } from './hash.ts'
import { expectEditable, isLate, rewritten } from './rules.ts'
import type { Contribution, TextInput } from './schema.ts'

/** @param version the version the writer read, from `If-Match` */
export const rewriteContribution = async (
  actor: Actor,
  at: { id: string; ctb: string },
  version: number,
  input: TextInput,
): Promise<Contribution> => {
  const [conference, current] = await Promise.all([loadConference(at.id), loadContribution(at.id, at.ctb)])
  allowOwn(actor, 'contribution:submit', conference, current)
  expectVersion(current.version, version)
  expectEditable(current)
  const receipt = receiptOf(current.receipt.number + 1, input.text, now().toISOString())
  const late = isLate(conference, current.kind, receipt.receivedAt)
  const next = rewritten(current, input, receipt, late)
  const by = { sub: actor.sub, personId: actor.personId, name: actor.name }
  await write(
    actor,
    next.id,
    putNext(contributionItem(next)),
    putNew(textItem(at.id, { ...receipt, ...input, contributionId: next.id, late, by })),
    emit(actor, contributionRewritten(next)),
  )
  return next
}
