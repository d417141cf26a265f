// A refusal as it is answered: RFC 9457, in the reader's language. Imported when the first one is, for its words are many.
import type { FieldError, Problem, Slug } from './problem.ts'
import { catalogue } from './problems.data.ts'

const isSlug = (code: string): code is Slug => Object.hasOwn(catalogue, code)

/** A field refused by the catalogue speaks by the catalogue: whoever typed it knows no ids. */
const shownField = (error: FieldError, english: boolean): FieldError => {
  if (!isSlug(error.code)) return error
  const { en, vi } = catalogue[error.code]
  return { ...error, message: english ? en : vi }
}

/** The RFC 9457 body of a problem, in the reader's language. */
export const problemBody = (
  problem: Problem,
  at: { instance: string; requestId: string; english: boolean },
) => {
  const words = catalogue[problem.slug]
  return {
    type: `/problems/${problem.slug}`,
    title: at.english ? words.en : words.vi,
    status: words.status,
    ...(problem.more.detail ? { detail: problem.more.detail } : {}),
    instance: at.instance,
    requestId: at.requestId,
    ...(problem.more.held ? { held: problem.more.held } : {}),
    ...(problem.more.errors
      ? { errors: problem.more.errors.map((error) => shownField(error, at.english)) }
      : {}),
  }
}
