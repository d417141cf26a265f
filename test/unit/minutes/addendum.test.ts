// What calls for an addendum, what one takes the place of, and how versions follow each other.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addendumTo,
  historyOf,
  lateOf,
  toldOf,
  withdrawnAddendum,
} from '#functions/minutes/addendum.rules.ts'
import { drafted } from '#functions/minutes/rules.ts'
import type { Minutes } from '#functions/minutes/schema.ts'

const hash = 'a'.repeat(64)
const ulid = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const draft = drafted(`min_${ulid}`, `cnf_${ulid}`, { generation: ulid, compiled: hash })
const number = (count: number) => ({ unitId: 'unt_x', year: 2022, number: count, text: `0${count}/BB-X` })
const seal = { recordId: `rec_${ulid}`, digest: hash, n: 1, at: '2022-11-23T11:00:00.000Z' }
const sealed: Minutes = { ...draft, state: 'sealed', number: number(1), seal, version: 7 }
const opened = { id: 'min_01ARZ3NDEKTSV4RRFFQ69G5FAW', reason: 'muộn', generation: ulid, compiled: hash }

const slug = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as { slug?: string }).slug ?? String(error)
  }
}

describe('an addendum', () => {
  it('is opened to sealed minutes only, names them, and is a draft without signatures and number', () => {
    expect(slug(() => addendumTo(draft, opened))).toBe('minutes-state')
    const addendum = addendumTo(sealed, { ...opened, reach: '2022-11-24T00:00:00.000Z' })
    expect(addendum).toMatchObject({ state: 'draft', kind: 'addendum', attestations: [], version: 8 })
    expect(addendum.supersedes).toEqual({
      recordId: seal.recordId,
      digest: hash,
      number: '01/BB-X',
      reason: 'muộn',
    })
    expect([addendum.number, addendum.seal, addendum.digest]).toEqual([undefined, undefined, undefined])
    expect(slug(() => addendumTo(addendum, opened))).toBe('minutes-state')
  })

  it('is given up only before it has a number, and never a first version', () => {
    const addendum = addendumTo(sealed, opened)
    expect(withdrawnAddendum(addendum, sealed)).toEqual({ ...sealed, version: 9 })
    expect(slug(() => withdrawnAddendum({ ...addendum, number: number(2) }, sealed))).toBe('minutes-state')
    expect(slug(() => withdrawnAddendum(draft, sealed))).toBe('minutes-state')
    expect(slug(() => withdrawnAddendum(sealed, sealed))).toBe('minutes-state')
  })

  it('supersedes once it is sealed, however many there are', () => {
    const versions = [sealed]
    for (let count = 2; count < 6; count++) {
      const next = addendumTo(versions.at(-1) as Minutes, {
        ...opened,
        id: `${opened.id.slice(0, -1)}${count}`,
      })
      expect(next.earlier.map((one) => one.number)).toEqual(versions.map((one) => one.number?.text))
      versions.push({ ...next, state: 'sealed', number: number(count), seal: { ...seal, n: count } })
    }
    const told = historyOf(versions).map(({ supersededBy }) => supersededBy?.number)
    expect(told).toEqual(['02/BB-X', '03/BB-X', '04/BB-X', '05/BB-X', undefined])
    expect(historyOf([sealed, addendumTo(sealed, opened)])[0]?.supersededBy).toBeUndefined()
  })
})

const closedAt = '2022-11-23T10:00:00.000Z'
const at = (minute: number) => new Date(Date.parse(closedAt) + minute * 60_000).toISOString()
const event = (name: string, recorded: number, effective = recorded) => ({
  id: `evt_${recorded}`,
  name,
  recordedAt: at(recorded),
  effectiveAt: at(effective),
})

describe('what comes late', () => {
  it.each<[string, ReturnType<typeof event>, boolean]>([
    ['a roll call', event('roll-call.taken', 30), true],
    ['a link of the session, told late', event('link.joined', 30, -20), true],
    ['a link after the close', event('link.left', 30), false],
    ['work at the minutes', event('minutes.commented', 30), false],
    ['a paper that is read', event('contribution.opened', 30), false],
    ['a letter', event('reminder.sent', 30), false],
    ['a directive before the submission, which is printed', event('directive.recorded', 30), false],
    ['a directive after it', event('directive.recorded', 50), true],
    ['what is done about it', event('directive.progressed', 50), false],
    ['a settlement before the submission, which is printed', event('disagreement.settled', 30), false],
    ['a settlement after it', event('disagreement.settled', 50), true],
  ])('%s', (_, one, told) => {
    expect(lateOf([one], closedAt, { until: at(40), events: [] }) !== undefined).toBe(told)
  })

  it('is whatever a submission did not read, however early it says it was recorded', () => {
    const [early, read, missed] = [1, 41, 42].map((minute) => event('directive.recorded', minute))
    const told = toldOf([early, read] as ReturnType<typeof event>[], at(40))
    expect(told).toEqual({ until: at(40), events: ['evt_41'] })
    const all = [early, read, missed] as ReturnType<typeof event>[]
    expect(lateOf(all, closedAt, told)).toEqual({ count: 1, since: at(42) })
  })

  it('is counted, since the first of it was recorded', () => {
    const minutes = fc.array(fc.integer({ min: 11, max: 9000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(minutes, (told) => {
        const late = lateOf(
          told.map((minute) => event('roll-call.taken', minute)),
          closedAt,
          { until: at(11), events: [] },
        )
        expect(late).toEqual({ count: told.length, since: at(Math.min(...told)) })
      }),
    )
  })
})
