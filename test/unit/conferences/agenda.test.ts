// The agenda: one item on at a time, nothing that happened is lost, whatever is done in whatever order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agendaChanges,
  agendaShifted,
  currentOf,
  expectPlannable,
  itemEnded,
  itemStarted,
  planned,
} from '#functions/conferences/agenda.rules.ts'
import type { AgendaItem } from '#functions/conferences/agenda.schema.ts'
import type { AgendaItemInput } from '#functions/conferences/agenda-acts.schema.ts'

const item = (id: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  id: `agd_${id}`,
  title: id,
  kind: 'report',
  ...more,
})
const at = (minute: number) => new Date(Date.UTC(2022, 10, 23, 7, minute)).toISOString()
const titled = (personId: string) => ({ personId, display: `Đồng chí ${personId}` })
const plan = [item('a'), item('b'), item('c')]

const spansOf = (items: readonly AgendaItem[]) => items.flatMap(({ spans = [] }) => spans)

describe('running it', () => {
  it('an item begins, and the one that was on ends with it', () => {
    const items = itemStarted(itemStarted(plan, 'agd_a', at(0)), 'agd_b', at(10))
    expect(items[0]?.spans).toEqual([{ startedAt: at(0), endedAt: at(10) }])
    expect(currentOf(items)?.id).toBe('agd_b')
  })

  it('an item is taken up again after a break, and both spans are kept', () => {
    const paused = itemEnded(itemStarted(plan, 'agd_a', at(0)), 'agd_a', at(10))
    expect(currentOf(paused)).toBeUndefined()
    const again = itemStarted(paused, 'agd_a', at(25))
    expect(again[0]?.spans).toEqual([{ startedAt: at(0), endedAt: at(10) }, { startedAt: at(25) }])
  })

  it('refuses what makes no sense, by name', () => {
    const items = itemStarted([item('a'), item('b', { dropped: 'Hết giờ' })], 'agd_a', at(0))
    expect(() => itemStarted(items, 'agd_a', at(1))).toThrow('agenda-item-running')
    expect(() => itemStarted(items, 'agd_b', at(1))).toThrow('agenda-item-dropped')
    expect(() => itemEnded(items, 'agd_b', at(1))).toThrow('agenda-item-not-running')
    expect(() => itemStarted(items, 'agd_x', at(1))).toThrow('not-found')
  })

  it('never has two items on, nor a span that ends before it begins, whatever is told when', () => {
    const act = fc.record({
      verb: fc.constantFrom(itemStarted, itemEnded),
      id: fc.constantFrom('agd_a', 'agd_b', 'agd_c'),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let items: AgendaItem[] = plan
        for (const { verb, id, minute } of acts) {
          const before = spansOf(items).length
          try {
            items = verb(items, id, at(minute))
          } catch {
            expect(spansOf(items)).toHaveLength(before)
          }
          const open = spansOf(items).filter(({ endedAt }) => endedAt === undefined)
          expect(open.length).toBeLessThanOrEqual(1)
          for (const { startedAt, endedAt } of spansOf(items))
            if (endedAt !== undefined) expect(endedAt >= startedAt).toBe(true)
        }
      }),
    )
  })
})

describe('planning it', () => {
  const input = (id: string, more: Partial<AgendaItemInput> = {}): AgendaItemInput => ({
    id: `agd_${id}`,
    title: id,
    kind: 'report',
    ...more,
  })
  const begun = itemStarted(plan, 'agd_b', at(0))

  it('keeps what happened to an item through every edit', () => {
    const next = planned([input('c'), input('b', { title: 'mới', presenterIds: ['prs_1'] })], begun, titled)
    expect(next.map(({ id }) => id)).toEqual(['agd_c', 'agd_b'])
    expect(next[1]).toMatchObject({
      title: 'mới',
      presenters: [titled('prs_1')],
      spans: [{ startedAt: at(0) }],
    })
  })

  it('can neither take out nor drop what has begun', () => {
    const refused = (inputs: AgendaItemInput[]) => () => expectPlannable(inputs, begun, '/items')
    expect(refused([input('a')])).toThrow('agenda-item-begun')
    expect(refused([input('b', { dropped: 'Hết giờ' })])).toThrow('agenda-item-begun')
    expect(refused([input('b')])).not.toThrow()
    expect(refused([input('b'), input('d', { title: 'Tình hình (MẬT)' })])).toThrow('secret-grade-refused')
  })

  it('tells the log what an edit did', () => {
    const before = [item('a', { plannedAt: at(0) }), item('b'), item('c')]
    const after = [item('c'), item('a', { plannedAt: at(15) }), item('d'), item('e', { dropped: 'Hết giờ' })]
    expect(agendaChanges(before, after)).toEqual({
      added: [
        { id: 'agd_d', title: 'd' },
        { id: 'agd_e', title: 'e' },
      ],
      removed: [{ id: 'agd_b', title: 'b' }],
      dropped: [{ id: 'agd_e', title: 'e', reason: 'Hết giờ' }],
      retimed: [{ id: 'agd_a', from: at(0), to: at(15) }],
      reordered: true,
    })
    expect(agendaChanges(before, before)).toMatchObject({ added: [], removed: [], reordered: false })
  })

  it('moved in time and back is the same plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (byMs) => {
        const timed = [item('a', { plannedAt: at(3) }), item('b')]
        expect(agendaShifted(agendaShifted(timed, byMs), -byMs)).toEqual(timed)
      }),
    )
  })
})
