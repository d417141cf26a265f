// A refusal: what is thrown wherever something may not be. Its status and words stand in the catalogue. Pure.
import type { catalogue } from './problems.data.ts'

export type Slug = keyof typeof catalogue

/** One wrong field: a JSON pointer to it, a stable code and a sentence for the person who typed it. */
export type FieldError = { pointer: string; code: string; message: string }

/** Which page holds what was asked for: whose, on what device, since when. */
export type Held = {
  session: string
  by?: string | undefined
  device?: string | undefined
  since: string
  /** It is a page of the very account that asks. */
  own: boolean
}

type More = { detail?: string; errors?: FieldError[]; retryAfter?: number; held?: Held }

/** A refusal from the catalogue. Anything else thrown is a fault and is answered as a bare 500. */
export class Problem extends Error {
  readonly slug: Slug
  readonly more: More

  constructor(slug: Slug, more: More = {}) {
    super(more.detail ? `${slug}: ${more.detail}` : slug)
    this.name = 'Problem'
    this.slug = slug
    this.more = more
  }
}

/** The refusal of one field for what it names. @param pointer JSON pointer to it @param value what it named */
export const wrongField = (slug: Slug, pointer: string, value: string): Problem =>
  new Problem(slug, { detail: value, errors: [{ pointer, code: slug, message: value }] })
