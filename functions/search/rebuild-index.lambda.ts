// The command that makes the index of the search anew: invoked by hand, after a file was lost or with another edition.
import { commandEntry } from '#functions/shared/lambda.ts'
import { rebuildIndex } from './rebuild-index.ts'

export const handler = commandEntry(() => rebuildIndex())
