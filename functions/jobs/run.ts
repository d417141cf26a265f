// One run of a job: the context its kind works with, and what it keeps so that the next run can go on.
import { performance } from 'node:perf_hooks'
import type { Actor } from '#functions/shared/actor.ts'
import { now } from '#functions/shared/clock.ts'
import type { JobContext, RowError } from '#functions/shared/job.ts'
import { write } from '#functions/shared/write.ts'
import { errorPages, heldBy, loadErrors, loadJob, setJob, updateJob, whileHeld } from './entity.ts'
import { LostLease, leaseMs } from './lease.ts'
import { type Job, mostErrors } from './schema.ts'

/** Somebody asked for the end. */
export class Cancelled extends Error {}

/** This run's time is nearly up; the next goes on from here. */
export class TimeUp extends Error {}

/** What is left of a run's time when it hands on: no chunk takes as long. */
const reserveMs = 20_000
const tellEveryMs = 1_000

export type RunOptions = {
  job: Job
  holder: string
  actor: Actor
  /** Milliseconds until the runtime ends this run by force. */
  remainingMs: () => number
}

const messageMost = 400
const pointerMost = 60

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** A sentence may quote a cell, and a cell may be a whole file gone wrong: 250 of them lie in one item. */
const shortened = ({ row, pointer, message }: RowError): RowError => ({
  row,
  ...(pointer === undefined ? {} : { pointer: cut(pointer, pointerMost) }),
  message: cut(message, messageMost),
})

/** Errors found since the last keeping lie in `fresh`: a part done again finds them again. */
class Progress {
  job: Job
  private readonly kept: RowError[]
  private fresh: RowError[] = []
  private freshCount = 0
  private toldAt = performance.now()
  private gotOn = false
  private readonly options: RunOptions

  constructor(options: RunOptions, kept: RowError[]) {
    this.options = options
    this.job = options.job
    this.kept = kept
  }

  errorCount(): number {
    return this.job.errorCount + this.freshCount
  }

  rowError(error: RowError): void {
    this.freshCount++
    if (this.kept.length + this.fresh.length < mostErrors) this.fresh.push(shortened(error))
  }

  private async update(attributes: Partial<Job>): Promise<void> {
    const { job, holder } = this.options
    const next = await updateJob(
      job.id,
      { ...attributes, leaseUntil: now().getTime() + leaseMs },
      heldBy(holder),
    )
    if (!next) throw new LostLease()
    this.job = next
    this.toldAt = performance.now()
  }

  async tell(done: number, total = this.job.total): Promise<void> {
    if (performance.now() - this.toldAt < tellEveryMs) return
    await this.update({ done, total })
  }

  /** Puts the errors found; without the count they are not yet so. */
  async putErrors(): Promise<void> {
    if (this.fresh.length === 0) return
    const pages = errorPages(this.job.id, [...this.kept, ...this.fresh], this.kept.length)
    await write(this.options.actor, this.job.id, ...pages)
  }

  async keep(steps: Record<string, unknown>, more: Partial<Job> = {}): Promise<void> {
    await this.putErrors()
    await this.update({
      ...more,
      steps: { ...this.job.steps, ...steps },
      errorCount: this.errorCount(),
      attempts: 0,
    })
    this.kept.push(...this.fresh)
    this.fresh = []
    this.freshCount = 0
    this.gotOn = true
  }

  /** Before each part: is there a reason to stop here? A run that has got nowhere yet goes on, whatever its time. */
  border(): void {
    if (this.job.cancelAsked) throw new Cancelled()
    if (this.gotOn && this.options.remainingMs() < reserveMs) throw new TimeUp()
  }
}

const asContext = (progress: Progress, { job, actor, holder }: RunOptions): JobContext => ({
  jobId: job.id,
  actor,
  progress: (done, total) => progress.tell(done, total),
  rowError: (error) => progress.rowError(error),
  errorCount: () => progress.errorCount(),
  whileMine: () => whileHeld(job.id, holder),
  cancelled: async () => (await loadJob(job.id)).cancelAsked ?? false,
  expectWanted: async () => {
    if ((await loadJob(job.id)).cancelAsked) throw new Cancelled()
  },
  step: async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    // A result is what was kept: the first run must not see more of it than the second.
    const kept = () => (progress.job.steps[name] as { result: T }).result
    if (Object.hasOwn(progress.job.steps, name)) return kept()
    progress.border()
    const result = await act()
    await progress.keep({ [name]: { result: result ?? null } })
    return kept()
  },
  eachChunk: async (name, items, size, act) => {
    let from = Number(progress.job.steps[name] ?? 0)
    while (from < items.length) {
      progress.border()
      const chunk = items.slice(from, from + size)
      await act(chunk, from)
      from += chunk.length
      await progress.keep({ [name]: from }, { done: from, total: items.length })
    }
  },
})

/** Opens a run of a job whose lease is held. */
export const openRun = async (options: RunOptions) => {
  const progress = new Progress(options, await loadErrors(options.job))
  return {
    context: asContext(progress, options),
    /** What is over has come as far as it had to go: not every row was told. */
    whole: (): Partial<Job> => (progress.job.total === undefined ? {} : { done: progress.job.total }),
    /** The job with what was found until now, to be put with its end. */
    ended: async (attributes: Partial<Job>) => {
      await progress.putErrors()
      const errorCount = progress.errorCount()
      const job = { ...progress.job, ...attributes, errorCount }
      const { id } = options.job
      return { job, operation: setJob(id, { ...attributes, errorCount }, heldBy(options.holder)) }
    },
  }
}
export type Run = Awaited<ReturnType<typeof openRun>>
export type Ended = Awaited<ReturnType<Run['ended']>>
