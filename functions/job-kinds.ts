// Every kind of long work, each loaded when its first job runs: the worker's composition root.
import type { JobKinds } from './shared/job.ts'

export const jobKinds: JobKinds = {
  'points.add': async () => (await import('./bridge-points/add-points.job.ts')).addingPoints,
}
