// Correct what was entered: the whole of it, from the version that was read.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { putEvent, recorded } from '#functions/shared/event-log.ts'
import { putNext } from '#functions/shared/table.ts'
import { expectVersion } from '#functions/shared/version.ts'
import { write } from '#functions/shared/write.ts'
import { importItem, loadImport } from './entity.ts'
import { importEdited } from './events.ts'
import { edited, expectState } from './rules.ts'
import type { Import, ImportInput } from './schema.ts'
import { takeFacts } from './take-facts.ts'

/**
 * @param version the version that was read, from `If-Match`
 * @throws Problem `not-allowed`, `not-found`, `stale-version`, `import-state`, and whatever `takeFacts` refuses
 */
export const editImport = async (
  actor: Actor,
  id: string,
  version: number,
  input: ImportInput,
): Promise<Import> => {
  allow(actor, 'import:write')
  const current = await loadImport(id)
  expectVersion(current.version, version)
  expectState(current, 'draft')
  const { facts, uses } = await takeFacts(actor, input, current.facts)
  const event = recorded(actor, importEdited({ ...current, facts }))
  const next = edited(current, facts, event.id)
  await write(actor, id, putNext(importItem(next)), putEvent(event), ...uses)
  return next
}
