// A worker of its own process, to be killed: runs one job of the home its environment names, so many minutes later.
import { jobKinds } from '#functions/job-kinds.ts'
import { runJob } from '#functions/jobs/run-job.ts'
import { laterBy } from '#test/support/clock.ts'

laterBy(Number(process.argv[3]))
await runJob(process.argv[2] ?? '', jobKinds, { remainingMs: () => 900_000 })
