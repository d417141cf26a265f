// The archive's keeping on one machine: its daily checkpoint, and its index built anew where that is asked for.
import type { Context } from 'aws-lambda'
import { handler as checkpoint } from '#functions/archive/checkpoint.lambda.ts'
import { handler as rebuild } from '#functions/archive/rebuild-chain.lambda.ts'
import { now } from '#functions/shared/clock.ts'
import { startDaily } from './daily.ts'
import type { Duties } from './duties.ts'
import { Refusal } from './refusal.ts'

const context = { functionName: 'archive', awsRequestId: 'local' } as Context

/** @throws Refusal naming the place where the stored chain is broken */
const rebuilt = async () => {
  const { entries, units } = await rebuild({}, context).catch((error: Error) => {
    throw new Refusal(`The archive cannot be rebuilt: ${error.message}.`)
  })
  console.log(`  Archive rebuilt from its stored files: ${entries} records, found under ${units} units`)
}

export const keepArchive = async ({ rebuildArchive }: { rebuildArchive?: boolean }, duties: Duties) => {
  if (rebuildArchive) await rebuilt()
  const daily = startDaily({ now, act: () => checkpoint({}, context) })
  duties.add(() => daily.stop())
}
