// Input is checked once, at the edge: shape, sizes, dates, text. What passes is typed and normalised.
import type { Context, MiddlewareHandler } from 'hono'
import { validator } from 'hono/validator'
import * as z from 'zod'
import vi from 'zod/v4/locales/vi.js'
import { fieldWords } from './field-words.ts'
import { later } from './later.ts'
import { type FieldError, Problem } from './problem.ts'
import { type Env, readsEnglish } from './route.ts'

type Target = 'json' | 'query' | 'param'

const schemas = new WeakMap<object, { target: Target; schema: z.ZodType }>()

/** The schema a handler validates with, if it is one of `valid`. */
export const schemaOf = (handler: object) => schemas.get(handler)

const vietnamese = vi().localeError

const fieldErrors = (error: z.ZodError, english: boolean): FieldError[] =>
  error.issues.flatMap((issue) => {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    return paths.map((path) => ({
      pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      code: issue.code ?? 'invalid',
      message: fieldWords(issue.message, english),
    }))
  })

/** Parses a value or refuses it with the fields named, in the reader's language. */
const parseOrRefuse = (schema: z.ZodType, value: unknown, c: Context): object => {
  const english = readsEnglish(c)
  const parsed = schema.safeParse(value, english ? {} : { error: vietnamese })
  if (parsed.success) return parsed.data as object
  throw new Problem('invalid-input', { errors: fieldErrors(parsed.error, english) })
}

type Input<T extends Target, S extends z.ZodType> = {
  in: { [K in T]: z.input<S> }
  out: { [K in T]: z.output<S> }
}

/** Middleware that validates the body, the query or the path; handlers read it by `c.req.valid(target)`. */
export const valid = <T extends Target, S extends z.ZodType>(
  target: T,
  schema: S,
): MiddlewareHandler<Env, string, Input<T, S>> => {
  const check =
    target === 'json'
      ? jsonBody(schema)
      : (validator(target, (value, c) => parseOrRefuse(schema, value, c)) as unknown as MiddlewareHandler)
  schemas.set(check, { target, schema })
  return check as MiddlewareHandler<Env, string, Input<T, S>>
}

/** Reads the body ourselves: Hono's own reader answers in plain text where we owe a problem. */
const readJson = async (c: Context): Promise<unknown> => {
  const type = c.req.header('Content-Type')
  if (type === undefined && (await c.req.text()) === '') return {}
  if (!/^application\/json *(;|$)/i.test(type ?? '')) throw new Problem('content-type-unsupported')
  return c.req.json().catch(() => {
    throw new Problem('broken-json')
  })
}

const jsonBody =
  (schema: z.ZodType): MiddlewareHandler =>
  async (c, next) => {
    c.req.addValidatedData('json', parseOrRefuse(schema, await readJson(c), c))
    await next()
  }

/** For acts that tell nothing but that they are done: no body, or an empty object. A client's types ask for none. */
export const nothing: MiddlewareHandler<Env> = valid(
  'json',
  later(() => z.strictObject({})),
)
