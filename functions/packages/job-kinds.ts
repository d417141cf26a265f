// The kinds of jobs this context's own worker works off: what they make is signed with the house's key.
import type { JobKinds } from '#functions/shared/job.ts'
import { extractKind, packageKind } from './kinds.data.ts'

export const certifiedJobs: JobKinds = {
  [packageKind]: async () => (await import('./make-package.job.ts')).makePackage,
  [extractKind]: async () => (await import('./make-extract.job.ts')).makeExtract,
}
