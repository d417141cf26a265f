// What every construct of the rebuildable stack is given: the stage, what survives beside it, and whom an alarm reaches.
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { DataStack } from '../data-stack.ts'
import type { Stage } from '../stages.ts'
import { recordingSettings } from './recordings.ts'

export type House = { stage: Stage; data: DataStack; alarms: Topic; snapshots: Table }

/** What browsers put and nobody has looked at, what was taken in, by digest, and what jobs made, by job. */
export const filePlaces = { quarantine: 'quarantine/', files: 'files/', exports: 'exports/' }

/** Records by digest, the chain's entries, the verification keys. */
export const archivePlaces = ['sha256/', 'chain/', 'keys/']

const settings = ({ stage, snapshots, data: { records, storage, signIn } }: House) => ({
  RECORDS_TABLE: records.tableName,
  SNAPSHOTS_TABLE: snapshots.tableName,
  FILES_BUCKET: storage.files.bucketName,
  ARCHIVE_BUCKET: storage.archive.bucketName,
  ARCHIVE_LOCK: stage.archiveLock.mode.toUpperCase(),
  ...recordingSettings(stage, storage.recordings),
  TOKEN_ISSUER: signIn.pool.userPoolProviderUrl,
  TOKEN_CLIENT_ID: signIn.client.userPoolClientId,
  MAIL_FROM: `Điểm Cầu <${stage.mailFrom}>`,
  PUBLIC_URL: stage.publicUrl,
})

/** What each of our functions begins from. */
export const commonOf = (house: House) => {
  const { stage, alarms } = house
  return { stage, alarms, environment: settings(house) }
}
