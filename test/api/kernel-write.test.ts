// Storms on the one write, on the real engine behind manners that conflict: none lost, none double.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Actor } from '#functions/shared/actor.ts'
import { setClock } from '#functions/shared/clock.ts'
import { emit, wholeLog } from '#functions/shared/event-log.ts'
import { newUlid } from '#functions/shared/new-id.ts'
import { Problem } from '#functions/shared/problem.ts'
import { all, database, load, put, putNew, putNext } from '#functions/shared/table.ts'
import { ClaimTaken, persisting, reloading, Stale, write } from '#functions/shared/write.ts'
import { startTestEngine } from '#test/support/engine.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>

beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(async () => {
  setClock(() => new Date())
  await engine.stop()
})

const actor = (number: number, claim?: Actor['claim']): Actor => ({
  sub: `writer-${number}`,
  name: `Người ghi ${number}`,
  grants: [],
  authTime: 0,
  requestId: `req_${number}`,
  claim,
})

const Thing = z.object({ sk: z.string(), version: z.number() })
const writers = Array.from({ length: 200 }, (_, number) => number)
const later = () => new Date(Date.now() + 60_000)

const announcement = (scope: string, number: number) => ({
  name: 'test.counted' as const,
  scope,
  subject: String(number),
  data: {},
})

describe('writers at once', () => {
  it('200 of items of their own all succeed, each with its event', async () => {
    const scope = newUlid()
    const item = (number: number) => ({ pk: `OWN#${scope}`, sk: String(number), type: 'test', version: 1 })
    await Promise.all(
      writers.map((number) =>
        write(actor(number), 'ref', putNext(item(number)), emit(actor(number), announcement(scope, number))),
      ),
    )
    expect(await all({ pk: `OWN#${scope}` }, Thing)).toHaveLength(200)
    expect(await wholeLog(scope, later())).toHaveLength(200)
  })

  const countOnce = async (scope: string, number: number) => {
    const key = { pk: `ONE#${scope}`, sk: 'COUNTER' }
    const version = ((await load(key, Thing))?.version ?? 0) + 1
    const item = { ...key, type: 'test', version }
    await write(actor(number), 'ref', putNext(item), emit(actor(number), announcement(scope, number)))
  }

  const storm = async (again: typeof reloading, of = writers) => {
    const scope = newUlid()
    const outcomes = await Promise.allSettled(of.map((number) => again(() => countOnce(scope, number))))
    const won = outcomes.filter(({ status }) => status === 'fulfilled').length
    const counter = await load({ pk: `ONE#${scope}`, sk: 'COUNTER' }, Thing)
    const events = await wholeLog(scope, later())
    expect([counter?.version, events.length]).toEqual([won, won])
    expect(new Set(events.map(({ subject }) => subject)).size).toBe(won)
    return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  }

  it('200 of one counter lose none and count none twice; the others hear conflict or busy', async () => {
    const refusals = await storm(reloading)
    expect(refusals.length).toBeLessThan(200)
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(Problem)
      expect(['conflict', 'busy']).toContain(refusal.slug)
    }
  })

  it('of one counter that may not be refused hear nothing but busy', async () => {
    const half = writers.slice(0, 100) // each tries up to ten times
    for (const refusal of await storm(persisting, half)) expect(refusal).toMatchObject({ slug: 'busy' })
  })

  it('of one new item: one makes it, the others find it stale', async () => {
    const scope = newUlid()
    const item = { pk: `NEW#${scope}`, sk: 'NEW', type: 'test' }
    const outcomes = await Promise.allSettled(
      writers.slice(0, 50).map((number) => write(actor(number), 'ref', putNew(item))),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected' && !(outcome.reason instanceof Problem))
        expect(outcome.reason).toBeInstanceOf(Stale)
  })
})

describe('a lost answer', () => {
  it('is asked for again with the same token, and writes nothing twice', async () => {
    const scope = newUlid()
    let lost = 0
    database().middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args)
        if (lost++ === 0) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
        return answer
      },
      { step: 'deserialize', priority: 'high', name: 'loseFirstAnswer' },
    )
    const key = { pk: `LOST#${scope}`, sk: 'COUNTER' }
    try {
      await write(
        actor(1, { pk: `IDEM#${scope}`, hash: 'h' }),
        'ref',
        putNext({ ...key, type: 'test', version: 1 }),
        emit(actor(1), announcement(scope, 1)),
      )
    } finally {
      database().middlewareStack.remove('loseFirstAnswer')
    }
    expect(lost).toBeGreaterThan(1)
    expect(await load(key, Thing)).toMatchObject({ version: 1 })
    expect(await wholeLog(scope, later())).toHaveLength(1)
  })
})

describe('a claim', () => {
  const at = (iso: string) => setClock(() => new Date(iso))
  const seconds = (iso: string) => Date.parse(iso) / 1000
  const item = () => ({ pk: `CLAIMED#${newUlid()}`, sk: 'X', type: 'test' })

  it('is taken while it lasts, to the second, and free afterwards', async () => {
    at('2022-11-23T07:00:00.000Z')
    const claim = { pk: `IDEM#${newUlid()}`, hash: 'h', expiresAt: seconds('2022-11-30T07:00:00Z') }
    await write(actor(1, claim), 'first', putNew(item()))
    for (const moment of ['2022-11-23T07:00:01.000Z', '2022-11-30T07:00:00.000Z']) {
      at(moment)
      await expect(write(actor(1, claim), 'second', putNew(item()))).rejects.toBeInstanceOf(ClaimTaken)
    }
    at('2022-11-30T07:00:00.001Z')
    const Kept = z.object({ ref: z.string() })
    expect(await load({ pk: claim.pk, sk: 'IDEM' }, Kept)).toBeUndefined()
    await write(actor(1, claim), 'third', putNew(item()))
  })

  it('without an end is taken for good', async () => {
    at('2022-11-23T07:00:00.000Z')
    const claim = { pk: `IDEM#${newUlid()}`, hash: 'h' }
    await write(actor(1, claim), 'first', putNew(item()))
    at('2031-11-23T07:00:00.000Z')
    await expect(write(actor(1, claim), 'second', putNew(item()))).rejects.toBeInstanceOf(ClaimTaken)
  })

  it('leaves nothing of a write it refuses', async () => {
    const claim = { pk: `IDEM#${newUlid()}`, hash: 'h' }
    await write(actor(1, claim), 'first', putNew(item()))
    const lost = item()
    await expect(write(actor(1, claim), 'second', put(lost))).rejects.toBeInstanceOf(ClaimTaken)
    expect(await load({ pk: lost.pk, sk: lost.sk }, z.object({}))).toBeUndefined()
  })
})
