// Opaque page cursors: where to go on, sealed with the actor and the query so that neither can be changed.
import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { Problem } from './problem.ts'
import { houseSecret } from './secret.ts'

const mac = async (payload: string, sub: string, query: string): Promise<Buffer> => {
  return createHmac('sha256', await houseSecret('cursor'))
    .update(JSON.stringify([payload, sub, query]))
    .digest()
}

/**
 * Seals the place where a list goes on.
 * @param query what the list was asked for (path and filters): a cursor of another query is refused
 */
export const sealCursor = async (place: unknown, sub: string, query: string): Promise<string> => {
  const payload = Buffer.from(JSON.stringify(place)).toString('base64url')
  return `${payload}.${(await mac(payload, sub, query)).toString('base64url')}`
}

/** Opens a cursor of the same actor and query. @throws Problem `cursor-invalid` */
export const openCursor = async <S extends z.ZodType>(
  cursor: string,
  sub: string,
  query: string,
  schema: S,
): Promise<z.output<S>> => {
  const payload = cursor.split('.', 1)[0] ?? ''
  const given = Buffer.from(cursor)
  const right = Buffer.from(`${payload}.${(await mac(payload, sub, query)).toString('base64url')}`)
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Problem('cursor-invalid')
  return schema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
}

type Listed<T> = { items: T[]; next: string | undefined }

/**
 * One page of a list as every list answers: the items, and the cursor to go on from if there is more.
 * @param asked what was asked for, filters included: its cursors serve no other list and nobody else
 * @param list reads the items after the place of the last one already seen
 */
export const pageOf = async <T>(
  sub: string,
  asked: string,
  cursor: string | undefined,
  list: (after: string | undefined) => Promise<Listed<T>>,
): Promise<{ items: T[]; cursor?: string }> => {
  const { items, next } = await list(cursor ? await openCursor(cursor, sub, asked, z.string()) : undefined)
  return { items, ...(next ? { cursor: await sealCursor(next, sub, asked) } : {}) }
}
