// One request to Amazon Chime SDK: below the quotas, tried again where that is all it takes, refusals by what they mean.
import { setTimeout as pause } from 'node:timers/promises'
import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings'
import { insideAws, setting } from '#functions/shared/config.ts'
import { limits } from './limits.ts'
import type { MediaQuota } from './schema.ts'
import { openThrottle, type Throttle } from './throttle.ts'

/** The meeting, or the attendee, is not there any more. */
export class Gone extends Error {}

/** The account may have no more of this. */
export class QuotaReached extends Error {
  readonly quota: MediaQuota

  constructor(quota: MediaQuota, message: string) {
    super(message)
    this.quota = quota
  }
}

/** Too many requests for now: to be gone on with later. */
export class Busy extends Error {}

type Service = { told: string; client: ChimeSDKMeetingsClient; throttle: Throttle }
let service: Service | undefined

/** One try: what is not idempotent may not be repeated by a client that does not know. */
const connect = (): Service => {
  const endpoint = setting('CHIME_ENDPOINT')
  const told = `${endpoint} ${setting('MEDIA_LIMITS')}`
  if (service?.told === told) return service
  const { mediaRegion: region, requestsPerSecond: perSecond, requestsBurst: burst } = limits()
  const client = new ChimeSDKMeetingsClient({ region, maxAttempts: 1, ...(endpoint ? { endpoint } : {}) })
  service = { told, client, throttle: openThrottle({ perSecond, burst }) }
  return service
}

/** Whether this home has a media service at all: on one machine it is a part that can be left out. */
export const hasService = (): boolean => insideAws() || setting('CHIME_ENDPOINT') !== undefined

const tries = 8
/** Asked twice it makes twice: what became of it is looked at first. */
const onceOnly = 'BatchCreateAttendee'
const waitMs = 100

/** The service is in trouble; what was asked for may be done all the same. */
const isTrouble = ({ name }: Error): boolean =>
  name === 'ServiceUnavailableException' || name === 'ServiceFailureException'

/** Said of what is being changed at this moment by a request before, and of a token used for another meeting. */
const isPassing = (api: string, { name }: Error): boolean =>
  name === 'ThrottlingException' ||
  name === 'TooManyRequestsException' ||
  (name === 'ConflictException' && api !== 'CreateMeeting')

const meant = (error: unknown, quota: MediaQuota): unknown => {
  if (!(error instanceof Error)) return error
  if (error.name === 'NotFoundException') return new Gone(error.message)
  if (error.name === 'LimitExceededException') return new QuotaReached(quota, error.message)
  return error
}

/** @param quota that a refusal for want of room means @throws Gone, QuotaReached, Busy */
export const asking = async <T>(
  api: string,
  ask: (client: ChimeSDKMeetingsClient) => Promise<T>,
  quota: MediaQuota = 'attendees-per-meeting',
): Promise<T> => {
  const { client, throttle } = connect()
  for (let attempt = 1; ; attempt++) {
    await throttle(api)
    try {
      return await ask(client)
    } catch (error) {
      if (!(error instanceof Error && (isPassing(api, error) || isTrouble(error)))) throw meant(error, quota)
      if (attempt === tries || (isTrouble(error) && api === onceOnly))
        throw new Busy(`${api}: ${error.message}`)
      await pause(waitMs * attempt * (0.5 + Math.random()))
    }
  }
}
