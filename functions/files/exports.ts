// What the house makes for somebody to take away, and what it was given, by digest. Carries S3: for the jobs worker.
import { sha256 } from '#functions/shared/canonical.ts'
import { required } from '#functions/shared/config.ts'
import { putOnce, readObject } from '#functions/shared/objects.ts'
import { type ExportFile, exportKey, fileKey } from './schema.ts'

/**
 * Keeps the file a job has made, for a week. A job that runs again after a fall may put another: each has a key of its own.
 * @param name as the person will find it among their downloads
 * @param type media type
 * @returns what the job keeps as its result: `GET /api/jobs/:id/result` hands it out
 */
export const putExport = async (
  jobId: string,
  name: string,
  type: string,
  body: Uint8Array,
): Promise<ExportFile> => {
  const digest = sha256(body)
  await putOnce(required('FILES_BUCKET'), exportKey(jobId, digest), Buffer.from(body), type)
  return { name, type, digest, bytes: body.byteLength }
}

/** The bytes of a file taken by `acceptUpload`. @throws Error when the store has lost it */
export const readFile = async (digest: string): Promise<Buffer> => {
  const bytes = await readObject(required('FILES_BUCKET'), fileKey(digest))
  if (!bytes) throw new Error(`files/${digest} is not there`)
  return bytes
}
