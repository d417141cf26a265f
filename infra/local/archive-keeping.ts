// The archive's keeping on one machine: seals that broke off, its daily checkpoint, its index built anew where that is asked for.
import type { Context } from 'aws-lambda'
import { handler as checkpoint } from '#functions/archive/checkpoint.lambda.ts'
import { handler as rebuild } from '#functions/archive/rebuild-chain.lambda.ts'
import { handler as sign } from '#functions/minutes/sign.lambda.ts'
import { now } from '#functions/shared/clock.ts'
import type { Duties } from './duties.ts'
import { Refusal } from './refusal.ts'
import { quarterOf, startRegular } from './regular.ts'

const context = { functionName: 'archive', awsRequestId: 'local' } as Context

/** @throws Refusal naming the place where the stored chain is broken */
const rebuilt = async () => {
  const { entries, units } = await rebuild({}, context).catch((error: Error) => {
    throw new Refusal(`The archive cannot be rebuilt: ${error.message}.`)
  })
  console.log(`  Archive rebuilt from its stored files: ${entries} records, found under ${units} units`)
}

const complete = () => sign({ complete: 'seals' }, context)

/** Undefined while nothing is sealed. */
const stated = async () => (await checkpoint({}, context)).day

export const keepArchive = async ({ rebuildArchive }: { rebuildArchive?: boolean }, duties: Duties) => {
  if (rebuildArchive) await rebuilt()
  const seals = startRegular({ now, act: complete, turnOf: quarterOf })
  const checkpoints = startRegular({ now, act: stated })
  duties.add(() => checkpoints.stop())
  duties.add(() => seals.stop())
  void seals.look().then(checkpoints.look)
}
