// Order a package or a certified extract of a sealed record: jobs, for a nation's record is large.
import { loadRecord } from '#functions/archive/entity.ts'
import { recordOpened } from '#functions/archive/events.ts'
import { readHead } from '#functions/archive/read-record.ts'
import type { RecordHead } from '#functions/archive/schema.ts'
import { allow } from '#functions/grants/allow.ts'
import { startJob } from '#functions/jobs/start-job.ts'
import type { Actor } from '#functions/shared/actor.ts'
import { emit } from '#functions/shared/event-log.ts'
import type { Operation } from '#functions/shared/table.ts'
import { extractKind, packageKind } from './kinds.data.ts'
import type { ExtractInput } from './schema.ts'

/** Reading an internal record is itself recorded, here with the order. */
const audit = (actor: Actor, head: RecordHead, how: 'package' | 'extract'): Operation[] =>
  head.classification === 'internal' ? [emit(actor, recordOpened(head, how))] : []

/** @returns the job's id @throws Problem `not-found`, `not-allowed` */
export const orderPackage = async (actor: Actor, recordId: string): Promise<string> => {
  const head = await loadRecord(recordId)
  allow(actor, 'archive:package', { conference: head.conferenceId, host: head.hostUnitId })
  const order = { kind: packageKind, scope: head.conferenceId, input: { recordId } }
  return startJob(actor, order, ...audit(actor, head, 'package'))
}

/** @returns the job's id @throws Problem `not-found`, `not-allowed` */
export const orderExtract = async (actor: Actor, recordId: string, member: ExtractInput): Promise<string> => {
  const head = await readHead(actor, recordId)
  const order = { kind: extractKind, scope: head.conferenceId, input: { recordId, member } }
  return startJob(actor, order, ...audit(actor, head, 'extract'))
}
