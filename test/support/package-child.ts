// A worker of its own process, to be killed: says so when half of a package's content has been read, and goes no further.
import { runJob } from '#functions/jobs/run-job.ts'
import { Bag } from '#functions/packages/bag.ts'
import { makePackage } from '#functions/packages/make-package.job.ts'

const { add } = Bag.prototype
let files = 0
Bag.prototype.add = async function (source) {
  if (++files === 4) {
    process.send?.('half')
    await new Promise(() => setInterval(() => {}, 1_000))
  }
  return add.call(this, source)
}

const kinds = { [makePackage.name]: async () => makePackage }
await runJob(process.argv[2] ?? '', kinds, { remainingMs: () => 900_000 })
