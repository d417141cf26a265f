// Invoked by hand when the table's index of the archive is lost or doubted: builds it anew from the bucket.
import { commandEntry } from '#functions/shared/lambda.ts'
import { rebuildChain } from './rebuild-chain.ts'

export const handler = commandEntry(() => rebuildChain(`req_rebuild-${Date.now()}`))
