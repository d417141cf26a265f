// What uploads announce, in a log of their own: who sent what, and what was refused. Pure.
import type { ExportFile, StoredUpload } from './schema.ts'

const announce = <N extends `upload.${string}`>(name: N, upload: StoredUpload) => ({
  name,
  scope: 'files',
  subject: upload.id,
  data: {
    name: upload.name,
    type: upload.type,
    bytes: upload.bytes,
    sha256: upload.sha256,
    refusal: upload.refusal,
  },
})

export const uploadAsked = (upload: StoredUpload) => announce('upload.asked', upload)
export const uploadChecked = (upload: StoredUpload) => announce('upload.checked', upload)
export const uploadRefused = (upload: StoredUpload) => announce('upload.refused', upload)

/** Somebody took away what a job had made. */
export const resultOpened = (job: { id: string; scope: string; kind: string }, file: ExportFile) => ({
  name: 'export.opened' as const,
  scope: job.scope,
  subject: job.id,
  data: { kind: job.kind, name: file.name, sha256: file.digest },
})
