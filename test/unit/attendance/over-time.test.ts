// The moments a series tells of, and that folding each point once says what folding it at every moment says.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Logged } from '#functions/attendance/events.ts'
import { countPoint, momentsOf, newTally } from '#functions/attendance/over-time.rules.ts'
import { linesThen, newPast, noteThen } from '#functions/attendance/past.rules.ts'
import type { BoardRow } from '#functions/bridge-points/stored.schema.ts'
import { newId } from '#functions/shared/new-id.ts'

const start = Date.parse('2022-11-23T07:00:00.000Z')
const at = (minute: number) => new Date(start + minute * 60_000).toISOString()
const lifecycle = { startedAt: at(0) }

const row: BoardRow = {
  pointId: 'bpt_ca-ninh-binh',
  conferenceId: 'cnf_1',
  unitId: 'unt_ca-ninh-binh',
  name: 'Công an tỉnh Ninh Bình',
  shortName: 'Ninh Bình',
  kind: 'site',
  listed: 0,
  linkState: 'never',
  present: 0,
  online: 0,
  absent: 0,
  substituted: 0,
}

const event = (name: string, minute: number, data: Record<string, unknown>): Logged => ({
  id: newId('evt'),
  name,
  point: row.pointId,
  effectiveAt: at(minute),
  by: { name: 'Trực ban', sub: 'one' },
  data,
})

const delegates = ['dlg_a', 'dlg_b', 'dlg_c']
const entered = event('delegates.added', -10, { delegates: delegates.map((id) => ({ id, display: id })) })

const call = fc
  .record({
    minute: fc.integer({ min: -5, max: 60 }),
    delegateId: fc.constantFrom(...delegates),
    mark: fc.constantFrom('present', 'online', 'absent', 'unmarked'),
    heads: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  })
  .map(({ minute, delegateId, mark, heads }) =>
    event('roll-call.taken', minute, {
      source: 'operator',
      standing: minute < 0 ? 'rehearsal' : 'attendance',
      heads,
      marks: [{ delegateId, mark }],
    }),
  )

const given = (minute: number): Logged => ({
  ...event('points.added', minute, { points: [{ id: row.pointId, expected: 5 }] }),
  point: undefined,
})

it('counts at every moment what a reading up to that moment counts, in whatever order it was told', () => {
  const told = fc.record({
    calls: fc.array(call, { maxLength: 12 }),
    added: fc.integer({ min: -20, max: 30 }),
  })
  fc.assert(
    fc.property(told, ({ calls, added }) => {
      const events = [given(added), entered, ...calls]
      const moments = momentsOf(at(0), at(60), 300)
      const tally = newTally(moments, lifecycle)
      countPoint(tally, row, events)
      for (const { at: moment, points, ...counted } of tally.sums) {
        const past = newPast(moment, lifecycle)
        for (const one of events) noteThen(past, one)
        const [line] = linesThen(past, [row])
        expect(points).toBe(line ? 1 : 0)
        for (const what of ['expected', 'present', 'absent', 'substituted', 'heads'] as const)
          expect(counted[what]).toBe(line?.[what] ?? 0)
      }
    }),
  )
})

it('begins at the start, ends at the end, and never has more than 200 moments', () => {
  const seconds = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(seconds, fc.integer({ min: 10, max: 3600 }), (length, asked) => {
      const to = new Date(start + length * 1000).toISOString()
      const { step, at: moments } = momentsOf(at(0), to, asked)
      expect(moments.length).toBeLessThanOrEqual(200)
      expect(moments[0]).toBe(at(0))
      expect(moments.at(-1)).toBe(to)
      expect(step).toBeGreaterThanOrEqual(asked)
      expect(moments).toEqual([...new Set(moments)].sort())
    }),
  )
})
