// The store's own lock on one object: until when it is kept from everybody, and a hold that has no end. Only for AWS.
import {
  GetObjectRetentionCommand,
  ObjectLockLegalHoldStatus,
  type ObjectLockRetentionMode,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { setting } from '#functions/shared/config.ts'
import { store } from '#functions/shared/objects.ts'
import { longerLock } from './keeping.rules.ts'

/** How the bucket locks; undefined where the store has no lock of its own, as on one machine. */
export const lockMode = (): ObjectLockRetentionMode | undefined => {
  const mode = setting('ARCHIVE_LOCK')
  if (mode === undefined || mode === 'COMPLIANCE' || mode === 'GOVERNANCE') return mode
  throw new Error(`ARCHIVE_LOCK is ${mode}: COMPLIANCE or GOVERNANCE was expected.`)
}

type Place = { Bucket: string; Key: string }

const standingUntil = async (place: Place): Promise<string | undefined> => {
  try {
    const { Retention } = await store().send(new GetObjectRetentionCommand(place))
    return Retention?.RetainUntilDate?.toISOString()
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchObjectLockConfiguration')
      return undefined
    throw error
  }
}

/** Locks an object until then; a lock that reaches further stays as it is. */
export const lockObject = async (
  place: Place,
  mode: ObjectLockRetentionMode,
  wanted: string,
): Promise<void> => {
  const until = longerLock(await standingUntil(place), wanted)
  if (until === undefined) return
  const Retention = { Mode: mode, RetainUntilDate: new Date(until) }
  await store().send(new PutObjectRetentionCommand({ ...place, Retention }))
}

export const holdObject = async (place: Place, held: boolean): Promise<void> => {
  const Status = held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF
  await store().send(new PutObjectLegalHoldCommand({ ...place, LegalHold: { Status } }))
}
