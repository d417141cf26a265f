// Whatever canonical JSON streams by, in whatever pieces: what is kept is exactly what stands there.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalBytes } from '#functions/shared/canonical.ts'
import { type JsonPath, Skimmer } from '#functions/shared/skim.ts'

const skimmed = (bytes: Buffer, cuts: number[], depth: number, wants: (path: JsonPath) => boolean) => {
  const found: { path: JsonPath; at: number; raw: string }[] = []
  const skimmer = new Skimmer({
    depth,
    wants,
    take: ({ path, at, raw }) => found.push({ path, at, raw: raw.toString('utf8') }),
  })
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  places.slice(1).forEach((to, index) => {
    skimmer.push(bytes.subarray(places[index], to))
  })
  return found
}

const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string | number, unknown>)[name], value)

const json = fc.jsonValue({ maxDepth: 5 }).filter((value) => {
  try {
    return typeof value === 'object' && value !== null && canonicalBytes(value).length > 0
  } catch {
    return false // lone surrogates have no canonical form
  }
})

it('keeps every value of a level, as it stands', () => {
  fc.assert(
    fc.property(
      json,
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (value, cuts, depth) => {
        const bytes = canonicalBytes(value)
        const plain = JSON.parse(bytes.toString('utf8'))
        const found = skimmed(bytes, cuts, depth, (path) => path.length === depth)
        for (const { path, at, raw } of found) {
          expect(JSON.parse(raw)).toEqual(valueAt(plain, path))
          expect(bytes.subarray(at, at + Buffer.byteLength(raw)).toString('utf8')).toBe(raw)
        }
        if (depth === 1)
          expect(found.map(({ path }) => String(path[0])).sort()).toEqual(Object.keys(plain).sort())
      },
    ),
    { numRuns: 500 },
  )
})

it('looks into nothing but what is asked for, names with quotation marks and braces included', () => {
  const value = {
    'a"{[,:\\': { minutes: [1, '}],"', { b: 'đ' }] },
    minutes: { attendance: [{ id: 1 }, { id: 2 }] },
  }
  const wants = (path: JsonPath) => path.length === 3 && path[0] === 'minutes'
  expect(skimmed(canonicalBytes(value), [3, 9, 20], 3, wants).map(({ raw }) => raw)).toEqual([
    '{"id":1}',
    '{"id":2}',
  ])
})
