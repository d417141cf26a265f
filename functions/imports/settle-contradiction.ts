// Settle what sources give differently: by one of them, or by keeping both as “sources disagree”.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { importItem, loadImport } from './entity.ts'
import { importSettled } from './events.ts'
import { settled } from './rules.ts'
import type { Import, SettleInput } from './schema.ts'

/** @throws Problem `not-allowed`, `not-found`, `import-state`, `choice-unknown` */
export const settleContradiction = async (actor: Actor, id: string, input: SettleInput): Promise<Import> => {
  allow(actor, 'import:write')
  const current = await loadImport(id)
  const event = recorded(actor, importSettled(current, input))
  const next = settled(current, input, { by: actor.name, at: now().toISOString(), event: event.id })
  await write(actor, id, putNext(importItem(next)), putEvent(event))
  return next
}
