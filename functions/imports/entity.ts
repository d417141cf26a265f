// Imports in the table: each one document, listed newest first.
import { Problem } from '#functions/shared/problem.ts'
import { type Item, type Key, load, page } from '#functions/shared/table.ts'
import { Import } from './schema.ts'

const listed = 'IMPORTS'

const importKey = (id: string): Key => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' })

export const importItem = (made: Import): Item & { version: number } => ({
  ...made,
  ...importKey(made.id),
  type: 'import',
  gsi1pk: listed,
  gsi1sk: made.id,
})

/** @throws Problem `not-found` */
export const loadImport = async (id: string): Promise<Import> => {
  const made = await load(importKey(id), Import)
  if (!made) throw new Problem('not-found')
  return made
}

/** Begun last first (eventually consistent: from an index). @param before the last id seen */
export const loadImports = async (before: string | undefined, limit: number) => {
  const after = before ? { ...importKey(before), gsi1pk: listed, gsi1sk: before } : undefined
  const { items, next } = await page({ index: 'byOne', pk: listed, newestFirst: true, limit, after }, Import)
  return { items, next: next ? items.at(-1)?.id : undefined }
}
