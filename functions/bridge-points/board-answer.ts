// The board's stored bytes as an HTTP answer: as they are, decompressed for who cannot, or not at all for who has them.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import type { Env } from '#functions/shared/route.ts'
import type { Board } from './board.schema.ts'
import type { Snapshot } from './board-snapshot.ts'

const takesGzip = (accepted: string | undefined): boolean => {
  if (accepted === 'gzip') return true
  const codings = parseAccept(accepted ?? '')
  const named = codings.find(({ type }) => type === 'gzip') ?? codings.find(({ type }) => type === '*')
  return (named?.q ?? 0) > 0
}

/** Compared weakly, as the standard asks of `If-None-Match`. */
const isOneOf = (etag: string, told: string | undefined): boolean =>
  told?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false

/** Only this reader's own cache may keep it, and asks each time whether it still holds. */
const headers = { 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding, Authorization' }

/** Typed as the JSON it carries, compressed or not. */
export const boardAnswer = async (
  c: Context<Env>,
  { number, bytes }: Snapshot,
): Promise<TypedResponse<Board, 200, 'json'> & Response> => {
  const etag = `"${number}"`
  const told = { ...headers, ETag: `W/${etag}` }
  const typed = (response: Response) => response as TypedResponse<Board, 200, 'json'> & Response
  if (isOneOf(etag, c.req.header('If-None-Match'))) return typed(c.body(null, 304, told))
  const json = { ...told, 'Content-Type': 'application/json' }
  if (takesGzip(c.req.header('Accept-Encoding')))
    return typed(c.body(bytes, 200, { ...json, 'Content-Encoding': 'gzip' }))
  return typed(c.body(new Uint8Array(await promisify(gunzip)(bytes)), 200, json))
}
