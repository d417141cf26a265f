// Long work: its progress, its wrong rows, its end before time; killed, delivered twice and at once, done once.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { loadJob } from '#functions/jobs/entity.ts'
import { leaseMs } from '#functions/jobs/lease.ts'
import { jobs } from '#functions/jobs/routes.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { now, setClock } from '#functions/shared/clock.ts'
import { defineJob, type JobContext, type JobKinds, type JobResult } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { type Client, startApi, type TestApi } from '#test/support/api.ts'
import { appOf } from '#test/support/app-of.ts'
import { eventually } from '#test/support/eventually.ts'

let home: TestApi
let clerk: Client
let other: Client

/** What the kind under test does; each test says. */
let work: (context: JobContext) => Promise<JobResult | undefined>
const test = defineJob({ name: 'test', input: z.strictObject({}), run: (context) => work(context) })
const kinds: JobKinds = { test: async () => test }

const run = (id: string, remainingMs = 900_000, waitMs = 0) =>
  runJob(id, kinds, { remainingMs: () => remainingMs, waitMs })

const actorOf = ({ sub, personId }: Client): Actor => ({
  sub,
  personId,
  name: 'Cán bộ',
  grants: [],
  authTime: 0,
  requestId: 'req_test',
})

const start = (who = clerk) => startJob(actorOf(who), { kind: 'test', scope: 'test', input: {} })

const read = async (id: string, who = clerk) => (await who.get(`/api/jobs/${id}`)).body
const cancel = (id: string, who = clerk) => who.post(`/api/jobs/${id}/cancel`)

/** Rows of work, and how often each was done. */
let counts: Map<number, number>
const rows = Array.from({ length: 100 }, (_, row) => row)
const doRows = (chunk: readonly number[]) => {
  for (const row of chunk) counts.set(row, (counts.get(row) ?? 0) + 1)
}
const doneOnce = () => rows.every((row) => counts.get(row) === 1)

beforeAll(async () => {
  const app = appOf({ '/jobs': jobs })
  home = await startApi(() => app)
  clerk = await home.somebody()
  other = await home.somebody()
})
afterAll(() => home.stop())
beforeEach(() => {
  counts = new Map()
})
afterEach(() => {
  setClock(() => new Date())
  vi.restoreAllMocks()
})

describe('a job', () => {
  it('is queued, does its work and tells its result', async () => {
    const id = await start()
    expect(await read(id)).toMatchObject({ state: 'queued', kind: 'test', done: 0, errors: [] })
    work = async (context) => {
      await context.eachChunk('rows', rows, 25, async (chunk) => doRows(chunk))
      return { rows: counts.size }
    }
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'done', done: 100, total: 100, result: { rows: 100 } })
    expect(doneOnce()).toBe(true)
    await run(id)
    expect(doneOnce()).toBe(true)
  })

  it('keeps wrong rows whose cells are as long as a file', async () => {
    const id = await start()
    work = async (context) => {
      for (const row of rows)
        context.rowError({ row, pointer: 'ế'.repeat(9_000), message: 'ế'.repeat(9_000) })
      return {}
    }
    await run(id)
    const { state, errors } = await read(id)
    expect([state, errors.length]).toEqual(['done', 100])
    expect(errors[0].message).toMatch(/^ế+…$/)
  })

  it('is seen and cancelled by whoever started it, and by the administrator', async () => {
    const id = await start()
    expect((await other.get(`/api/jobs/${id}`)).status).toBe(403)
    expect((await cancel(id, other)).status).toBe(403)
    const administrator = await home.somebody(['administrator', '*'])
    expect((await administrator.get(`/api/jobs/${id}`)).status).toBe(200)
    expect((await cancel(id, administrator)).body).toMatchObject({ state: 'cancelled' })
    expect((await clerk.get('/api/jobs/job_01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404)
  })

  it('stands in its starter’s list, newest first, page by page', async () => {
    const mine = await home.somebody()
    const ids = [await start(mine), await start(mine), await start(mine)]
    await eventually(async () => {
      const first = (await mine.get('/api/jobs?limit=2')).body
      const second = (await mine.get(`/api/jobs?limit=2&cursor=${first.cursor}`)).body
      const seen = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
      expect(seen).toEqual(ids.toReversed())
    })
  })

  it('acts with what its starter may do now', async () => {
    const desk = await home.somebody(['secretariat', 'unit:unt_bo-cong-an'])
    const id = await start(desk)
    let roles: string[] = []
    work = async ({ actor }) => {
      roles = actor.grants.map(({ role }) => role)
      return undefined
    }
    await run(id)
    expect(roles).toEqual(['secretariat'])
  })
})

describe('wrong rows', () => {
  it('are told by line; the first 1,000 are kept, all are counted', async () => {
    const id = await start()
    const many = Array.from({ length: 1_300 }, (_, row) => row)
    work = async (context) => {
      await context.eachChunk('rows', many, 260, async (chunk) => {
        for (const row of chunk) context.rowError({ row: row + 2, pointer: '/name', message: `Dòng ${row}` })
      })
      throw new Problem('rows-invalid')
    }
    await run(id)
    const { state, errorCount, errors, failure } = await read(id)
    expect([state, errorCount, errors.length]).toEqual(['failed', 1_300, 1_000])
    expect(errors.at(0)).toEqual({ row: 2, pointer: '/name', message: 'Dòng 0' })
    expect(errors.map(({ row }: { row: number }) => row)).toEqual(many.slice(0, 1_000).map((row) => row + 2))
    expect(failure).toMatchObject({ slug: 'rows-invalid', title: expect.stringContaining('dòng') })
  })

  it('are told once each when a run is killed between two chunks and within one', async () => {
    const id = await start()
    let kill = 3
    work = async (context) => {
      await context.eachChunk('rows', rows, 10, async (chunk) => {
        for (const row of chunk) context.rowError({ row, message: 'sai' })
        if (--kill === 0) throw new Error('killed')
      })
      return undefined
    }
    await expect(run(id)).rejects.toThrow('killed')
    expect((await read(id)).errorCount).toBe(20)
    await run(id)
    const { errors, errorCount } = await read(id)
    expect(errors.map(({ row }: { row: number }) => row)).toEqual(rows)
    expect(errorCount).toBe(100)
  })
})

/** Each look at the clock is a lease later: what a run that hangs renews meanwhile is over as well. */
const outlastLeases = () => {
  let at = now().getTime()
  setClock(() => {
    at += leaseMs + 1_000
    return new Date(at)
  })
}

describe('a run', () => {
  it('that is killed leaves what it had finished to the next', async () => {
    const id = await start()
    const seen: string[] = []
    let kill = true
    work = async (context) => {
      const given = await context.step('read', async () => {
        seen.push('read')
        return { rows: 100 }
      })
      await context.eachChunk('rows', rows, 25, async (chunk, from) => {
        if (from === 50 && kill) throw new Error('killed')
        doRows(chunk)
      })
      return given
    }
    await expect(run(id)).rejects.toThrow('killed')
    expect(await read(id)).toMatchObject({ state: 'running', done: 50 })
    kill = false
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'done', done: 100, result: { rows: 100 } })
    expect([seen, doneOnce()]).toEqual([['read'], true])
  })

  it('that dies without a word keeps its lease until it is over, then the next goes on', async () => {
    const id = await start()
    let died = () => {}
    work = () => new Promise((_, reject) => (died = () => reject(new Error('the process is gone'))))
    const dead = run(id)
    const ended = expect(dead).rejects.toThrow('the process is gone')
    await eventually(async () => expect((await loadJob(id)).state).toBe('running'))
    await expect(run(id)).rejects.toThrow('another run is at it')
    outlastLeases()
    work = async (context) => {
      await context.eachChunk('rows', rows, 50, async (chunk) => doRows(chunk))
      return undefined
    }
    await run(id)
    died()
    await ended
    expect(await read(id)).toMatchObject({ state: 'done' })
    expect(doneOnce()).toBe(true)
  })

  it('that lost its lease writes nothing more', async () => {
    const id = await start()
    let go = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    work = async (context) => {
      await held
      await context.step('late', async () => 'late')
      return { by: 'the first' }
    }
    const first = run(id)
    await eventually(async () => expect((await loadJob(id)).state).toBe('running'))
    outlastLeases()
    work = async () => ({ by: 'the second' })
    await run(id)
    go()
    await first
    const job = await loadJob(id)
    expect([job.result, job.steps]).toEqual([{ by: 'the second' }, {}])
  })

  it('has its job to itself: of ten at once one works', async () => {
    const id = await start()
    let atOnce = 0
    let most = 0
    work = async (context) => {
      most = Math.max(most, ++atOnce)
      await context.eachChunk('rows', rows, 20, async (chunk) => {
        await pause(5)
        doRows(chunk)
      })
      atOnce--
      return undefined
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => run(id)))
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await read(id)).toMatchObject({ state: 'done' })
    expect([most, doneOnce()]).toEqual([1, true])
  })

  it('hands on before its time is up, and wakes the next', async () => {
    const id = await start()
    work = async (context) => {
      await context.eachChunk('rows', rows, 40, async (chunk) => doRows(chunk))
      return undefined
    }
    await run(id, 10_000)
    expect(await read(id)).toMatchObject({ state: 'running', done: 40 })
    await run(id, 10_000)
    await run(id, 10_000)
    expect(await read(id)).toMatchObject({ state: 'done', done: 100 })
    expect(doneOnce()).toBe(true)
  })

  it('is tried again when it fails, and its job is told as failed when that does not help', async () => {
    const id = await start()
    work = async () => {
      throw new Error('broken')
    }
    for (let time = 1; time < 4; time++) await expect(run(id)).rejects.toThrow('broken')
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'failed', failure: { slug: 'job-interrupted' } })
  })
})

describe('cancelling', () => {
  it('ends a job that nobody works on at once', async () => {
    const id = await start()
    expect((await cancel(id)).body).toMatchObject({ state: 'cancelled' })
    work = async () => ({ never: true })
    await run(id)
    const over = await read(id)
    expect([over.state, over.result]).toEqual(['cancelled', undefined])
    expect((await cancel(id)).body.type).toBe('/problems/job-over')
  })

  it('ends a run at its next chunk', async () => {
    const id = await start()
    work = async (context) => {
      await context.eachChunk('rows', rows, 10, async (chunk, from) => {
        doRows(chunk)
        if (from === 30)
          expect((await cancel(id)).body).toMatchObject({ state: 'running', cancelAsked: true })
        if (from === 30) expect(await context.cancelled()).toBe(true)
      })
      return undefined
    }
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'cancelled', done: 40, cancelAsked: true })
    expect(counts.size).toBe(40)
  })

  it('is one act per key', async () => {
    const id = await start()
    const key = randomUUID()
    const first = await clerk.post(`/api/jobs/${id}/cancel`, {}, { key })
    expect(await clerk.post(`/api/jobs/${id}/cancel`, {}, { key })).toMatchObject({
      status: 200,
      body: first.body,
    })
  })
})
