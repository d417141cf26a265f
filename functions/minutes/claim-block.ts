// Say that one has a block open for editing: it refuses nobody, it warns whoever comes second.
import { readConference } from '#functions/conferences/read-conference.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { put, remove } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { loadBlock, loadMinutes } from './entity.ts'
import type { Editor } from './parts.schema.ts'
import type { EditingClaim, EditingInput } from './workflow.schema.ts'
import { editorItem, editorKey, loadEditors } from './workflow-entity.ts'

/** Longer than a page takes to renew it, so that one lost renewal lets nobody seem gone. */
const claimMs = 60_000

type Place = { id: string; block: string }

/** No event: who looks at what for how long is no part of the record, what is written is. */
const keep = async (actor: Actor, at: Place, editor: Editor): Promise<void> =>
  write(actor, at.block, put(editorItem(at.id, editor)))

/** @throws Problem `not-allowed`, `minutes-missing`, `not-found` */
export const claimBlock = async (
  actor: Actor,
  at: Place,
  { page, editing }: EditingInput,
): Promise<EditingClaim> => {
  await readConference(actor, at.id, 'minutes:draft')
  await loadBlock(await loadMinutes(at.id), at.block)
  const { block } = at
  const [moment, { sub, name }] = [now(), actor]
  const editors = (await loadEditors(at.id, moment.toISOString())).filter((one) => one.block === block)
  const isMine = (one: Editor) => one.sub === sub && one.page === page
  const others = editors.filter((one) => !isMine(one))
  if (!editing) {
    await write(actor, block, remove(editorKey(at.id, { block, sub, page })))
    return { others }
  }
  const since = editors.find(isMine)?.since ?? moment.toISOString()
  const until = new Date(moment.getTime() + claimMs).toISOString()
  await keep(actor, at, { block, page, sub, name, since, until })
  return { until, others }
}
