// What has been entered from documents: the list, and one with all that is open of it and the text it would make.
import { allow } from '#functions/grants/allow.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { loadImport, loadImports } from './entity.ts'
import { knownTo } from './known.ts'
import { flagsOf } from './open.rules.ts'
import { contradictionsOf } from './outcomes.rules.ts'
import { headOf } from './rules.ts'
import type { Import } from './schema.ts'
import { blocksOf } from './sentences.rules.ts'
import type { ImportView } from './views.schema.ts'

export const viewOf = async (made: Import): Promise<ImportView> => {
  const { told: _, settlements: __, frozen: ___, ...shown } = made
  const { missing, startsAt, unsettled } = headOf(made)
  return {
    ...shown,
    missing,
    startsAt,
    unsettled,
    flags: flagsOf(made),
    contradictions: contradictionsOf(made),
    blocks: blocksOf(made, await knownTo(made.facts)),
  }
}

/** @throws Problem `not-allowed`, `not-found` */
export const readImport = async (actor: Actor, id: string): Promise<ImportView> => {
  allow(actor, 'import:read')
  return viewOf(await loadImport(id))
}

/** Begun last first. @param before the last id seen @throws Problem `not-allowed` */
export const listImports = async (actor: Actor, before: string | undefined, limit: number) => {
  allow(actor, 'import:read')
  const { items, next } = await loadImports(before, limit)
  return { items: items.map(headOf), next }
}
