// The house's side of bench `package`: one job worked off as its function does, in a process of its own.
import { runJob } from '#functions/jobs/run-job.ts'
import { certifiedJobs } from '#functions/packages/job-kinds.ts'

const began = performance.now()
await runJob(process.argv[2] ?? '', certifiedJobs, { remainingMs: () => 900_000 })
process.send?.({ ms: performance.now() - began, mb: process.resourceUsage().maxRSS / 1024 })
