// Shapes of ids: a prefix that names the thing, then a ULID or, for reference data, a slug. Pure.
import * as z from 'zod'
import { later } from './later.ts'

/** One schema a prefix. */
const perPrefix = (tail: string) => {
  const made = new Map<string, z.ZodString>()
  return (prefix: string): z.ZodString => {
    const shape = () => z.string().regex(new RegExp(`^${prefix}_${tail}$`), prefix)
    const schema = made.get(prefix) ?? later(shape)
    made.set(prefix, schema)
    return schema
  }
}

/** A prefixed id made by the house, `cnf_01GJ…`. */
export const idOf = perPrefix('[0-9A-HJKMNP-TV-Z]{26}')

/** An id that is the same wherever the thing is named, `unt_ca-ninh-binh`, or a house-made one. */
export const namedIdOf = perPrefix('[0-9A-Za-z-]{1,60}')

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const timeLetters = 10

/** When a house-made id was made, epoch milliseconds: a ULID begins with it. */
export const momentOf = (id: string): number =>
  [...id.slice(id.indexOf('_') + 1).slice(0, timeLetters)].reduce(
    (time, letter) => time * letters.length + letters.indexOf(letter),
    0,
  )
