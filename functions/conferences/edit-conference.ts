// Edit a conference's fields before it opens: a document, so only the version that was read may be replaced.
import { expectUnit } from '#functions/directory/entity.ts'
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { civilDay } from '#functions/shared/time.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { conferenceItem, loadConference } from './entity.ts'
import { conferenceEdited } from './events.ts'
import { edited } from './rules.ts'
import type { Conference, ConferenceInput } from './schema.ts'

/** @param version the version the editor read, from `If-Match` */
export const editConference = async (
  actor: Actor,
  id: string,
  version: number,
  input: ConferenceInput,
): Promise<Conference> => {
  const current = await loadConference(id)
  allow(actor, 'conference:edit', { conference: id, host: current.hostUnitId })
  allow(actor, 'conference:edit', { conference: id, host: input.hostUnitId })
  expectVersion(current.version, version)
  const next = edited(current, input)
  await expectUnit(input.hostUnitId, civilDay(input.startsAt))
  await write(actor, id, putNext(conferenceItem(next)), emit(actor, conferenceEdited(next)))
  return next
}
