// The outbox's rules: whose turn it is to be sent, what an answer means, and that whatever breaks in between, every act is
// done once and in its order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Waiting } from '#web/lib/outbox/act.ts'
import { drain, type Post } from '#web/lib/outbox/drain.ts'
import {
  backoffMs,
  claimOf,
  isAhead,
  isDoneAnyway,
  isEcho,
  laneOf,
  nextOf,
  refusalOf,
  summaryOf,
  verdictOf,
} from '#web/lib/outbox/outbox.rules.ts'
import { addAct, allActs, canKeep, eraseAct, keepAct, unkept } from '#web/lib/outbox/store.ts'
import { ApiProblem } from '#web/lib/problem.ts'

const waiting = (order: number, change: Partial<Waiting> = {}): Waiting => ({
  order,
  key: `key-${order}`,
  sub: 'me',
  conferenceId: 'cnf_1',
  pointId: 'bpt_a',
  act: { kind: 'roll-call', told: { headCount: order } },
  at: '2022-11-23T07:00:00.000Z',
  offsetMs: 0,
  tries: 0,
  ...change,
})

const refused: Partial<Waiting> = { refused: { slug: 'floor-closed', title: 'đóng', details: [] } }

describe('what goes next', () => {
  it("is one's own oldest act, never another person's", () => {
    const acts = [waiting(3), waiting(2), waiting(1, { sub: 'other' })]
    expect(nextOf(acts, 'me')?.order).toBe(2)
    expect(nextOf(acts, 'nobody')).toBeUndefined()
  })

  it('passes over what was refused and places that are held up', () => {
    const acts = [waiting(1, refused), waiting(2), waiting(3, { pointId: 'bpt_b' })]
    expect(nextOf(acts, 'me')?.order).toBe(2)
    expect(nextOf(acts, 'me', new Set([laneOf(waiting(2))]))?.order).toBe(3)
  })
})

describe('when an act says it happened', () => {
  const at = '2022-11-23T07:00:00.000Z'
  it('is what the device said, while its clock stays', () => {
    expect(claimOf({ at, offsetMs: 60_000 }, 60_900)).toBe(at)
  })
  it('is told by the clock the device has at sending, where that was set meanwhile', () => {
    // Five minutes slow when marked, right when sent: the server will correct by nothing.
    expect(claimOf({ at, offsetMs: 300_000 }, 0)).toBe('2022-11-23T07:05:00.000Z')
  })
  it('comes out at the same moment of the server, whatever both clocks did', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), fc.integer({ min: -1e8, max: 1e8 }), (then, now) => {
        const corrected = Date.parse(claimOf({ at, offsetMs: then }, now)) + now
        expect(Math.abs(corrected - (Date.parse(at) + then))).toBeLessThan(2_000)
      }),
    )
  })
})

describe('what an answer means', () => {
  it('holds all without a line or a sign-in, tries again what may pass, keeps refusals for a person', () => {
    expect(verdictOf(new ApiProblem('offline', 0), 99)).toBe('hold')
    expect(verdictOf(new ApiProblem('unauthenticated', 401), 1)).toBe('hold')
    expect(verdictOf(new ApiProblem('busy', 503), 1)).toBe('again')
    expect(verdictOf(new ApiProblem('unreadable', 502), 1)).toBe('again')
    expect(verdictOf(new ApiProblem('conflict', 409), 1)).toBe('again')
    expect(verdictOf(new ApiProblem('floor-closed', 409), 1)).toBe('refused')
    expect(verdictOf(new ApiProblem('not-allowed', 403), 1)).toBe('refused')
    expect(verdictOf(new ApiProblem('internal-error', 500), 8), 'a fault that stays').toBe('refused')
  })
  it('takes the end of a session that is over for done', () => {
    const leave = waiting(1, { act: { kind: 'leave', told: { session: 'lnk_1' } } })
    expect(isDoneAnyway(leave, { slug: 'session-unknown' })).toBe(true)
    expect(isDoneAnyway(waiting(1), { slug: 'session-unknown' })).toBe(false)
  })
  it('takes an act for done whose key was used with another body: nobody else has its key', () => {
    expect(isDoneAnyway(waiting(1), { slug: 'idempotency-key-reused' })).toBe(true)
  })
  it('keeps what was said', () => {
    const errors = [{ pointer: '/marks/0', code: 'x', message: 'dòng 1' }]
    const problem = new ApiProblem('delegate-unknown', 422, { title: 'Không có đại biểu này.', errors })
    expect(refusalOf(problem)).toEqual({
      slug: 'delegate-unknown',
      title: 'Không có đại biểu này.',
      details: ['dòng 1'],
    })
  })
})

it('tells how many wait and since when, and of others only that there are', () => {
  const late = waiting(2, { at: '2022-11-23T07:10:00.000Z' })
  const acts = [late, waiting(1, refused), waiting(3, { sub: 'other' }), waiting(4)]
  expect(summaryOf(acts, 'me')).toMatchObject({ unsent: 2, since: Date.parse(late.at), others: 1 })
  expect(summaryOf(acts, 'me').refused.map(({ order }) => order)).toEqual([1])
  expect(summaryOf(acts, undefined)).toMatchObject({ unsent: 0, others: 4 })
})

it('waits longer each time, half a minute at most, never nothing', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, chance) => {
      const wait = backoffMs(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(500)
      expect(wait).toBeLessThanOrEqual(30_000)
    }),
  )
})

/** What may go wrong with one send, on either side of the server. */
const faults = ['none', 'never-left', 'answer-lost', 'busy', 'crash-before-erase', 'refused'] as const
type Fault = (typeof faults)[number]

class Crash extends Error {}

/** A server that keeps keys, and a store that outlives the page; both fail as told. */
const world = (acts: Waiting[], script: Fault[]) => {
  const store = new Map(acts.map((act) => [act.order, act]))
  const done: { key: string; body: string }[] = []
  const next = () => script.shift() ?? 'none'
  let crashing = false
  const send = async (act: Waiting) => {
    const fault = next()
    if (fault === 'never-left') throw new ApiProblem('offline', 0)
    if (fault === 'busy') throw new ApiProblem('busy', 503)
    if (fault === 'refused') throw new ApiProblem('floor-closed', 409)
    const body = JSON.stringify([act.act, act.claimedAt])
    const twin = done.find(({ key }) => key === act.key)
    if (twin && twin.body !== body) throw new ApiProblem('idempotency-key-reused', 422)
    if (!twin) done.push({ key: act.key, body })
    crashing = fault === 'crash-before-erase'
    if (fault === 'answer-lost') throw new ApiProblem('offline', 0)
  }
  const erase = async ({ order }: Waiting) => {
    if (crashing) throw new Crash()
    store.delete(order)
  }
  const post: Post = {
    acts: async () => [...store.values()],
    keep: async (act) => void store.set(act.order, act),
    erase,
    send,
    offsetMs: () => script.length * 3_000,
  }
  return { post, store, done }
}

describe('sending', () => {
  const lanes = ['bpt_a', 'bpt_b'] as const
  const queue = fc.array(fc.constantFrom(...lanes), { maxLength: 8 })
  const breaks = fc.array(fc.constantFrom(...faults), { maxLength: 20 })

  it('does every act once, in the order of its place, whatever breaks; refusals stay', async () => {
    await fc.assert(
      fc.asyncProperty(queue, breaks, async (points, script) => {
        const acts = points.map((pointId, at) => waiting(at + 1, { pointId }))
        const { post, store, done } = world(acts, [...script])
        for (let round = 0; round < 30; round++)
          await drain(post, 'me').catch((error) => expect(error).toBeInstanceOf(Crash))
        const kept = [...store.values()]
        expect(kept.every((act) => act.refused)).toBe(true)
        expect(done.length + kept.filter(({ key }) => !done.some((one) => one.key === key)).length).toBe(
          acts.length,
        )
        for (const pointId of lanes) {
          const order = done.flatMap(({ key }) =>
            acts.filter((act) => act.key === key && act.pointId === pointId),
          )
          expect(order.map(({ order }) => order)).toEqual(
            order.map(({ order }) => order).toSorted((a, b) => a - b),
          )
        }
      }),
    )
  })

  it("leaves another person's acts alone", async () => {
    const { post, store, done } = world([waiting(1, { sub: 'other' }), waiting(2)], [])
    expect(await drain(post, 'me')).toBe('done')
    expect(done.map(({ key }) => key)).toEqual(['key-2'])
    expect([...store.keys()]).toEqual([1])
  })

  it('stops at a lost line and says so; a busy server holds up one place only', async () => {
    expect(await drain(world([waiting(1)], ['never-left']).post, 'me')).toBe('held')
    const { post, done } = world([waiting(1), waiting(2), waiting(3, { pointId: 'bpt_b' })], ['busy'])
    expect(await drain(post, 'me')).toBe('later')
    expect(done.map(({ key }) => key)).toEqual(['key-3'])
  })
})

it('hears a double press once, and the same thing said later or after another again', () => {
  const mark = { told: 'present', at: 1_000 }
  expect(isEcho(undefined, mark)).toBe(false)
  expect(isEcho(mark, { ...mark, at: 1_200 })).toBe(true)
  expect(isEcho(mark, { ...mark, at: 2_000 })).toBe(false)
  expect(isEcho({ told: 'unmarked', at: 1_100 }, { ...mark, at: 1_200 })).toBe(false)
})

it('shows what was sent over older data, and no longer once the clock was set back behind the sending', () => {
  expect(isAhead(2_000, 1_000, 3_000)).toBe(true)
  expect(isAhead(2_000, 2_500, 3_000)).toBe(false)
  expect(isAhead(3_600_000, 1_000, 3_000)).toBe(false)
})

it('waits in memory where the browser keeps nothing, says so, and is sent and erased like any', async () => {
  // Node has no IndexedDB, as some private windows have none.
  expect(await canKeep()).toBe(false)
  const { order: _, ...act } = waiting(0)
  expect(await addAct(act)).toBe(false)
  expect(await addAct({ ...act, key: 'key-later' })).toBe(false)
  expect(unkept()).toBe(2)
  const sent: string[] = []
  const post: Post = {
    acts: allActs,
    keep: keepAct,
    erase: eraseAct,
    send: async ({ key }) => void sent.push(key),
    offsetMs: () => 0,
  }
  expect(await drain(post, 'me')).toBe('done')
  expect(sent).toEqual(['key-0', 'key-later'])
  expect(unkept()).toBe(0)
})
