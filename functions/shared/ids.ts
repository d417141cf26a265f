// Shapes of ids: a prefix that names the thing, then a ULID or, for reference data, a slug. Pure.
import * as z from 'zod'

/** A prefixed id made by the house, `cnf_01GJ…`. */
export const idOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), prefix)

/** An id that is the same wherever the thing is named, `unt_ca-ninh-binh`, or a house-made one. */
export const namedIdOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z-]{1,60}$`), prefix)
