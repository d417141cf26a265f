// The HTTP entry: every route but the archive's, signing and sealing.
import { appFor } from './contexts.ts'
import { httpEntry } from './shared/lambda.ts'

export const handler = httpEntry(appFor)
