// What each function may do, action by action. A resource ends in a wildcard only where object keys vary.
import { Stack } from 'aws-cdk-lib'
import type { UserPool } from 'aws-cdk-lib/aws-cognito'
import type { Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { records } from '#functions/shared/table.data.ts'
import { acknowledge } from './acknowledge.ts'
import type { HouseFunction } from './house-function.ts'

const allow = (to: HouseFunction, actions: string[], ...resources: string[]) =>
  to.role.addToPolicy(new PolicyStatement({ actions, resources }))

/** Reads the records, and the indexes by name. */
export const mayRead = (to: HouseFunction, table: TableV2) =>
  allow(
    to,
    ['dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    table.tableArn,
    ...records.indexes.map((index) => `${table.tableArn}/index/${index.name}`),
  )

/** Writes records. What is over is said by a field or by TTL: deleting is another right. */
export const mayWrite = (to: HouseFunction, table: TableV2) =>
  allow(to, ['dynamodb:PutItem', 'dynamodb:UpdateItem'], table.tableArn)

/**
 * Takes away what lies within a conference: a point of a draft that nobody has entered anything at, tries of a code.
 * Events, grants, records of the archive and all else lie elsewhere, and nobody may delete them.
 */
export const mayTakeAway = (to: HouseFunction, table: TableV2) =>
  to.role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DeleteItem'],
      resources: [table.tableArn],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CNF#*', 'BOARD#*'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  )

/** Reads snapshots by key and replaces them. */
export const mayKeepSnapshots = (to: HouseFunction, table: Table) =>
  allow(to, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], table.tableArn)

/** Reads what opens one seat, by its key. */
export const mayReadCredentials = (to: HouseFunction, table: Table) =>
  allow(to, ['dynamodb:GetItem'], table.tableArn)

/** Reads, replaces and takes away what opens seats. Given to one function only. */
export const mayKeepCredentials = (to: HouseFunction, table: Table) =>
  allow(to, ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:Query'], table.tableArn)

/** Makes, changes and ends meetings of the account. Given to one function only. */
export const mayMeet = (to: HouseFunction) => {
  const { region, account } = { region: '*', account: Stack.of(to).account }
  const meetings = { service: 'chime', region, account, resource: 'meeting', resourceName: '*' }
  allow(to, ['chime:CreateMeeting'], '*')
  allow(
    to,
    [
      'chime:BatchCreateAttendee',
      'chime:BatchUpdateAttendeeCapabilitiesExcept',
      'chime:DeleteAttendee',
      'chime:DeleteMeeting',
      'chime:GetMeeting',
      'chime:ListAttendees',
      'chime:UpdateAttendeeCapabilities',
    ],
    Stack.of(to).formatArn(meetings),
  )
  acknowledge(to.role, {
    'AwsSolutions-IAM5[Resource::arn:aws:chime:*:<AWS::AccountId>:meeting/*]':
      'Meetings of this account: the service names them when they are made.',
  })
}

/** Sends to one queue. */
export const maySend = (to: HouseFunction, queue: Queue) => allow(to, ['sqs:SendMessage'], queue.queueArn)

/** Says something on the topics of conferences, which are made at run time; may not listen. */
export const mayPublish = (to: HouseFunction) => {
  const topics = { service: 'iot', resource: 'topic', resourceName: 'conferences/*' }
  allow(to, ['iot:Publish'], Stack.of(to).formatArn(topics))
  const { region } = Stack.of(to)
  acknowledge(to.role, {
    [`AwsSolutions-IAM5[Resource::arn:aws:iot:${region}:<AWS::AccountId>:topic/conferences/*]`]:
      'Topics of conferences below one prefix: conferences and points are made at run time.',
  })
}

/** Reads or writes objects at the named places of a bucket; listing turns "forbidden" into "not there" (404). */
export const mayUse = (to: HouseFunction, bucket: Bucket, prefixes: string[], acts: ('Get' | 'Put')[]) => {
  allow(to, ['s3:ListBucket'], bucket.bucketArn)
  onObjects(
    to,
    bucket,
    prefixes,
    acts.map((act) => `s3:${act}Object`),
  )
}

/** Puts objects of any size in parts, and gives up what it began. */
export const mayPutInParts = (to: HouseFunction, bucket: Bucket, prefix: string) =>
  onObjects(to, bucket, [prefix], ['s3:AbortMultipartUpload', 's3:PutObject'])

/** Lengthens the lock of sealed objects and holds them: neither shortens a lock, and nothing here may delete. */
export const mayLock = (to: HouseFunction, bucket: Bucket, prefix: string) => {
  mayUse(to, bucket, [prefix], ['Get'])
  onObjects(to, bucket, [prefix], ['s3:GetObjectRetention', 's3:PutObjectLegalHold', 's3:PutObjectRetention'])
}

const onObjects = (to: HouseFunction, bucket: Bucket, prefixes: string[], actions: string[]) => {
  allow(to, actions, ...prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`)))
  // The finding names the bucket by its export, which the stack otherwise makes only at the end of the synth.
  const { 'Fn::ImportValue': exported } = Stack.of(to).resolve(Stack.of(bucket).exportValue(bucket.bucketArn))
  const reason = 'Objects of one bucket below one prefix: their keys are made at run time.'
  for (const prefix of prefixes)
    acknowledge(to.role, { [`AwsSolutions-IAM5[Resource::${exported}/${prefix}*]`]: reason })
}

/** Signs digests with one key, whose own policy names the same functions. */
export const maySign = (to: HouseFunction, key: Key) =>
  allow(to, ['kms:GetPublicKey', 'kms:Sign'], key.keyArn)

/** Administers the users of one pool; neither their passwords nor the pool itself. Given to one function only. */
export const mayAdminister = (to: HouseFunction, pool: UserPool) =>
  allow(
    to,
    [
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminDisableUser',
      'cognito-idp:AdminEnableUser',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminUserGlobalSignOut',
      'cognito-idp:ListUsers',
    ],
    pool.userPoolArn,
  )

/** Sends mail in the name of one domain. */
export const mayMail = (to: HouseFunction, mailFrom: string) => {
  const domain = mailFrom.slice(mailFrom.indexOf('@') + 1)
  const identity = Stack.of(to).formatArn({ service: 'ses', resource: 'identity', resourceName: domain })
  allow(to, ['ses:SendEmail', 'ses:SendRawEmail'], identity)
}
