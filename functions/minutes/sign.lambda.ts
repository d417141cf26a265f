// The entry of signing and sealing: requests of people, and by a schedule the seals that broke off.
import type { Context } from 'aws-lambda'
import { completeSeals } from '#functions/archive/complete-seals.ts'
import { commandEntry, httpEntry } from '#functions/shared/lambda.ts'
import { signing } from './sign-app.ts'

const requests = httpEntry(() => signing)
const completion = commandEntry(async () => ({ n: await completeSeals(`req_complete-seals-${Date.now()}`) }))

type Request = Parameters<typeof requests>[0]
type Scheduled = { complete: 'seals' }

/** A request of the gateway has a `requestContext`; its sender writes nothing beside that. */
const isScheduled = (event: Request | Scheduled): event is Scheduled =>
  !('requestContext' in event) && event.complete === 'seals'

export const handler = (event: Request | Scheduled, context: Context) =>
  isScheduled(event) ? completion(event, context) : requests(event, context as never)
