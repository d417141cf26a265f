// The entry of files.
import { httpEntry } from '#functions/shared/lambda.ts'
import { filing } from './files-app.ts'

export const handler = httpEntry(() => filing)
