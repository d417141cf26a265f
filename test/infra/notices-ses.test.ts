// The notices bundle as deployed, with SES's own API shape answered on this machine: raw MIME, signed, throttles survived.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { api } from '#functions/api.ts'
import { seedUnits } from '#functions/directory/seed-units.ts'
import { wholeLog } from '#functions/shared/event-log.ts'
import { buildBundles } from '#infra/build.ts'
import { eventRules } from '#infra/rules.data.ts'
import { startApi, type TestApi } from '#test/support/api.ts'
import { handlerOf, lambdaContext, queuedEvent } from '#test/support/bundles.ts'
import { host } from '#test/support/conference.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'diemcau-ses-')), 'functions')
const entry = eventRules.find(({ name }) => name === 'notices')?.entry ?? ''

type Call = { url: string; authorization: string; body: { Content: { Raw: { Data: string } } } }
const calls: Call[] = []
let refusals = 1

const wholeOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** Answers as SES does: first that the rate is too high, then with a message id. */
const ses = createServer(async (request, response) => {
  const text = await wholeOf(request)
  response.setHeader('Content-Type', 'application/json')
  if (refusals-- > 0) {
    response.writeHead(429, { 'x-amzn-ErrorType': 'TooManyRequestsException' })
    return response.end('{"message":"Maximum sending rate exceeded."}')
  }
  const authorization = request.headers.authorization ?? ''
  calls.push({ url: `${request.method} ${request.url}`, authorization, body: JSON.parse(text) })
  return response.end('{"MessageId":"0100"}')
})

let home: TestApi
beforeAll(async () => {
  await new Promise<void>((resolve) => ses.listen(0, '127.0.0.1', resolve))
  home = await startApi(() => api)
  await seedUnits()
  await buildBundles(folder, [entry])
  delete process.env.SMTP_URL
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${(ses.address() as AddressInfo).port}`,
    MAIL_FROM: 'Điểm Cầu <diemcau@diemcau.example>',
    PUBLIC_URL: 'https://diemcau.example',
  })
})
afterAll(async () => {
  await home.stop()
  ses.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

it('sends the letter as raw MIME by SES, signed, again after a refusal for its rate', async () => {
  const secretary = await home.somebody(['secretariat', `unit:${host}`])
  const input = {
    title: ['Hội nghị'],
    hostUnitId: host,
    venue: 'Hà Nội',
    startsAt: '2022-11-23T14:00:00+07:00',
  }
  const { body } = await secretary.post('/api/conferences', input)
  await secretary.post(`/api/conferences/${body.id}/bridge-points`, { unitIds: ['unt_ca-ninh-binh'] })
  await secretary.post(`/api/conferences/${body.id}/schedule`)
  const event = (await wholeLog(body.id, new Date())).find(({ name }) => name === 'conference.scheduled')
  if (!event) throw new Error('not scheduled')
  const handler = await handlerOf(folder, 'notices-on-news')
  const answer = await handler({ Records: [queuedEvent('m', event)] }, lambdaContext('notices'))
  expect(answer).toEqual({ batchItemFailures: [] })
  const [call] = calls
  expect(calls).toHaveLength(1)
  expect(call?.url).toBe('POST /v2/email/outbound-emails')
  expect(call?.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=\S+\/ap-southeast-1\/ses\/aws4_request/)
  const letter = await PostalMime.parse(Buffer.from(call?.body.Content.Raw.Data ?? '', 'base64'))
  expect(letter.subject).toBe('Giấy mời: Hội nghị')
  expect(letter.text).toContain('trân trọng kính mời: Công an tỉnh Ninh Bình')
})
