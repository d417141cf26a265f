// The entry of the archive.
import { httpEntry } from '#functions/shared/lambda.ts'
import { archiving } from './archive-app.ts'

export const handler = httpEntry(() => archiving)
