// The entry of accounts.
import { httpEntry } from '#functions/shared/lambda.ts'
import { accounting } from './accounts-app.ts'

export const handler = httpEntry(() => accounting)
