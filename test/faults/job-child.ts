// A worker of its own process, to be killed: runs one job of the home its environment names.
import { jobKinds } from '#functions/job-kinds.ts'
import { runJob } from '#functions/jobs/run-job.ts'

await runJob(process.argv[2] ?? '', jobKinds, { remainingMs: () => 900_000 })
