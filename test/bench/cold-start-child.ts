// One cold start: imports the bundle named and sends it one request, as Lambda would; prints the milliseconds.
import { pathToFileURL } from 'node:url'

const bundle = process.argv[2] ?? ''

const event = {
  version: '2.0',
  routeKey: 'ANY /api/{proxy+}',
  rawPath: '/api/conferences',
  rawQueryString: '',
  headers: { host: '127.0.0.1', 'content-type': 'application/json' },
  requestContext: {
    accountId: '000000000000',
    apiId: 'bench',
    domainName: '127.0.0.1',
    domainPrefix: 'bench',
    http: {
      method: 'GET',
      path: '/api/conferences',
      protocol: 'HTTP/1.1',
      sourceIp: '127.0.0.1',
      userAgent: 'bench',
    },
    requestId: 'bench',
    routeKey: 'ANY /api/{proxy+}',
    stage: '$default',
    time: '23/Nov/2022:07:00:00 +0000',
    timeEpoch: 1669186800000,
  },
  isBase64Encoded: false,
}
const context = {
  functionName: 'bench',
  functionVersion: '1',
  memoryLimitInMB: '1024',
  awsRequestId: 'bench',
  invokedFunctionArn: 'arn',
  getRemainingTimeInMillis: () => 30_000,
}

const began = performance.now()
const { handler } = await import(pathToFileURL(bundle).href)
const answer = await handler(event, context)
const took = performance.now() - began

if (![200, 401].includes(answer.statusCode)) throw new Error(`unexpected answer ${answer.statusCode}`)
process.stdout.write(`${took}\n`, () => process.exit(0))
