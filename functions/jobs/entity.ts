// Jobs in the table: the job's item, its lease, and pages of wrong rows beside it.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { now } from '#functions/shared/clock.ts'
import type { RowError } from '#functions/shared/job.ts'
import { Problem } from '#functions/shared/problem.ts'
import { single } from '#functions/shared/single.ts'
import {
  all,
  database,
  type Item,
  type Key,
  load,
  type Operation,
  page,
  put,
  set,
  tableName,
} from '#functions/shared/table.ts'
import { Job, mostErrors, RowErrors } from './schema.ts'

const lifeSeconds = 90 * 24 * 3600
const perPage = 250

const partition = (id: string) => `JOB#${id}`

const jobKey = (id: string): Key => ({ pk: partition(id), sk: 'JOB' })

/** Jobs are forgotten after 90 days; what they did stands in the logs. */
const ttl = () => Math.floor(now().getTime() / 1000) + lifeSeconds

export const jobItem = (job: Job): Item => ({
  ...job,
  ...jobKey(job.id),
  type: 'job',
  gsi1pk: `JOBS#${job.by.sub}`,
  gsi1sk: job.id,
  ttl: ttl(),
})

/** The job, if it is not forgotten. */
export const findJob = (id: string): Promise<Job | undefined> => load(jobKey(id), Job)

/** @throws Problem `not-found` */
export const loadJob = async (id: string): Promise<Job> => {
  const job = await findJob(id)
  if (!job) throw new Problem('not-found')
  return job
}

/** An account's jobs, newest first. @param after the id of the last one seen */
export const loadJobsOf = async (sub: string, limit: number, after: string | undefined) => {
  const pk = `JOBS#${sub}`
  const { items, next } = await page(
    {
      index: 'byOne',
      pk,
      newestFirst: true,
      limit,
      ...(after ? { after: { ...jobKey(after), gsi1pk: pk, gsi1sk: after } } : {}),
    },
    Job,
  )
  return { items, next: next ? items.at(-1)?.id : undefined }
}

type Condition = { expression: string; values: Record<string, unknown> }

/** Names in conditions: every one is written with a `#`, for `state` and others are reserved words. */
const names = { '#state': 'state', '#until': 'leaseUntil', '#holder': 'leaseHolder' }

const used = (expression: string) =>
  Object.fromEntries(Object.entries(names).filter(([name]) => expression.includes(name)))

/** Sets attributes of a job while a condition holds. */
export const setJob = (id: string, attributes: Partial<Job>, condition: Condition): Operation => {
  const { Update } = set(jobKey(id), attributes)
  if (!Update) throw new Error('a set is an update')
  return {
    Update: {
      ...Update,
      ConditionExpression: condition.expression,
      ExpressionAttributeNames: { ...Update.ExpressionAttributeNames, ...used(condition.expression) },
      ExpressionAttributeValues: { ...Update.ExpressionAttributeValues, ...condition.values },
    },
  }
}

/** The same outside a transaction, for what no log needs: leases and progress. Undefined when the condition fails. */
export const updateJob = async (
  id: string,
  attributes: Partial<Job>,
  condition: Condition,
): Promise<Job | undefined> => {
  const { Update } = setJob(id, attributes, condition)
  if (!Update) throw new Error('a set is an update')
  try {
    const command = new UpdateCommand({ ...Update, ReturnValues: 'ALL_NEW' })
    const { Attributes } = await single(() => database().send(command))
    return Job.parse(Attributes)
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** The lease is this run's, or whose it was, and the job is not over. */
export const heldBy = (holder: string): Condition => ({
  expression: '#holder = :me AND #state = :running',
  values: { ':me': holder, ':running': 'running' },
})

/** Holds for a transaction that must not outlive the run: a run that lost its job writes nothing more. */
export const whileHeld = (id: string, holder: string): Operation => {
  const { expression, values } = heldBy(holder)
  return {
    ConditionCheck: {
      TableName: tableName(),
      Key: jobKey(id),
      ConditionExpression: expression,
      ExpressionAttributeNames: used(expression),
      ExpressionAttributeValues: values,
    },
  }
}

/** Nobody holds the lease at `at` (epoch ms), and the job is not over. */
export const freeAt = (at: number): Condition => ({
  expression: '#state IN (:queued, :running) AND #until < :at',
  values: { ':queued': 'queued', ':running': 'running', ':at': at },
})

/** The job stands as it was read: for the decision to cancel. */
export const unmoved = ({ state, leaseUntil }: Job): Condition => ({
  expression: '#state = :seen AND #until = :seenUntil',
  values: { ':seen': state, ':seenUntil': leaseUntil },
})

const pageKey = (id: string, at: number): Key => ({
  pk: partition(id),
  sk: `ERRORS#${String(at).padStart(2, '0')}`,
})

/** The pages that wrong rows from the `from`-th on stand in: a page is put whole, so a repeat changes nothing. */
export const errorPages = (id: string, errors: readonly RowError[], from: number): Operation[] => {
  const pages: Operation[] = []
  for (let at = Math.floor(from / perPage); at * perPage < errors.length; at++) {
    const part = errors.slice(at * perPage, (at + 1) * perPage)
    pages.push(put({ ...pageKey(id, at), type: 'job-errors', errors: part, ttl: ttl() }))
  }
  return pages
}

/** The wrong rows of a job that are kept. A run that was killed may have left some beyond the count: not yet so. */
export const loadErrors = async ({ id, errorCount }: Job): Promise<RowError[]> => {
  if (errorCount === 0) return []
  const pages = await all({ pk: partition(id), begins: 'ERRORS#' }, RowErrors)
  return pages.flatMap(({ errors }) => errors).slice(0, Math.min(errorCount, mostErrors))
}
