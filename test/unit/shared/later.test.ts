// A shape built when it is first looked at is that shape in every way, and was not built before.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { later } from '#functions/shared/later.ts'

/** The same shape at once and later, and how often the latter was built. */
const twins = <S extends z.ZodType>(make: () => S) => {
  const seen = { built: 0 }
  const late = later(() => {
    seen.built++
    return make()
  })
  return { seen, late, now: make() }
}

const Person = () => z.strictObject({ name: z.string().min(2).trim(), rank: z.enum(['a', 'b']).optional() })

describe('a shape that is built later', () => {
  it('is not built by being named within others, and once by whatever is parsed', () => {
    const { seen, late } = twins(Person)
    const hall = z.object({ seats: z.array(late), chair: late })
    expect(seen.built).toBe(0)
    expect(hall.parse({ seats: [], chair: { name: ' An ' } })).toEqual({ seats: [], chair: { name: 'An' } })
    expect(late.safeParse({ name: 'x', more: 1 }).success).toBe(false)
    expect(seen.built).toBe(1)
  })

  it('refuses with the same words and takes the same values', () => {
    const { late, now } = twins(Person)
    for (const value of [{ name: 'An', rank: 'b' }, { name: 'x' }, { name: 'An', more: 1 }, null, 7])
      expect(late.safeParse(value).error?.issues).toEqual(now.safeParse(value).error?.issues)
  })

  it('is extended, made optional and asked for its options as any other', () => {
    const { late } = twins(Person)
    expect(late.extend({ age: z.number() }).parse({ name: 'An', age: 3 })).toEqual({ name: 'An', age: 3 })
    expect(late.optional().parse(undefined)).toBeUndefined()
    expect(later(() => z.enum(['a', 'b'])).options).toEqual(['a', 'b'])
    expect(late).toBeInstanceOf(z.ZodObject)
    expect('parse' in later(Person)).toBe(true)
  })

  it.each<[string, () => z.ZodType]>([
    ['a number from a query', () => z.coerce.number().int().min(1).default(25)],
    ['one of two', () => z.union([z.literal('*'), z.string().regex(/^unt_/)])],
    ['what is changed on the way', () => z.string().overwrite((text) => text.normalize('NFC'))],
    [
      'a list in one word',
      () =>
        z
          .string()
          .transform((text) => text.split(','))
          .pipe(z.array(z.string())),
    ],
    ['an instant', () => z.iso.datetime({ offset: true, abort: true }).refine((iso) => iso > '1900', 'year')],
  ])('is documented and parses as the shape itself: %s', (_, make) => {
    const { late, now } = twins(make)
    const inObject = (shape: z.ZodType) =>
      z.toJSONSchema(z.object({ here: shape, there: shape.optional() }), {
        io: 'input',
        unrepresentable: 'any',
      })
    expect(inObject(late)).toEqual(inObject(now))
    for (const value of ['7', '*', 'unt_x', 'a,b', '2022-11-23T07:00:00+07:00', undefined, 0, {}])
      expect(late.safeParse(value)).toEqual(now.safeParse(value))
  })
})
