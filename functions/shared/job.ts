// Long work as a context describes it: a kind with its input, and what a run may ask of the worker that runs it.
import type * as z from 'zod'
import type { Actor } from './actor.ts'
import type { Operation } from './table.ts'

/** What is wrong with one row: its line in the file the person sent (1 is the header), and a sentence for that person. */
export type RowError = {
  row: number
  /** The column or field, where one is to blame. */
  pointer?: string | undefined
  message: string
}

/** What a run is given. Everything it does must bear repetition: a run can be killed anywhere and begun again. */
export type JobContext = {
  jobId: string
  /** Whoever started the job, with the grants held at this run. */
  actor: Actor
  /** Tells how far it is; written at most once a second, so it may be called for every row. */
  progress(done: number, total?: number): Promise<void>
  /** Notes a wrong row. The first 1,000 are kept, all are counted; kept for good when the step or chunk at work ends. */
  rowError(error: RowError): void
  /** How many rows were wrong so far, those of earlier runs included. */
  errorCount(): number
  /** An operation for the one write that must not happen when the job was cancelled or is another run's by then. */
  whileMine(): Operation
  /** Whether somebody asked for the end. Between steps and chunks the run ends by itself. */
  cancelled(): Promise<boolean>
  /** Ends the run here if somebody asked for the end: for a part that is one long stream. */
  expectWanted(): Promise<void>
  /**
   * Does a part once: a later run of this job gets the result that was kept. Small JSON only, it lies in the job's item.
   * A part that was cut short is done again from its beginning.
   */
  step<T>(name: string, act: () => Promise<T>): Promise<T>
  /**
   * Does the items chunk by chunk, from where an earlier run stopped. Between two chunks a run is cancelled, or handed
   * on before its time is up; a chunk must take seconds, and write by keys that its rows alone determine.
   */
  eachChunk<T>(
    name: string,
    items: readonly T[],
    size: number,
    act: (chunk: readonly T[], from: number) => Promise<void>,
  ): Promise<void>
}

/** What a job leaves to its starter: facts for the screen, or the file that `/jobs/:id/result` leads to. */
export type JobResult = Record<string, unknown>

export type JobKind<S extends z.ZodType = z.ZodType> = {
  name: string
  /** Parses what `startJob` was given; the job's item keeps it. */
  input: S
  /** @throws Problem to end the job as failed; anything else is tried again and then ends it as failed too */
  run(context: JobContext, input: z.output<S>): Promise<JobResult | undefined>
}

/** A kind of job with the type of its input. */
export const defineJob = <S extends z.ZodType>(kind: JobKind<S>): JobKind<S> => kind

/** How the composition root names kinds: each is loaded when its first job runs. */
export type JobKinds = Record<string, () => Promise<JobKind>>
