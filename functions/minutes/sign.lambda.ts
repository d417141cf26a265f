// The entry of signing and sealing.
import { httpEntry } from '#functions/shared/lambda.ts'
import { signing } from './sign-app.ts'

export const handler = httpEntry(() => signing)
