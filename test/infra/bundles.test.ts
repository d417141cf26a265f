// The very bundles CDK deploys, invoked as AWS invokes them, over the embedded engine.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { startMail } from '#infra/local/mail.ts'
import { startApi } from '#test/support/api.ts'
import { builtBundles } from '#test/support/built-bundles.ts'
import {
  gatewayApp,
  gatewayEvent,
  gatewayRoute,
  handlerOf,
  lambdaContext,
  queuedEvent,
  streamRecord,
} from '#test/support/bundles.ts'
import { castOf, conferenceAt } from '#test/support/conference.ts'

const scratch = mkdtempSync(join(tmpdir(), 'diemcau-bundles-'))
let folder: string
const app = (path: string) => gatewayApp(folder, gatewayRoute(path))
let api: Awaited<ReturnType<typeof startApi>>

beforeAll(async () => {
  folder = await builtBundles()
  api = await startApi(app)
  await seedUnits()
}, 120_000)
afterAll(async () => {
  await api?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

const problemOf = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('Content-Type'),
  body: (await response.json()) as { type: string; requestId: string },
})

describe('the API bundle, by API Gateway events', () => {
  it('refuses a request without a token as a problem', async () => {
    const { status, type, body } = await problemOf(await app('/api/conferences').request('/api/conferences'))
    expect([status, type, body.type]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
      '/problems/unauthenticated',
    ])
  })

  it('answers who is signed in, from the records', async () => {
    const operator = await api.somebody(['operator', 'unit:unt_none'])
    const { status, body } = await operator.get('/api/conferences')
    expect([status, body]).toEqual([200, { items: [] }])
  })

  it('writes: a conference from draft to its start', async () => {
    const { secretary, operator } = await castOf(api)
    const id = await conferenceAt(secretary, 'start')
    const { status, body } = await operator.get(`/api/conferences/${id}`)
    expect([status, body.id, body.state]).toEqual([200, id, 'in-session'])
  })

  it('says what is not there', async () => {
    const somebody = await api.somebody()
    const { status, body } = await somebody.get('/api/nothing-of-the-kind')
    expect([status, body.type]).toEqual([404, '/problems/not-found'])
  })

  it('refuses a token of another issuer', async () => {
    const forged = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'
    const response = await app('/api/conferences').request('/api/conferences', {
      headers: { Authorization: `Bearer ${forged}` },
    })
    expect(response.status).toBe(401)
  })
})

describe('the sign bundle, by API Gateway events', () => {
  it.each(['sign', 'seal'])('refuses to %s without a token', async (act) => {
    const path = `/api/conferences/cnf_01GJJQXJ8G0000000000000000/minutes/${act}`
    const response = await app(path).request(path, { method: 'POST', headers: { 'Idempotency-Key': 'k' } })
    expect((await problemOf(response)).status).toBe(401)
  })

  it('serves nothing else', async () => {
    const response = await gatewayApp(folder, 'minutes-sign').request('/api/conferences')
    expect(response.status).toBe(401)
  })
})

describe('the archive bundle, by API Gateway events', () => {
  it('publishes the keys to anybody', async () => {
    const response = await app('/api/archive/keys').request('/api/archive/keys')
    expect([response.status, await response.json()]).toEqual([200, { items: [] }])
  })

  it('lists records to an archivist only', async () => {
    const archivist = await api.somebody(['archivist', '*'])
    expect((await archivist.get('/api/archive')).status).toBe(200)
    expect((await app('/api/archive').request('/api/archive')).status).toBe(401)
  })
})

describe('inside AWS', () => {
  const askInFreshProcess = async (env: Record<string, string>) => {
    const script = `
      const { handler } = await import(process.argv[1])
      try { console.log(JSON.stringify(await handler(JSON.parse(process.argv[2]), JSON.parse(process.argv[3])))) }
      catch (error) { console.log(JSON.stringify({ thrown: String(error) })) }
      process.exit(0)`
    const event = gatewayEvent('/api/conferences', { headers: { Authorization: 'Bearer a.b.c' } })
    const args = [join(folder, 'api/index.mjs'), JSON.stringify(event), JSON.stringify(lambdaContext('api'))]
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, ...args],
      { env },
    )
    return stdout
  }

  it('refuses an endpoint meant for one machine', async () => {
    const env = {
      AWS_REGION: 'ap-southeast-1',
      TOKEN_ISSUER: 'https://issuer.example/pool',
      TOKEN_CLIENT_ID: 'c',
    }
    const inside = { ...env, AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9', DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' }
    expect(await askInFreshProcess(inside)).toMatch(/one machine only|"statusCode":500/)
    expect(await askInFreshProcess(env)).toContain('"statusCode":401')
  })
})

describe('the live bundle, by stream events', () => {
  it('reads changes in order and reports no failures', async () => {
    const handler = await handlerOf(folder, 'live-on-change')
    const Records = ['1', '2'].map((sequence) =>
      streamRecord(sequence, { pk: { S: 'CNF#1' }, sk: { S: `POINT#${sequence}` }, type: { S: 'point' } }),
    )
    expect(await handler({ Records }, lambdaContext('live'))).toEqual({ batchItemFailures: [] })
  })
})

describe('the builder of boards, by its queue, and the board through the gateway', () => {
  const order = (conferenceId: string) => ({
    ...queuedEvent('1', { id: '', name: '', scope: '', subject: '', recordedAt: '' }),
    body: JSON.stringify({ conferenceId }),
  })

  it('carries the stored bytes as base64, compressed for who takes gzip', async () => {
    const { secretary } = await castOf(api)
    const id = await conferenceAt(secretary, 'start')
    const builder = await handlerOf(folder, 'live-build-board')
    expect(await builder({ Records: [order(id)] }, lambdaContext('board'))).toEqual({ batchItemFailures: [] })
    const gateway = await handlerOf(folder, 'api')
    const headers = { Authorization: `Bearer ${await api.token(secretary.sub)}`, 'Accept-Encoding': 'gzip' }
    const event = gatewayEvent(`/api/conferences/${id}/board`, { headers })
    const answer = (await gateway(event, lambdaContext('api'))) as APIGatewayProxyStructuredResultV2
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true })
    const board = JSON.parse(gunzipSync(Buffer.from(answer.body ?? '', 'base64')).toString())
    expect(board).toMatchObject({ number: expect.any(Number), totals: { points: board.items.length } })
    const known = { ...headers, 'If-None-Match': `W/"${board.number}"` }
    const again = gatewayEvent(`/api/conferences/${id}/board`, { headers: known })
    expect(await gateway(again, lambdaContext('api'))).toMatchObject({ statusCode: 304 })
    const { body } = await secretary.get(`/api/conferences/${id}/board`)
    expect(body).toEqual(board)
  })

  it('gives back an order it cannot read', async () => {
    const builder = await handlerOf(folder, 'live-build-board')
    const broken = { ...order('x'), messageId: 'broken', body: '{}' }
    const answer = await builder({ Records: [broken] }, lambdaContext('board'))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'broken' }] })
  })
})

describe('the notices bundle, by queued events of the bus', () => {
  const wakeUp = (subject: string) => ({
    id: 'evt_01GJJQXJ8G0000000000000000',
    name: 'conference.scheduled',
    scope: subject,
    subject,
    recordedAt: '2022-11-23T07:00:00.000Z',
  })

  it('mails each invited unit once, however often it is woken', async () => {
    const { secretary } = await castOf(api)
    const id = await conferenceAt(secretary, 'draft')
    await secretary.post(`/api/conferences/${id}/bridge-points`, {
      unitIds: ['unt_ca-ha-noi', 'unt_ca-ha-nam'],
    })
    expect((await secretary.post(`/api/conferences/${id}/schedule`)).status).toBe(200)
    const dir = join(scratch, 'mail')
    const mail = await startMail({ dir, port: 0 })
    Object.assign(process.env, {
      SMTP_URL: mail.url,
      MAIL_FROM: 'a@diemcau.example',
      PUBLIC_URL: 'https://diemcau.example',
    })
    const handler = await handlerOf(folder, 'notices-on-news')
    const woken = { Records: [queuedEvent('1', wakeUp(id))] }
    for (const _ of [1, 2])
      expect(await handler(woken, lambdaContext('notices'))).toEqual({ batchItemFailures: [] })
    await mail.stop()
    expect(readdirSync(dir)).toHaveLength(4)
  })

  it('gives back only what it could not read', async () => {
    const handler = await handlerOf(folder, 'notices-on-news')
    const broken = { ...queuedEvent('broken', wakeUp('x')), body: '{' }
    const answer = await handler({ Records: [broken] }, lambdaContext('notices'))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'broken' }] })
  })
})

describe('the bootstrap bundle, by hand', () => {
  it('makes the first administrator, once', async () => {
    const handler = await handlerOf(folder, 'bootstrap')
    const order = { sub: '0b9c6a52-2f0e-4c7e-9d38-6f1f6c2f7a11', name: 'Quản trị hệ thống' }
    expect(await handler(order, lambdaContext('bootstrap'))).toEqual({ administrator: 'made' })
    expect(await handler(order, lambdaContext('bootstrap'))).toEqual({ administrator: 'kept' })
  })
})
