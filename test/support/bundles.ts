// The bundles CDK deploys, called as AWS calls them: real event shapes in, real answers out.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
  DynamoDBRecord,
  SQSRecord,
} from 'aws-lambda'
import { records } from '#functions/shared/table.data.ts'
import { eventSource, wakeUpFields } from '#infra/rules.data.ts'
import { type GatewayRoute, gatewayRoutes, type HttpBundle } from '#infra/surface.ts'

/** What Lambda hands to a handler besides the event. */
export const lambdaContext = (functionName: string): Context => ({
  awsRequestId: 'c0ffee00-0000-4000-8000-000000000000',
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:ap-southeast-1:123456789012:function:${functionName}`,
  memoryLimitInMB: '1024',
  logGroupName: functionName,
  logStreamName: '1',
  getRemainingTimeInMillis: () => 25_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
})

/** What API Gateway sends an HTTP API's function (payload format 2.0). */
export const gatewayEvent = (path: string, init: RequestInit = {}): APIGatewayProxyEventV2 => {
  const { pathname, search } = new URL(path, 'http://gateway')
  const method = init.method ?? 'GET'
  const now = new Date()
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: {
      host: 'abc.execute-api.ap-southeast-1.amazonaws.com',
      ...Object.fromEntries(new Headers(init.headers)),
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc',
      domainName: 'abc.execute-api.ap-southeast-1.amazonaws.com',
      domainPrefix: 'abc',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: 'gw-1',
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    isBase64Encoded: false,
    ...(typeof init.body === 'string' ? { body: init.body } : {}),
  }
}

/** The answer as the caller of the gateway sees it. */
const responseOf = (result: APIGatewayProxyStructuredResultV2): Response => {
  const body = result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64') : result.body
  const headers = new Headers()
  for (const [name, value] of Object.entries(result.headers ?? {})) headers.set(name, String(value))
  return new Response(result.statusCode === 204 ? null : (body ?? null), {
    status: result.statusCode ?? 200,
    headers,
  })
}

type Handler = (event: unknown, context: Context) => Promise<unknown>

/** A bundle's handler, loaded into this process. */
export const handlerOf = async (folder: string, name: string): Promise<Handler> => {
  const { handler } = await import(/* @vite-ignore */ pathToFileURL(join(folder, name, 'index.mjs')).href)
  return handler
}

/** An HTTP bundle for whatever speaks to Hono apps by `fetch`. */
export const gatewayFetch = (folder: string, name: string) => {
  const app = gatewayApp(folder, name)
  return {
    fetch: async (request: Request) => {
      const body = request.body ? await request.text() : undefined
      const { pathname, search } = new URL(request.url)
      const { method, headers } = request
      return app.request(`${pathname}${search}`, { method, headers, ...(body === undefined ? {} : { body }) })
    },
  }
}

/** An HTTP bundle behind the gateway's event shape, for whatever speaks to Hono apps by `request`. */
export const gatewayApp = (folder: string, name: string) => ({
  request: async (path: string, init?: RequestInit): Promise<Response> => {
    const handler = await handlerOf(folder, name)
    return responseOf(
      (await handler(gatewayEvent(path, init), lambdaContext(name))) as APIGatewayProxyStructuredResultV2,
    )
  },
})

const pattern = (path: string) =>
  new RegExp(`^${path.replaceAll(/\{\w+\+\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+')}$`)

/** Fewer unknown characters win, as at the gateway: a full match before parameters, those before a greedy one. */
const openness = ({ path }: GatewayRoute) =>
  (path.includes('+}') ? 1000 : 0) + (path.match(/\{/g)?.length ?? 0) * 10 - path.split('/').length

/** The function the gateway sends a request to. */
export const gatewayRoute = (path: string, method?: string): HttpBundle => {
  const { pathname } = new URL(path, 'http://gateway')
  const fitting = gatewayRoutes
    .filter((route) => pattern(route.path).test(pathname))
    .filter((route) => !method || route.method === 'ANY' || route.method === method)
    .toSorted((a, b) => openness(a) - openness(b))
  return fitting[0]?.to ?? 'api'
}

/** A stream record of an item put for the first time. */
export const streamRecord = (sequence: string, image: Record<string, { S: string }>): DynamoDBRecord => ({
  eventID: sequence,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'ap-southeast-1',
  eventSourceARN: 'arn:aws:dynamodb:ap-southeast-1:123456789012:table/records/stream/2026-01-01T00:00:00.000',
  dynamodb: {
    ApproximateCreationDateTime: 1_669_186_800,
    Keys: { [records.partitionKey]: image.pk ?? { S: '' }, [records.sortKey]: image.sk ?? { S: '' } },
    NewImage: image,
    SequenceNumber: sequence,
    SizeBytes: 100,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
})

/** What the pipe, the bus, the rule and the queue make of an event item. */
export const queuedEvent = (
  messageId: string,
  item: Record<Exclude<(typeof wakeUpFields)[number], 'kind'>, string> & { kind?: string },
): SQSRecord => ({
  messageId,
  receiptHandle: 'receipt',
  body: JSON.stringify({
    version: '0',
    id: '11111111-2222-4333-8444-555555555555',
    'detail-type': item.name,
    source: eventSource,
    account: '123456789012',
    time: item.recordedAt,
    region: 'ap-southeast-1',
    resources: [],
    detail: Object.fromEntries(wakeUpFields.map((field) => [field, item[field] ?? ''])),
  }),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '1669186800000',
    SenderId: 'AIDAEXAMPLE',
    ApproximateFirstReceiveTimestamp: '1669186800001',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-southeast-1:123456789012:notices',
  awsRegion: 'ap-southeast-1',
})
