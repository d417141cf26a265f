// A point's roll and its differences from the log: equal for any order and repetition of events.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Logged } from '#functions/attendance/events.ts'
import { countsOf } from '#functions/attendance/fold.rules.ts'
import { rollIn, wholeRollIn } from '#functions/attendance/log.rules.ts'
import { differencesIn } from '#functions/attendance/rivals.rules.ts'

const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
const delegate = fc.constantFrom('dlg_a', 'dlg_b')
const state = fc.constantFrom('present', 'online', 'absent', 'substituted', 'unmarked')

const standing = fc.constantFrom('rehearsal', 'attendance', 'late')
const call = fc.record({
  name: fc.constant('roll-call.taken'),
  data: fc.record({
    source: fc.constantFrom('operator', 'secretariat'),
    standing,
    heads: fc.option(fc.nat(9), { nil: undefined }),
    device: fc.constantFrom('one', 'two', undefined),
    seen: fc.constantFrom('evt_0002', 'evt_0005', undefined),
    grantEnded: fc.constantFrom(undefined, undefined, at(0)),
    marks: fc.uniqueArray(fc.record({ delegateId: delegate, mark: state }), {
      selector: ({ delegateId }) => delegateId,
    }),
  }),
})
const claim = fc.record({
  name: fc.constant('check-in.claimed'),
  data: fc.record({ standing, delegateId: delegate }),
})
const confirmation = fc.record({
  name: fc.constant('check-in.confirmed'),
  data: fc.record({
    source: fc.constant('operator'),
    standing,
    marks: delegate.map((delegateId) => [{ delegateId, mark: 'present' }]),
  }),
})
const rejection = fc.record({
  name: fc.constant('check-in.rejected'),
  data: fc.record({ standing, delegateIds: delegate.map((id) => [id]), reason: fc.constant('x') }),
})
const settlement = fc.record({
  name: fc.constant('disagreement.settled'),
  data: fc.oneof(
    fc.record({
      disagreement: fc.constant({ id: 'd', kind: 'roll-without-link', pointId: 'bpt_x' }),
      chosen: fc.constant('link'),
      reason: fc.constant('x'),
      effect: fc.record({ marks: fc.constant([]), aside: fc.boolean() }),
    }),
    fc.record({
      disagreement: fc.constant({
        id: 'e',
        kind: 'ended-grant',
        pointId: 'bpt_x',
        statements: [{ event: 'evt_0001', source: 'operator', at: at(0) }],
      }),
      chosen: fc.constantFrom('mark', 'neither'),
      reason: fc.constant('x'),
    }),
  ),
})

const logs = fc
  .array(fc.tuple(fc.oneof(call, call, claim, confirmation, rejection, settlement), fc.nat(4)), {
    maxLength: 14,
  })
  .map((drawn) =>
    drawn.map(
      ([{ name, data }, minute], number): Logged => ({
        id: `evt_${String(number).padStart(4, '0')}`,
        name,
        point: 'bpt_x',
        effectiveAt: at(minute),
        by: { name: 'Cán bộ', sub: `sub-${number % 2}` },
        data: { ...data },
      }),
    ),
  )

const shuffledWithRepeats = logs.chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
  ),
)

describe('attendance derived from the log', () => {
  it.each([
    ['as the table keeps it', rollIn],
    ['whole', wholeRollIn],
  ])('is equal for any order and repetition of events: %s', (_, read) => {
    fc.assert(
      fc.property(shuffledWithRepeats, ([events, other]) => {
        expect(read(other)).toEqual(read(events))
      }),
      { numRuns: 500 },
    )
  })

  it('counts and differs alike whether everything is kept or the last of it', () => {
    fc.assert(
      fc.property(logs, (events) => {
        const [kept, whole] = [rollIn(events), wholeRollIn(events)]
        expect(countsOf(kept)).toEqual(countsOf(whole))
        expect(differencesIn(kept)).toEqual(differencesIn(whole))
      }),
    )
  })
})
