// Begin a record of a past conference from what its documents say.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { putNew } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { importItem } from './entity.ts'
import { importDrafted } from './events.ts'
import { newImport } from './rules.ts'
import type { Import, ImportInput } from './schema.ts'
import { takeFacts } from './take-facts.ts'

/** @throws Problem `not-allowed`, and whatever `takeFacts` refuses */
export const draftImport = async (actor: Actor, input: ImportInput): Promise<Import> => {
  allow(actor, 'import:write')
  const { facts, uses } = await takeFacts(actor, input)
  const { sub, name } = actor
  const begun = newImport(facts, { tail: newUlid(), by: { sub, name }, at: now().toISOString(), event: '' })
  const event = recorded(actor, importDrafted(begun))
  const told = Object.fromEntries(Object.keys(begun.told).map((part) => [part, event.id]))
  const made = { ...begun, told }
  await write(actor, made.id, putNew(importItem(made)), putEvent(event), ...uses)
  return made
}
