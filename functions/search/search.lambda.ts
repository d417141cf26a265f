// The entry of the search.
import { httpEntry } from '#functions/shared/lambda.ts'
import { searching } from './search-app.ts'

export const handler = httpEntry(() => searching)
