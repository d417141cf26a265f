// How long records are kept, by rule: the lock never shrinks, a term ends with a year, defaults are long.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type KeepingClass, keepingClasses } from '#functions/archive/keeping.data.ts'
import {
  endsBefore,
  keepingOf,
  latestEnding,
  lockUntil,
  longerLock,
} from '#functions/archive/keeping.rules.ts'

const head = {
  kind: 'conference',
  startsAt: '2022-11-23T07:00:00.000Z',
  datePrecision: 'moment',
  sealedAt: '2022-11-30T07:00:00.000Z',
} as const

const known = (level: string | undefined, of?: KeepingClass) => ({
  level,
  decided: of && { recordId: 'rec', class: of, version: 1 },
})

it('past conferences and what no level is known of are kept for ever', () => {
  expect(keepingOf({ ...head, kind: 'historical' }, known('commune'), true).class).toBe('permanent')
  expect(keepingOf(head, known(undefined), true).endsOn).toBeUndefined()
  expect(keepingOf(head, known('ministry'), true).class).toBe('permanent')
  expect(keepingOf(head, known('commune'), true).endsOn).toBe('2042-12-31')
  const undated = { ...head, startsAt: '0001-01-01T00:00:00.000Z', datePrecision: 'unknown' } as const
  expect(keepingOf(undated, known('commune'), true).endsOn).toBe('2042-12-31')
})

it('the year counts that it was in Việt Nam: of a past conference its first moment is in the year before elsewhere', () => {
  const inYear = { ...head, startsAt: '2016-12-31T17:00:00.000Z', datePrecision: 'year' } as const
  expect(keepingOf(inYear, known('commune'), true).endsOn).toBe('2037-12-31')
})

const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
const iso = instant.map((date) => date.toISOString())
const classes = fc.constantFrom(...(Object.keys(keepingClasses) as KeepingClass[]))

it('a lock only grows, whatever is decided in whatever order', () => {
  fc.assert(
    fc.property(iso, fc.array(classes, { minLength: 1, maxLength: 8 }), (startsAt, decided) => {
      let standing: string | undefined
      for (const of of decided) {
        const keeping = keepingOf({ ...head, startsAt }, known('province', of), true)
        const wanted = lockUntil(keeping, 2022)
        const next = longerLock(standing, wanted) ?? standing ?? ''
        expect(Date.parse(next)).toBeGreaterThanOrEqual(Date.parse(standing ?? wanted))
        expect(Date.parse(next)).toBeGreaterThanOrEqual(Date.parse(wanted))
        standing = next
      }
    }),
  )
})

it('whatever ends before a day is within what the list looks through', () => {
  fc.assert(
    fc.property(iso, iso, classes, (startsAt, day, of) => {
      const before = day.slice(0, 10)
      const keeping = keepingOf({ ...head, startsAt }, known('province', of), true)
      if (endsBefore(keeping, before)) expect(startsAt < latestEnding(before)).toBe(true)
    }),
  )
})
