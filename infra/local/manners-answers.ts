// Refusals in DynamoDB's own words, so that the SDK's real error parsing runs.
import type { IncomingHttpHeaders } from 'node:http'
import { crc32 } from 'node:zlib'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const space = 'com.amazonaws.dynamodb.v20120810'

/** A JSON answer with the checksum DynamoDB sends and the SDK may check. */
export const json = (status: number, content: unknown): Answer => {
  const body = Buffer.from(JSON.stringify(content))
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': String(body.length),
    'x-amz-crc32': String(crc32(body)),
  }
  return { status, headers, body }
}

const error = (status: number, name: string, message: string, more: object = {}) =>
  json(status, { __type: `${space}#${name}`, message, ...more })

export const fault = (): Answer =>
  error(500, 'InternalServerError', 'The request processing has failed because of an unknown error.')

export const throttled = (): Answer =>
  error(
    400,
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  )

const ongoing = 'Transaction is ongoing for the item'

/** A transaction cancelled because of the items for which `hit` holds, given by position. */
export const cancelled = (count: number, hit: (position: number) => boolean): Answer => {
  const reasons = Array.from({ length: count }, (_, position) =>
    hit(position) ? { Code: 'TransactionConflict', Message: ongoing } : { Code: 'None' },
  )
  const codes = reasons.map(({ Code }) => Code).join(', ')
  const Message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return json(400, { __type: `${space}#TransactionCanceledException`, Message, CancellationReasons: reasons })
}

/** A single write that met a transaction. */
export const conflicted = (): Answer => error(400, 'TransactionConflictException', ongoing)
