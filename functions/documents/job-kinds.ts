// Every kind of job the printing function works off.
import type { JobKinds } from '#functions/shared/job.ts'
import { printJob } from './print.job.ts'

export const printJobs: JobKinds = {
  'minutes.preview': async () => printJob('minutes.preview'),
  'minutes.pdf': async () => printJob('minutes.pdf'),
  'minutes.docx': async () => printJob('minutes.docx'),
}
