// Ids: increasing within a process, also when the clock stumbles, and following a clock that was set.
import { decodeTime } from 'ulid'
import { afterEach, expect, it } from 'vitest'
import { setClock } from '#functions/shared/clock.ts'
import { newId, newUlid } from '#functions/shared/new-id.ts'

afterEach(() => setClock(() => new Date()))

const at = (iso: string) => setClock(() => new Date(iso))

it('increase within one millisecond and over a step back of the clock', () => {
  at('2022-11-23T07:00:00.000Z')
  const first = Array.from({ length: 1000 }, newUlid)
  at('2022-11-23T06:59:58.000Z')
  const ids = [...first, newUlid()]
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(1001)
})

it('follow a clock set to a past afternoon', () => {
  at('2026-11-22T05:00:00.000Z')
  newUlid()
  at('2022-11-23T07:00:00.000Z')
  expect(decodeTime(newUlid())).toBe(Date.parse('2022-11-23T07:00:00.000Z'))
  expect(newId('cnf')).toMatch(/^cnf_[0-9A-HJKMNP-TV-Z]{26}$/)
})
