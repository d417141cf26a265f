// What tests of all routes upload and take away: of an account that is none of the cast's.

import { uploadItem } from '#functions/files/entity.ts'
import { putExport } from '#functions/files/exports.ts'
import { newUpload } from '#functions/files/rules.ts'
import { jobItem } from '#functions/jobs/entity.ts'
import { now } from '#functions/shared/clock.ts'
import { newId } from '#functions/shared/new-id.ts'
import { putOnce } from '#functions/shared/objects.ts'
import { pdf, types } from './documents.ts'
import { digestOf } from './files.ts'
import { plant } from './plant.ts'
import type { Sample } from './sample.ts'
import type { World } from './world.ts'

const bytes = pdf()
const told = { name: 'Tham luận.pdf', type: types.pdf, bytes: bytes.length, sha256: digestOf(bytes) }

/** An upload whose bytes have been put. */
const makeUpload = async ({ ids }: World): Promise<void> => {
  const upload = newUpload({ id: newId('upl'), sub: 'sub-a', at: now().toISOString() }, told)
  ids.upload = upload.id
  await putOnce('files', upload.quarantine, bytes, told.type)
  await plant([uploadItem(upload)])
}

/** A job that left a file. */
const makeResult = async ({ ids }: World): Promise<void> => {
  const id = newId('job')
  ids['job.result'] = id
  const at = now().toISOString()
  const file = await putExport(id, 'Điểm danh.xlsx', types.xlsx, bytes)
  const begun = { done: 0, errorCount: 0, steps: {}, attempts: 0, leaseUntil: 0 }
  const made = { id, kind: 'none', scope: 'test', by: { sub: 'sub-a', name: 'A' }, requestId: 'r', input: {} }
  await plant([jobItem({ ...begun, ...made, queuedAt: at, state: 'done', finishedAt: at, result: { file } })])
}

export const makeFiles = async (world: World): Promise<void> => {
  await Promise.all([makeUpload(world), makeResult(world)])
}

export const fileSamples: Record<string, Sample[]> = {
  'POST /api/uploads': [{ body: () => told }],
  'POST /api/uploads/:upload/check': [{ params: { upload: 'upload' }, before: makeUpload }],
  'GET /api/jobs/:id/result': [{ params: { id: 'job.result' }, before: makeResult }],
}
