// Whatever the floor goes through, the media service ends where the conference and its floor stand.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Change, capabilitiesOf, changesTo, wishedBy } from '#functions/media/capabilities.rules.ts'
import type { Capabilities } from '#functions/media/schema.ts'
import type { Applied } from '#functions/media/stored.schema.ts'

const centre = ['centre']
const primary = ['chair', 'desk', 'centre', 'p1', 'p2', 'p3']
const watching = ['c1', 'c2']
const isPrimary = (seat: string) => primary.includes(seat)

/** Everybody in the primary, as the service holds them. */
const begun = (applied: Applied) =>
  new Map(primary.map((seat) => [seat, capabilitiesOf({ seat, index: 0 }, applied, centre)]))

const told = (held: Map<string, Capabilities>, change: Change, to: Applied) => {
  if (change.what === 'all')
    for (const seat of held.keys()) if (!change.except.includes(seat)) held.set(seat, change.capabilities)
  if (change.what === 'one') held.set(change.seat, change.capabilities)
  if (change.what === 'demote') held.delete(change.seat)
  if (change.what === 'promote')
    held.set(change.seat, capabilitiesOf({ seat: change.seat, index: 0 }, to, centre))
}

const wishes = fc.oneof(
  fc.constant<Applied>({ phase: 'rehearsal' }),
  fc
    .option(fc.constantFrom(...primary.filter((seat) => seat !== 'desk' && seat !== 'chair'), ...watching))
    .map((speaker): Applied => ({ phase: 'session', ...(speaker ? { speaker } : {}) })),
)

it('agrees after every change, with at most one who is there for the turn', () => {
  fc.assert(
    fc.property(wishes, fc.array(wishes, { maxLength: 12 }), (first, later) => {
      let from: Applied = first.speaker && !isPrimary(first.speaker) ? { phase: first.phase } : first
      const held = begun(from)
      for (const to of later) {
        for (const change of changesTo({ from, to, centre, isPrimary })) told(held, change, to)
        const there = [...primary, ...(to.speaker && !isPrimary(to.speaker) ? [to.speaker] : [])]
        const expected = there.map((seat) => [seat, capabilitiesOf({ seat, index: 0 }, to, centre)])
        expect(Object.fromEntries(held)).toEqual(Object.fromEntries(expected))
        from = to
      }
    }),
  )
})

it('agrees in the end whoever dies in between, however often', () => {
  const deaths = fc.array(fc.tuple(wishes, fc.nat(3)), { maxLength: 6 })
  fc.assert(
    fc.property(wishes, deaths, wishes, (first, dying, to) => {
      const from: Applied = first.speaker && !isPrimary(first.speaker) ? { phase: first.phase } : first
      const held = begun(from)
      const telling: Applied[] = []
      for (const [wish, most] of dying) {
        const changes = changesTo({ from, telling, to: wish, centre, isPrimary })
        telling.push(wish)
        for (const change of changes.slice(0, most)) told(held, change, wish)
      }
      for (const change of changesTo({ from, telling, to, centre, isPrimary })) told(held, change, to)
      const there = [...primary, ...(to.speaker && !isPrimary(to.speaker) ? [to.speaker] : [])]
      const expected = there.map((seat) => [seat, capabilitiesOf({ seat, index: 0 }, to, centre)])
      expect(Object.fromEntries(held)).toEqual(Object.fromEntries(expected))
    }),
  )
})

it('silences whoever had the floor before the next is heard', () => {
  const turn = (speaker: string): Applied => ({ phase: 'session', speaker })
  const changes = (from: string, to: string) =>
    changesTo({ from: turn(from), to: turn(to), centre, isPrimary }).map(({ what }) => what)
  expect(changes('p1', 'p2')).toEqual(['one', 'one'])
  expect(changes('c1', 'p2')).toEqual(['demote', 'one'])
  expect(changes('p1', 'c2')).toEqual(['one', 'promote'])
  expect(changes('p1', 'centre')).toEqual(['one'])
  expect(changes('p1', 'p1')).toEqual([])
})

it('asks the service for nothing it refuses: content goes with a picture that is received', () => {
  const receives = (one: string) => one === 'SendReceive' || one === 'Receive'
  fc.assert(
    fc.property(wishes, fc.constantFrom(...primary, ...watching), fc.nat(3), (applied, seat, index) => {
      const { Content, Video } = capabilitiesOf({ seat, index }, applied, centre)
      expect(!receives(Content) || receives(Video)).toBe(true)
    }),
  )
})

it('lets nobody have the floor before the session', () => {
  const current = { pointId: 'p1' } as NonNullable<Parameters<typeof wishedBy>[1]['current']>
  expect(wishedBy({ state: 'open' }, { current })).toEqual({ phase: 'rehearsal' })
  expect(wishedBy({ state: 'in-session' }, { current })).toEqual({ phase: 'session', speaker: 'p1' })
})
