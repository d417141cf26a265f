// What the media service says when it refuses a stream may quote the address, and in it the key: neither is logged.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { createStream, PipelineRefused } from '#functions/media/pipelines.ts'
import { log } from '#functions/shared/log.ts'

const target = 'rtmps://live.example/app/key-of-the-ministry'

/** Has the meeting that is asked for, and refuses all else by quoting it. */
const startQuoting = async () => {
  const server = createServer((request, response) => {
    const isMeeting = request.url?.startsWith('/meetings/')
    const meeting = { Meeting: { MeetingId: 'm', MeetingArn: 'arn:aws:chime::000000000000:meeting/m' } }
    const refusal = { Code: 'BadRequest', Message: `${target} cannot be reached` }
    request.resume()
    if (!isMeeting) response.setHeader('x-amzn-errortype', 'BadRequestException')
    response.writeHead(isMeeting ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isMeeting ? meeting : refusal))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

afterEach(() => {
  vi.restoreAllMocks()
})

it('is logged by its name alone', async () => {
  const { server, endpoint } = await startQuoting()
  vi.stubEnv('CHIME_ENDPOINT', endpoint)
  vi.stubEnv('LIVE_STREAM_TARGET', target)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'anything')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'anything')
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  await expect(createStream('token', 'm')).rejects.toThrow(PipelineRefused)
  expect(logged).toHaveBeenCalledWith('a media pipeline was refused', { refusal: 'BadRequestException' })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
