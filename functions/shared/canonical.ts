// The canonical form of everything that is hashed or signed: NFC, then RFC 8785. Final: records rest on it for ever.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A member that is undefined is left out, as JSON does; a hole in an array has no meaning and is refused. */
const composedMembers = (value: object): object => {
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const composed = members.map(([name, member]) => [name.normalize('NFC'), nfc(member)] as const)
  if (new Set(composed.map(([name]) => name)).size < composed.length)
    throw new TypeError('two member names are one in NFC')
  return Object.fromEntries(composed)
}

const nfc = (value: unknown): unknown => {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return Array.from(value, nfc)
  if (typeof value === 'object' && isPlain(value)) return composedMembers(value)
  throw new TypeError(`no canonical form: ${typeof value}`)
}

/**
 * The canonical bytes of a JSON value.
 *
 * 1. Every string and every member name is brought to Unicode NFC.
 * 2. The result is serialised by RFC 8785 (JCS): members ordered by UTF-16 code units of their names, no white space,
 *    ECMAScript's numbers, the shortest escapes.
 * 3. That text is encoded as UTF-8, without byte order mark and without a line break at the end.
 *
 * @throws when the value has no such form: NaN, infinities, lone surrogates, dates, maps, holes, member names that
 * NFC makes equal
 */
export const canonicalBytes = (value: unknown): Buffer => {
  const text = canonicalize(nfc(value))
  if (text === undefined) throw new TypeError('no canonical form: undefined')
  return Buffer.from(text, 'utf8')
}

/** SHA-256 as `sha256sum` prints it: 64 lower-case hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
