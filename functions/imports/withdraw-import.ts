// Take back what was entered by mistake: it stays in the list and shows why.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import { emit } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { write } from '#functions/shared/write.ts'
import { importItem, loadImport } from './entity.ts'
import { importWithdrawn } from './events.ts'
import { withdrawn } from './rules.ts'
import type { Import } from './schema.ts'

/** @throws Problem `not-allowed`, `not-found`, `import-state` */
export const withdrawImport = async (actor: Actor, id: string, reason: string): Promise<Import> => {
  allow(actor, 'import:write')
  const current = await loadImport(id)
  const next = withdrawn(current, { reason, by: actor.name, at: now().toISOString() })
  await write(actor, id, putNext(importItem(next)), emit(actor, importWithdrawn(next, reason)))
  return next
}
