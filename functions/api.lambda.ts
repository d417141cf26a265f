// The HTTP entry: every route but signing and sealing.
import { api } from './api.ts'
import { httpEntry } from './shared/lambda.ts'

export const handler = httpEntry(api)
