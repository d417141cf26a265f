// The canonical form: what it is made of, that order and normal form do not matter, and that it never changes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, sha256 } from '#functions/shared/canonical.ts'

const text = (value: unknown) => canonicalBytes(value).toString('utf8')

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Vietnamese letters whose composed and decomposed forms differ, amid whatever else. */
const words = fc.oneof(
  fc.constantFrom('điểm cầu', 'Ủy ban', 'hoà', 'Ngày hội', 'Đắk Lắk'),
  fc.string({ unit: 'grapheme' }),
)
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    words,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ) as fc.Arbitrary<Json>,
})).value

const mapped = (
  value: Json,
  onString: (text: string) => string,
  onMembers: (m: [string, Json][]) => [string, Json][],
): Json => {
  if (typeof value === 'string') return onString(value)
  if (Array.isArray(value)) return value.map((item) => mapped(item, onString, onMembers))
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value).map(([name, item]): [string, Json] => [
    name,
    mapped(item, onString, onMembers),
  ])
  return Object.fromEntries(onMembers(members))
}

describe('the canonical form', () => {
  it('is RFC 8785', () => {
    // The RFC's own example (3.2.2) but for its lone key order, and its numbers.
    expect(
      text({ numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001] }),
    ).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}')
    expect(text({ string: '\u20ac$\u000f\nA\'B"\\\\"/' })).toBe(
      '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    expect(text({ '\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, '\u00f6': 5, '\ud83d\ude00': 6 })).toBe(
      '{"\\r":2,"1":3,"\u0080":4,"ö":5,"€":1,"😀":6}',
    )
    expect(text([-0, true, null])).toBe('[0,true,null]')
  })

  it('has no byte order mark and no line break at the end', () => {
    expect(text({ tên: 'Biên bản' })).toBe('{"tên":"Biên bản"}')
    expect(sha256(canonicalBytes({ tên: 'Biên bản' }))).toBe(sha256('{"tên":"Biên bản"}'))
  })

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(
          text(
            mapped(
              value,
              (same) => same,
              (members) => members.toReversed(),
            ),
          ),
        ).toBe(text(value))
      }),
    )
  })

  it('does not depend on the Unicode normal form of strings', () => {
    fc.assert(
      fc.property(json, (value) => {
        const decomposed = mapped(
          value,
          (string) => string.normalize('NFD'),
          (members) => members,
        )
        expect(text(decomposed)).toBe(text(value))
      }),
    )
  })

  it('is a fixed point: what is read back has the same form', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(text(JSON.parse(text(value)))).toBe(text(value))
      }),
    )
  })

  it('leaves out undefined members and keeps a member called __proto__', () => {
    expect(text({ a: undefined, b: 1 })).toBe('{"b":1}')
    expect(text(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}')
  })

  it.each([
    ['not a number', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a lone surrogate', '\ud800'],
    ['undefined', undefined],
    ['a hole', [1, undefined]],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['a big integer', 1n],
    ['names that are one in NFC', { é: 1, 'e\u0301': 2 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalBytes(value)).toThrow()
  })
})
